import type { ArmData } from "@/lib/results/arm-data";
import { finalOutcomes } from "@/lib/results/list-metrics";
import type { NoiseReport } from "@/lib/results/schema";
import { noiseSplitOfCounts } from "@/lib/stats/noise-split";

/** Whether more problems or more samples would make an arm's rate surer; null where some problem has a single sample. Pure. */
export function buildNoise(arm: ArmData): NoiseReport | null {
  const outcomes = [...arm.problems.values()].map(finalOutcomes).filter(({ samples }) => samples > 0);
  if (outcomes.length < 2 || outcomes.some(({ samples }) => samples < 2)) return null;
  const split = noiseSplitOfCounts(outcomes);
  if (split === null) return null;
  const numbers = new Set(outcomes.map(({ samples }) => samples));
  const { standardError, sampleShare, ifTwiceTheProblems, ifTwiceTheSamples } = split;
  return {
    armId: arm.id,
    problems: split.problems,
    samples: numbers.size === 1 ? ([...numbers][0] ?? null) : null,
    standardError,
    sampleShare,
    ifTwiceTheProblems,
    ifTwiceTheSamples,
    sentence: sentence({ standardError, sampleShare, ifTwiceTheProblems, ifTwiceTheSamples }),
  };
}

type Split = Pick<NoiseReport, "standardError" | "sampleShare" | "ifTwiceTheProblems" | "ifTwiceTheSamples">;

function sentence({ standardError, sampleShare, ifTwiceTheProblems, ifTwiceTheSamples }: Split): string {
  if (sampleShare === null) return "Nothing varies, so there is nothing to split.";
  const points = (value: number) => (value * 100).toFixed(1);
  const advice =
    ifTwiceTheProblems <= ifTwiceTheSamples
      ? "more problems help more than more samples"
      : "more samples help more than more problems";
  return `${(sampleShare * 100).toFixed(0)} % of the squared standard error comes from which samples were drawn, the rest from which problems were asked: ${advice} (standard error ${points(standardError)} points; ${points(ifTwiceTheProblems)} with twice the problems, ${points(ifTwiceTheSamples)} with twice the samples).`;
}
