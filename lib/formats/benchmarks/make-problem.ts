import type { Comparison, Problem, Test } from "@/lib/benchmarks/schema";

/** Python's `==`, nothing looser. */
export const exactComparison: Comparison = {
  rule: "equal",
  tolerance: { absolute: 0, relative: 0 },
  floatTolerance: null,
  tupleIsList: false,
  stdout: "exact",
};

type Given = Pick<Problem, "taskId" | "kind" | "format" | "prompt" | "entryPoint" | "tests"> & Partial<Problem>;

/** Completes a problem with what most benchmarks leave open. */
export function makeProblem(given: Given): Problem {
  return {
    title: null,
    callStyle: "function",
    completionPrefix: null,
    preamble: "",
    starter: null,
    reference: null,
    contract: null,
    scoredSuites: ["base"],
    comparison: exactComparison,
    timeLimitMs: null,
    difficulty: null,
    tags: [],
    metadata: {},
    ...given,
  };
}

type CallParts = { suite: Test["suite"]; index: number; visible: boolean; arguments: string; expected: string | null };

/** A call test; `id` is the suite and its number in it. */
export function callTest(parts: CallParts): Extract<Test, { kind: "call" }> {
  const { index, ...rest } = parts;
  return { kind: "call", id: `${parts.suite}:${index}`, ...rest, collect: "none", tolerance: null };
}

type AssertParts = { suite: Test["suite"]; index: number; visible: boolean; code: string };

/** A test of Python statements; `id` is the suite and its number in it. */
export function assertTest({ index, ...parts }: AssertParts): Extract<Test, { kind: "assert" }> {
  return { kind: "assert", id: `${parts.suite}:${index}`, ...parts };
}

/**
 * Whether a test of a benchmark that has no split of its own may be shown: the first half, rounded up, so that a repair
 * prompt has a failing test to show and half of the tests stay unseen.
 */
export function isInVisibleHalf(index: number, count: number): boolean {
  return index < Math.ceil(count / 2);
}
