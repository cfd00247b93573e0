import type { ArmData } from "@/lib/results/arm-data";
import type { FlipKind, Flips } from "@/lib/results/drill-schema";
import { listMetrics } from "@/lib/results/list-metrics";

/** Every problem of either arm, by what the arm did to it. Pure. */
export function listFlips(arm: ArmData, baseline: ArmData, metric: string): Flips {
  const own = valuesOf(arm, metric);
  const other = valuesOf(baseline, metric);
  const tasks = [...new Set([...own.keys(), ...other.keys()])].toSorted();
  const problems = tasks.map((taskId) => {
    const value = own.get(taskId) ?? null;
    const against = other.get(taskId) ?? null;
    return { taskId, kind: kindOf(value, against), arm: value, baseline: against };
  });
  return { armId: arm.id, baselineId: baseline.id, metric, problems };
}

function valuesOf(arm: ArmData, metric: string) {
  const metrics = listMetrics(arm);
  return (metrics.find(({ id }) => id === metric) ?? metrics[0])?.values ?? new Map<string, number | null>();
}

function kindOf(arm: number | null, baseline: number | null): FlipKind {
  if (arm === null || baseline === null) return "dropped";
  const isOutcome = (value: number) => value === 0 || value === 1;
  if (isOutcome(arm) && isOutcome(baseline)) {
    if (arm === baseline) return arm === 1 ? "both" : "neither";
    return arm > baseline ? "fixed" : "broken";
  }
  if (arm === baseline) return "same";
  return arm > baseline ? "better" : "worse";
}
