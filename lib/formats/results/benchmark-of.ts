const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^HumanEval\//, "humaneval"],
  [/^Mbpp\//, "mbpp"],
  [/^BigCodeBench(?:Hard)?\//, "bigcodebench"],
  [/^Python\/\d+$/, "humanevalfix"],
  [/^sample_\d+$/, "cruxeval"],
];

/** The benchmark that a task id belongs to by its form; null where the form does not tell. */
export function benchmarkOf(taskId: string): string | null {
  return PREFIXES.find(([prefix]) => prefix.test(taskId))?.[1] ?? null;
}
