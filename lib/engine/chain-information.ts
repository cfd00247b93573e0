import type { StoredProblem } from "@/lib/benchmarks/data";
import type { Problem } from "@/lib/benchmarks/schema";
import { type Condition, carriesTrace, conditionId } from "@/lib/experiments/condition";
import { isPrediction } from "@/lib/experiments/treats-first-prompt";
import { judgePatiently } from "@/lib/judge/judge-patiently";
import type { Verdict } from "@/lib/judge/schema";
import { type Delivery, noDelivery } from "@/lib/samples/schema";
import { type Delivered, deliverTrace, undelivered } from "./deliver-trace";
import { findFailure } from "./failing-run";
import { type Failure, type Information, noInformation, type ShownTrace } from "./prompts/information";
import { callExpression, toPublicProblem } from "./public-problem";
import { rememberSuccess } from "./remember-success";
import type { EngineServices } from "./services";

export type Known = { readonly information: Information; readonly delivery: Omit<Delivery, "identicalToControl"> };

export const nothingKnown: Known = { information: noInformation, delivery: noDelivery };

/** What a program did on the visible tests, and with a trace condition the trace of its failing run. */
export type KnowProgram = (program: string | null, visible: Verdict | null, condition: Condition) => Promise<Known>;

export type Knowing = { readonly problem: StoredProblem; readonly services: EngineServices; readonly signal: AbortSignal };

/** Makes the function that all arms of a unit share, so that the run of a program is recorded once per trace condition. */
export function createKnowledge(knowing: Knowing): { ofAttempt: KnowProgram; ofGiven: (condition: Condition) => Promise<Known> } {
  const remember = rememberSuccess<Known>();
  const ofAttempt: KnowProgram = (program, visible, condition) =>
    remember(JSON.stringify([program, traceKey(condition)]), () => knowAttempt(knowing, { program, visible }, condition));
  const ofGiven = (condition: Condition) =>
    remember(JSON.stringify(["given", traceKey(condition)]), () => knowGiven(knowing, condition));
  return { ofAttempt, ofGiven };
}

/** Conditions without a trace know the same. */
function traceKey(condition: Condition): string {
  return carriesTrace(condition) ? conditionId(condition).replace(/^trace-only:/, "trace:") : "";
}

type Judged = { readonly program: string | null; readonly visible: Verdict | null };

async function knowAttempt(knowing: Knowing, { program, visible }: Judged, condition: Condition): Promise<Known> {
  const found = visible === null ? null : findFailure(knowing.problem.problem, visible);
  if (program === null) return absent(condition, "The answer held no program.");
  if (found === null) return absent(condition, "No visible test fails.");
  return trace(knowing, { program, ...found, of: "failing" }, condition);
}

/** Of the program that comes with the problem: for repair the wrong one, for predictions the one in question. */
async function knowGiven(knowing: Knowing, condition: Condition): Promise<Known> {
  const { problem } = knowing.problem;
  const { starter } = problem;
  if (starter === null || problem.kind === "synthesis") return nothingKnown;
  const { visibleTests } = toPublicProblem(problem);
  if (visibleTests.length === 0) return absent(condition, "The problem has no visible test.");
  if (isPrediction(problem.kind)) return knowExample(knowing, starter, condition);
  const verdict = await judgePatiently(knowing, { problem, program: starter, tests: "visible" });
  const found = findFailure(problem, verdict);
  if (found === null) return absent(condition, "The given program passes the visible tests.");
  return trace(knowing, { program: starter, ...found, of: "failing" }, condition);
}

async function knowExample(knowing: Knowing, program: string, condition: Condition): Promise<Known> {
  const { problem } = knowing.problem;
  const [test] = toPublicProblem(problem).visibleTests;
  if (test?.kind !== "call") return absent(condition, "The problem has no visible call.");
  // As a program its own visible tests can be run; the question itself is not among them.
  const asProgram: Problem = { ...problem, kind: "synthesis", tests: [test], scoredSuites: [test.suite] };
  const verdict = await judgePatiently(knowing, { problem: asProgram, program, tests: "visible" });
  const [outcome] = verdict.tests;
  if (outcome?.passed !== true) return absent(condition, "The example's result is not what the benchmark says.");
  const failure: Failure = {
    kind: "call",
    input: outcome.input,
    expected: outcome.expected,
    actual: outcome.actual,
    message: null,
    outcome: "passed",
  };
  const known = await trace(knowing, { program, test, failure, of: "example" }, condition);
  const example = { call: callExpression(problem, test), expected: outcome.actual ?? test.expected ?? "" };
  return { ...known, information: { failure: null, example, trace: known.information.trace } };
}

type Traced = { program: string; test: Problem["tests"][number]; failure: Failure; of: ShownTrace["of"] };

async function trace(knowing: Knowing, run: Traced, condition: Condition): Promise<Known> {
  const { services, signal, problem } = knowing;
  if (!carriesTrace(condition))
    return { information: { failure: run.failure, example: null, trace: null }, delivery: noDelivery };
  const delivered: Delivered = await deliverTrace({ ...run, problem: problem.problem }, condition, {
    record: services.record,
    signal,
  });
  return { information: { failure: run.failure, example: null, trace: delivered.trace }, delivery: delivered.delivery };
}

function absent(condition: Condition, why: string): Known {
  if (!carriesTrace(condition)) return nothingKnown;
  return { information: noInformation, delivery: undelivered(condition, why).delivery };
}
