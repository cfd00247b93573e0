import type { Problem } from "@/lib/benchmarks/schema";

/** A small synthesis problem with one visible and one hidden test; everything can be replaced. */
export function buildProblem(given: Partial<Problem> = {}): Problem {
  return {
    taskId: "double",
    kind: "synthesis",
    format: "polytrace",
    title: null,
    prompt: "Write a function double(n) that returns twice n.",
    entryPoint: "double",
    callStyle: "function",
    completionPrefix: null,
    preamble: "",
    starter: null,
    reference: "def double(n):\n    return n + n\n",
    contract: null,
    tests: [
      {
        id: "example:0",
        suite: "example",
        visible: true,
        kind: "call",
        arguments: "2",
        expected: "4",
        collect: "none",
        tolerance: null,
      },
      {
        id: "base:0",
        suite: "base",
        visible: false,
        kind: "call",
        arguments: "-77",
        expected: "-154",
        collect: "none",
        tolerance: null,
      },
    ],
    scoredSuites: ["base"],
    comparison: {
      rule: "equal",
      tolerance: { absolute: 0, relative: 0 },
      floatTolerance: null,
      tupleIsList: false,
      stdout: "exact",
    },
    timeLimitMs: 3000,
    difficulty: "easy",
    tags: [],
    metadata: {},
    ...given,
  };
}
