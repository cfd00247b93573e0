import type { ArmData } from "@/lib/results/arm-data";
import type { Matrix } from "@/lib/results/matrix-schema";
import { metricValues } from "@/lib/results/metric-values";

/** The value of every arm on every problem, the problems that are solved most first; unknown where an arm has no such quantity. Pure. */
export function buildMatrix(arms: readonly ArmData[], metric: string): Matrix {
  const values = arms.map((arm) => ({ armId: arm.id, values: metricValues(arm, metric) }));
  const solved = new Map<string, { sum: number; known: number }>();
  for (const { values: own } of values) {
    for (const [task, value] of own) {
      const entry = solved.get(task) ?? { sum: 0, known: 0 };
      if (value !== null) {
        entry.sum += value;
        entry.known += 1;
      }
      solved.set(task, entry);
    }
  }
  const share = (task: string) => {
    const entry = solved.get(task);
    return entry === undefined || entry.known === 0 ? -1 : entry.sum / entry.known;
  };
  const tasks = [...solved.keys()].toSorted((first, second) => share(second) - share(first) || (first < second ? -1 : 1));
  return {
    metric,
    tasks,
    arms: values.map(({ armId, values: own }) => ({ armId, values: tasks.map((task) => own.get(task) ?? null) })),
  };
}
