import type { ArmData } from "@/lib/results/arm-data";
import { buildEstimate, toPoint } from "@/lib/results/build-estimate";
import type { Metric } from "@/lib/results/list-metrics";
import { nameCondition, nameModel, promisesTrace } from "@/lib/results/name-arms";
import { rememberBy } from "@/lib/results/remember-by";
import { roundCurve } from "@/lib/results/round-curve";
import type { ArmReport, DeliverySummary, EstimateReport } from "@/lib/results/schema";

export type ArmSetting = {
  readonly metrics: readonly Metric[];
  readonly sectionId: string;
  readonly controlId: string | null;
  readonly expected: number;
  readonly level: number;
  /** Problem to group, where problems share one. */
  readonly groupOf: ReadonlyMap<string, string> | null;
};

/** Without groups an estimate follows from its quantity and the level alone. */
const plainEstimate = rememberBy((metric: Metric) => {
  const byLevel = new Map<number, EstimateReport>();
  return (level: number) => {
    const estimate = byLevel.get(level) ?? buildEstimate(metric, { level, groupOf: null });
    byLevel.set(level, estimate);
    return estimate;
  };
});

/** What is reported of one arm by itself. Pure. */
export function buildArm(arm: ArmData, setting: ArmSetting): ArmReport {
  const { metrics, sectionId, controlId, expected, level, groupOf } = setting;
  const estimates = metrics.map((metric) =>
    groupOf === null ? plainEstimate(metric)(level) : buildEstimate(metric, { level, groupOf }),
  );
  const [primary] = metrics;
  const { title, colour } = nameCondition(arm.factors);
  const known = primary === undefined ? 0 : [...primary.values.values()].filter((value) => value !== null).length;
  const curve = roundCurve(arm, { level, groupOf }) ?? groupCurve(estimates);
  return {
    id: arm.id,
    experimentId: arm.experimentId,
    key: arm.key,
    label: arm.factors.label,
    modelTitle: nameModel(arm.factors.model),
    conditionTitle: title,
    colour,
    factors: arm.factors,
    controlId,
    sectionId,
    expected,
    problems: countReached(arm),
    known,
    ...countSamples(arm),
    primary: primary?.id ?? "pass@1",
    estimates,
    passAtK: estimates.flatMap((estimate) => {
      const k = /^pass@(\d+)$/.exec(estimate.metric)?.[1];
      const point = k === undefined ? null : toPoint(Number(k), estimate);
      return point === null ? [] : [point];
    }),
    rounds: curve?.points ?? [],
    roundsInWords: curve?.words ?? null,
    delivery: deliveryOf(arm),
    promptTokens: arm.totals.promptTokens,
    answerTokens: arm.totals.answerTokens,
    costUsd: arm.totals.costUsd,
  };
}

function countSamples(arm: ArmData): { samples: number; infrastructure: number; unjudged: number } {
  let samples = 0;
  let infrastructure = 0;
  let unjudged = 0;
  for (const { rounds } of arm.problems.values()) {
    for (const round of rounds) {
      samples += round.samples;
      infrastructure += round.infrastructure;
      unjudged += round.unjudged;
    }
  }
  return { samples, infrastructure, unjudged };
}

/** Problems that the arm came to: those with nothing but samples that were never scored are not among them. */
function countReached(arm: ArmData): number {
  const problems = [...arm.problems.values()];
  return problems.filter(({ rounds, groups }) => groups.length > 0 || rounds.some(({ samples, unjudged }) => samples > unjudged))
    .length;
}

/** For imports that judge rounds as wholes. */
function groupCurve(estimates: readonly EstimateReport[]): { points: ArmReport["rounds"]; words: string } | null {
  const after = estimates.flatMap((estimate) => {
    const round = /^round-(\d+)$/.exec(estimate.metric)?.[1];
    const point = round === undefined ? null : toPoint(Number(round), estimate);
    return point === null ? [] : [{ point, words: estimate.words }];
  });
  const last = after.at(-1);
  return last === undefined ? null : { points: after.map(({ point }) => point), words: last.words };
}

/** Null where no prompt should hold a trace or nobody says whether one did. */
export function deliveryOf(arm: ArmData): DeliverySummary | null {
  const { wanted, delivered, truncated, identical } = arm.totals;
  if (wanted > 0) return { wanted, delivered, truncated, identical };
  // Candidates are drawn from a prompt without a trace; with a single round none is asked for again.
  const { condition, strategy, rounds } = arm.factors;
  if (!promisesTrace(condition) || strategy !== "parallel" || rounds !== 1) return null;
  return { wanted: countSamples(arm).samples, delivered: 0, truncated: 0, identical: 0 };
}
