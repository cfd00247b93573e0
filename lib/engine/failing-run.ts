import type { Problem, Test } from "@/lib/benchmarks/schema";
import type { TestOutcome, Verdict } from "@/lib/judge/schema";
import type { Entry } from "@/lib/recordings/schema";
import type { Failure } from "./prompts/information";
import { callExpression } from "./public-problem";

/** The first visible test that a program fails, with what is needed to run it again; null when there is none to show. */
export function findFailure(problem: Problem, verdict: Verdict): { failure: Failure; test: Test } | null {
  const failed = verdict.tests.find((outcome) => outcome.visible && !outcome.passed && outcome.outcome !== "not-run");
  const test = failed === undefined ? undefined : problem.tests[failed.index];
  // Both must say visible: a verdict on other tests than were asked for must never reach a prompt.
  if (failed === undefined || test === undefined || !test.visible) return null;
  return { failure: toFailure(failed, test), test };
}

function toFailure({ input, expected, actual, message, outcome }: TestOutcome, test: Test): Failure {
  return { kind: test.kind, input, expected, actual, message, outcome };
}

/** How the run of a test is recorded: the same program, the same call. */
export function runOfTest(problem: Problem, program: string, test: Test): { source: string; entry: Entry } {
  const source = problem.preamble.trim() === "" ? program : `${problem.preamble.trimEnd()}\n\n${program}`;
  if (test.kind === "call") return { source, entry: { kind: "call", expression: callExpression(problem, test) } };
  if (test.kind === "stdin") return { source, entry: { kind: "script", stdin: test.input } };
  return { source, entry: { kind: "test", code: test.code } };
}
