import type { Metric } from "@/lib/results/list-metrics";
import type { CurvePoint, EstimateReport } from "@/lib/results/schema";
import { isOracle } from "@/lib/stats/estimand";
import { estimandInWords } from "@/lib/stats/estimand-in-words";
import { estimandLabel } from "@/lib/stats/estimand-label";
import { estimateRate } from "@/lib/stats/estimate-rate";
import { mean } from "@/lib/stats/mean";

type EstimateSetting = { readonly level: number; readonly groupOf: ReadonlyMap<string, string> | null };

/** An arm's figure for one quantity, over the problems whose outcome is known. Pure. */
export function buildEstimate(metric: Metric, { level, groupOf }: EstimateSetting): EstimateReport {
  const { id, estimand, values } = metric;
  const tasks = [...values].flatMap(([taskId, value]) => (value === null ? [] : [{ taskId, value }]));
  const known = tasks.map(({ value }) => value);
  const unknown = values.size - known.length;
  const described = known.length === 0 ? estimand : { ...estimand, problems: known.length };
  const common = {
    metric: id,
    label: estimandLabel(described),
    words: estimandInWords(described),
    oracle: isOracle(described),
    level,
    problems: known.length,
    unknown,
    samples: estimand.samples,
  };
  const missing = metric.missing ?? (known.length === 0 ? "no problem has a known outcome" : null);
  if (missing !== null) {
    const nothing = { value: null, interval: null, method: "none", standardError: null, countingErrorsAsWrong: null };
    return { ...common, ...nothing, problems: metric.missing === null ? 0 : values.size, missing };
  }
  const groups = groupOf === null ? undefined : tasks.map(({ taskId }) => groupOf.get(taskId) ?? taskId);
  const estimate = estimateRate({ values: known, level, groups });
  return {
    ...common,
    value: estimate.mean,
    interval: estimate.interval,
    method: estimate.method,
    standardError: estimate.standardError,
    missing: null,
    countingErrorsAsWrong: countErrors(metric),
  };
}

function countErrors({ countingErrors }: Metric): number | null {
  if (countingErrors === null) return null;
  const values = [...countingErrors.values()].filter((value) => value !== null);
  return values.length === 0 ? null : mean(values);
}

/** A point of a curve; null where the figure is unknown. */
export function toPoint(at: number, estimate: EstimateReport): CurvePoint | null {
  if (estimate.value === null) return null;
  return { at, value: estimate.value, interval: estimate.interval, problems: estimate.problems };
}
