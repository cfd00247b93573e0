import type { ArmData } from "@/lib/results/arm-data";
import { listMetrics } from "@/lib/results/list-metrics";
import type { ProblemValues } from "@/lib/stats/pair-values";

/** A quantity of an arm on every problem, unknown on all where the arm has no such quantity: no other stands in for it. Pure. */
export function metricValues(arm: ArmData, metric: string): ProblemValues {
  const found = listMetrics(arm).find(({ id }) => id === metric);
  return found?.values ?? new Map([...arm.problems.keys()].map((task) => [task, null]));
}
