import type { Problem, TaskKind, Test } from "@/lib/benchmarks/schema";

/** What is asked in a prediction: the call without its result, or the result without the call. */
export type Question = { readonly kind: "output"; readonly call: string } | { readonly kind: "input"; readonly expected: string };

/**
 * All that prompts may know of a problem. Hidden tests, the reference solution, contracts and metadata are not in it, so that no
 * template can let them out.
 */
export type PublicProblem = {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly prompt: string;
  readonly entryPoint: string | null;
  readonly callStyle: Problem["callStyle"];
  readonly completionPrefix: string | null;
  readonly preamble: string;
  readonly starter: string | null;
  readonly visibleTests: readonly Test[];
  readonly question: Question | null;
};

/** Throws when a prediction lacks the hidden test that is its question: such a problem cannot be asked. */
export function toPublicProblem(problem: Problem): PublicProblem {
  const { taskId, kind, prompt, entryPoint, callStyle, completionPrefix, preamble, starter } = problem;
  const question = questionOf(problem);
  const visibleTests = problem.tests.filter((test) => test.visible && !answersQuestion(test, problem));
  return { taskId, kind, prompt, entryPoint, callStyle, completionPrefix, preamble, starter, visibleTests, question };
}

/** The test that a prediction is about. */
export function questionTest(problem: Pick<Problem, "kind" | "tests">): Extract<Test, { kind: "call" }> | null {
  if (problem.kind !== "output-prediction" && problem.kind !== "input-prediction") return null;
  const test = problem.tests.find((candidate) => candidate.kind === "call" && !candidate.visible);
  return test?.kind === "call" ? test : null;
}

function questionOf(problem: Problem): Question | null {
  if (problem.kind !== "output-prediction" && problem.kind !== "input-prediction") return null;
  const test = questionTest(problem);
  if (test === null) throw new Error(`${problem.taskId}: a prediction needs a hidden test that is a call, and there is none.`);
  if (problem.kind === "output-prediction") return { kind: "output", call: callExpression(problem, test) };
  if (test.expected === null) throw new Error(`${problem.taskId}: an input prediction needs a test that says what is expected.`);
  return { kind: "input", expected: test.expected };
}

/** An example with the same arguments, or for input prediction with the same result, would give the answer away. */
function answersQuestion(test: Test, problem: Problem): boolean {
  const asked = questionTest(problem);
  if (asked === null || test.kind !== "call") return false;
  const same = (a: string | null, b: string | null) => a?.replaceAll(/\s/g, "") === b?.replaceAll(/\s/g, "");
  return same(test.arguments, asked.arguments) || (problem.kind === "input-prediction" && same(test.expected, asked.expected));
}

/** The call of the entry point as Python source. */
export function callExpression(
  problem: Pick<Problem, "entryPoint" | "callStyle">,
  test: { readonly arguments: string; readonly collect?: "none" | "list" },
): string {
  const object = problem.callStyle === "method" ? "Solution()." : "";
  const call = `${object}${problem.entryPoint ?? ""}(${test.arguments})`;
  return test.collect === "list" ? `list(${call})` : call;
}
