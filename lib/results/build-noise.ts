import type { ArmData } from "@/lib/results/arm-data";
import { finalOutcomes } from "@/lib/results/list-metrics";
import type { NoiseReport } from "@/lib/results/schema";
import { noiseSplitOfCounts } from "@/lib/stats/noise-split";

/**
 * Whether more problems or more samples would make an arm's pass@1 surer; null where some problem has a single sample, where nothing
 * varies (which is no error of zero), and where the source judged groups: only the samples of failed ones are then known. Pure.
 */
export function buildNoise(arm: ArmData): NoiseReport | null {
  const problems = [...arm.problems.values()];
  if (problems.some(({ groups }) => groups.some(({ by }) => by === "source"))) return null;
  const outcomes = problems.map(finalOutcomes).filter(({ samples }) => samples > 0);
  if (outcomes.length < 2 || outcomes.some(({ samples }) => samples < 2)) return null;
  const split = noiseSplitOfCounts(outcomes);
  if (split === null || split.sampleShare === null) return null;
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

type Split = Pick<NoiseReport, "standardError" | "ifTwiceTheProblems" | "ifTwiceTheSamples"> & { readonly sampleShare: number };

function sentence({ standardError, sampleShare, ifTwiceTheProblems, ifTwiceTheSamples }: Split): string {
  const points = (value: number) => (value * 100).toFixed(1);
  const advice =
    ifTwiceTheProblems <= ifTwiceTheSamples
      ? "more problems help more than more samples"
      : "more samples help more than more problems";
  return `${(sampleShare * 100).toFixed(0)} % of the squared standard error of pass@1 comes from which samples were drawn, the rest from which problems were asked: ${advice} (standard error ${points(standardError)} points; ${points(ifTwiceTheProblems)} with twice the problems, ${points(ifTwiceTheSamples)} with twice the samples).`;
}
