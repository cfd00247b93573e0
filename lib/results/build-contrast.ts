import type { ArmData } from "@/lib/results/arm-data";
import { deliveryOf } from "@/lib/results/build-arm";
import { contrastWithoutNumbers } from "@/lib/results/contrast-without-numbers";
import { contrastSubjects, contrastWords } from "@/lib/results/contrast-words";
import { describePart, type Part } from "@/lib/results/describe-part";
import { listDifferences } from "@/lib/results/list-differences";
import type { Metric } from "@/lib/results/list-metrics";
import { promisesTrace } from "@/lib/results/name-arms";
import { nameContrast } from "@/lib/results/name-contrast";
import type { ArmReport, ContrastReport } from "@/lib/results/schema";
import { answerSentence } from "@/lib/stats/answer-sentence";
import { classifyFlips } from "@/lib/stats/classify-flips";
import { contrastDetectableEffect } from "@/lib/stats/contrast-detectable-effect";
import { isOracle } from "@/lib/stats/estimand";
import type { ProblemValues } from "@/lib/stats/pair-values";
import { type PairedDifference, pairedDifference } from "@/lib/stats/paired-difference";
import { significanceOf } from "@/lib/stats/significance-of";

/** One side of a contrast: its data, its report, and the quantity compared. */
export type Side = { readonly data: ArmData; readonly report: ArmReport; readonly metric: Metric | undefined };

export type ContrastSetting = {
  readonly metric: string;
  /** The quantity's name where the sentence has to say it; null where the section does. */
  readonly named: string | null;
  readonly sectionId: string;
  readonly level: number;
  readonly power: number;
  /** Problem to group, where problems share one. */
  readonly groupOf?: ReadonlyMap<string, string> | undefined;
};

/** A contrast before its p-value is adjusted; `missing` says why there is none. */
export type RawContrast = {
  readonly arm: Side;
  readonly baseline: Side;
  readonly setting: ContrastSetting;
  readonly paired: PairedDifference | null;
  readonly deliveredOnly: PairedDifference | null;
  readonly undeliveredOnly: PairedDifference | null;
  readonly missing: string | null;
};

/** Compares two arms on the problems that both have. Pure. */
export function compareArms(arm: Side, baseline: Side, setting: ContrastSetting): RawContrast {
  const given = { arm, baseline, setting };
  const missing = whyNot(arm, baseline, setting);
  if (missing !== null || arm.metric === undefined || baseline.metric === undefined) {
    return { ...given, paired: null, deliveredOnly: null, undeliveredOnly: null, missing };
  }
  const { level, groupOf } = setting;
  const control = baseline.metric.values;
  const compare = (values: ProblemValues | null) =>
    values !== null && [...values].some(([task, value]) => value !== null && isKnown(baseline, task))
      ? pairedDifference({ arm: values, baseline: control, level, groupOf })
      : null;
  const paired = pairedDifference({ arm: arm.metric.values, baseline: control, level, groupOf });
  const [deliveredOnly, undeliveredOnly] = [compare(onPart(arm, "delivered")), compare(onPart(arm, "undelivered"))];
  return { ...given, paired, deliveredOnly, undeliveredOnly, missing: null };
}

function whyNot(arm: Side, baseline: Side, { metric }: ContrastSetting): string | null {
  for (const { metric: own, report } of [arm, baseline]) {
    if (own === undefined) return `${report.conditionTitle} has no ${metric}`;
    if (own.missing !== null) return `${report.conditionTitle}: ${own.missing}`;
    if (report.known === 0) return `no problem of ${report.conditionTitle} has a known outcome`;
  }
  const common = [...(arm.metric?.values ?? [])].some(([task, value]) => value !== null && isKnown(baseline, task));
  return common ? null : "the two arms have no problem with known outcomes in common";
}

function isKnown({ metric }: Side, task: string): boolean {
  return typeof metric?.values.get(task) === "number";
}

/** The values on problems whose prompt held the trace, or on the others; null where all did, none did, or nobody says. */
function onPart({ data, metric }: Side, part: Part): ProblemValues | null {
  const { wanted, delivered } = data.totals;
  if (metric === undefined || wanted === 0 || delivered === 0 || delivered === wanted) return null;
  return new Map([...metric.values].filter(([task]) => data.problems.get(task)?.delivered === (part === "delivered")));
}

export type Adjustment = {
  readonly method: "Holm" | "Benjamini–Hochberg";
  readonly contrasts: number;
  readonly pValue: number | null;
};

/** The contrast as it is reported, with its sentence. Pure. */
export function describeContrast(contrast: RawContrast, adjusted: Adjustment): ContrastReport {
  const { arm, baseline, setting, paired, missing } = contrast;
  const names = { arm: arm.report.conditionTitle, baseline: baseline.report.conditionTitle };
  const differsIn = [...listDifferences(arm.data.factors, baseline.data.factors)];
  const common = {
    id: `${arm.data.id}~${baseline.data.id}~${setting.metric}`,
    sectionId: setting.sectionId,
    armId: arm.data.id,
    baselineId: baseline.data.id,
    ...nameContrast(arm.report, baseline.report),
    model: arm.report.modelTitle,
    metric: setting.metric,
    level: setting.level,
    adjusted,
    delivery: promisesTrace(arm.data.factors.condition) ? deliveryOf(arm.data) : null,
    differsIn,
  };
  if (paired === null || arm.metric === undefined || baseline.metric === undefined)
    return { ...common, ...contrastWithoutNumbers({ ...names, model: common.model }, missing ?? "unknown") };
  const { problems } = paired;
  const detectable = contrastDetectableEffect(paired, { significance: 1 - setting.level, power: setting.power });
  const about = contrastSubjects(common.model, setting.named);
  const answer = { ...paired, dropped: paired.pairing.dropped, about, detectable, power: setting.power };
  return {
    ...common,
    words: contrastWords(arm.metric, baseline.metric, { problems, arm: common.arm, baseline: common.baseline }),
    oracle: isOracle(arm.metric.estimand) || isOracle(baseline.metric.estimand),
    difference: paired.difference,
    interval: paired.interval,
    standardError: paired.standardError,
    armMean: paired.armMean,
    baselineMean: paired.baselineMean,
    pValue: paired.pValue,
    testedBy: paired.testedBy,
    problems,
    dropped: paired.pairing.dropped,
    clusters: paired.groups,
    flips: flipsOf(paired),
    differing: paired.differing,
    detectable,
    decided: decide(paired, adjusted, setting.level),
    sentence: answerSentence({ ...answer, arm: common.arm, baseline: common.baseline, correction: adjusted }),
    missing: null,
    deliveredOnly: describePart(contrast, "delivered"),
    undeliveredOnly: describePart(contrast, "undelivered"),
  };
}

function flipsOf(paired: PairedDifference): ContrastReport["flips"] {
  if (paired.pairing.pairs.some(({ arm, baseline }) => !isOutcome(arm) || !isOutcome(baseline))) return null;
  const { fixed, broken, both, neither } = classifyFlips(paired.pairing);
  return { fixed: fixed.length, broken: broken.length, both: both.length, neither: neither.length };
}

function isOutcome(value: number): boolean {
  return value === 0 || value === 1;
}

function decide(paired: PairedDifference, { pValue }: Adjustment, level: number): ContrastReport["decided"] {
  if (pValue === null) return "unknown";
  if (pValue >= significanceOf(level)) return "undecided";
  return paired.difference > 0 ? "better" : "worse";
}
