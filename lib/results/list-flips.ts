import type { ArmData } from "@/lib/results/arm-data";
import { commonMetric } from "@/lib/results/choose-quantity";
import type { FlipKind, Flips } from "@/lib/results/drill-schema";
import { listMetrics } from "@/lib/results/list-metrics";
import { metricValues } from "@/lib/results/metric-values";

/** Rates that are equal but for rounding are no difference, as in the contrast. */
const ROUNDING = 1e-12;

/**
 * Every problem of either arm, by what the arm did to it in a quantity; null: the first of the arm's that the baseline has too. In a
 * quantity that one of them does not have all problems are dropped, as in their contrast. Pure.
 */
export function listFlips(arm: ArmData, baseline: ArmData, wanted: string | null): Flips {
  const metric = wanted ?? commonMetric({ arm: listMetrics(arm), baseline: listMetrics(baseline), wanted });
  const own = metricValues(arm, metric);
  const other = metricValues(baseline, metric);
  const tasks = [...new Set([...own.keys(), ...other.keys()])].toSorted();
  const problems = tasks.map((taskId) => {
    const value = own.get(taskId) ?? null;
    const against = other.get(taskId) ?? null;
    return { taskId, kind: kindOf(value, against), arm: value, baseline: against };
  });
  return { armId: arm.id, baselineId: baseline.id, metric, problems };
}

function kindOf(arm: number | null, baseline: number | null): FlipKind {
  if (arm === null || baseline === null) return "dropped";
  const isOutcome = (value: number) => value === 0 || value === 1;
  if (isOutcome(arm) && isOutcome(baseline)) {
    if (arm === baseline) return arm === 1 ? "both" : "neither";
    return arm > baseline ? "fixed" : "broken";
  }
  if (Math.abs(arm - baseline) <= ROUNDING) return "same";
  return arm > baseline ? "better" : "worse";
}
