import type { Problem } from "@/lib/benchmarks/schema";
import { ProviderError } from "./provider-error";

/** The benchmark's own solution in the form in which a model answers: a fenced program, or a tagged prediction. */
export function solutionAnswer(problem: Problem | null): string {
  return toAnswer(problem, solutionOf(problem));
}

/** What solves the problem: a program, an expression for the output, or arguments. */
export function solutionOf(problem: Problem | null): string {
  if (problem === null)
    throw new ProviderError("missing-answer", "This stand-in answers from a problem, and none was asked about.");
  const test = problem.tests.find((candidate) => candidate.kind === "call" && !candidate.visible);
  const prediction = test?.kind === "call" ? test : null;
  const known = {
    synthesis: problem.reference,
    repair: problem.reference,
    "output-prediction": prediction?.expected,
    "input-prediction": prediction?.arguments,
  };
  const solution = known[problem.kind];
  if (solution === null || solution === undefined) {
    throw new ProviderError("missing-answer", `The benchmark gives no solution of ${problem.taskId}.`);
  }
  return solution;
}

export function toAnswer(problem: Problem | null, solution: string): string {
  const isPrediction = problem?.kind === "output-prediction" || problem?.kind === "input-prediction";
  return isPrediction ? `[ANSWER]${solution}[/ANSWER]` : `\`\`\`python\n${solution.trimEnd()}\n\`\`\``;
}
