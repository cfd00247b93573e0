import type { ArmFactors } from "@/lib/experiments/arm";

const NAMES = {
  model: "model",
  benchmark: "benchmark",
  benchmarkVersion: "benchmark version",
  taskKind: "task kind",
  strategy: "strategy",
  rounds: "rounds",
  temperature: "temperature",
  selection: "selection",
  n: "n",
  tests: "tests",
  history: "history",
  decoding: "decoding",
} as const;

const FACTORS = [
  "model",
  "benchmark",
  "benchmarkVersion",
  "taskKind",
  "strategy",
  "rounds",
  "temperature",
  "selection",
  "n",
  "tests",
  "history",
  "decoding",
] as const satisfies readonly (keyof typeof NAMES)[];

/** Factors besides the condition in which an arm differs from what it is compared with; what either source leaves open is no difference. */
export function listDifferences(arm: ArmFactors, baseline: ArmFactors): readonly string[] {
  return FACTORS.filter((name) => arm[name] !== null && baseline[name] !== null && arm[name] !== baseline[name]).map(
    (name) => NAMES[name],
  );
}
