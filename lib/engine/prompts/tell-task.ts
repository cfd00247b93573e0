import type { Test } from "@/lib/benchmarks/schema";
import { callExpression, type PublicProblem } from "../public-problem";
import { cutValue } from "./cut-value";
import { fence } from "./fence";
import { fillTemplate } from "./fill-template";
import { type Information, listProgram } from "./information";
import type { Templates } from "./templates";

const MOST_EXAMPLES = 3;

/** What a synthesis problem asks, with its visible tests as examples: the same in every condition. */
export function tellSynthesis(problem: PublicProblem, templates: Templates): string {
  const { task } = templates;
  if (problem.completionPrefix !== null) return fillTemplate(task.completion, { prefix: fence(problem.completionPrefix) });
  const description = problem.prompt.trim();
  const entryPoint = problem.entryPoint ?? "";
  const parts = [
    problem.callStyle === "program"
      ? fillTemplate(task.program, { description })
      : fillTemplate(problem.callStyle === "method" ? task.method : task.function, { description, entryPoint }),
  ];
  if (problem.preamble.trim() !== "") parts.push(fillTemplate(task.preamble, { preamble: fence(problem.preamble) }));
  if (problem.starter !== null && problem.starter.trim() !== "")
    parts.push(fillTemplate(task.starter, { starter: fence(problem.starter) }));
  const examples = problem.visibleTests.slice(0, MOST_EXAMPLES).flatMap((test) => tellExample(test, problem));
  if (examples.length > 0) parts.push(fillTemplate(task.examples, { examples: fence(examples.join("\n")) }));
  return parts.join("\n\n");
}

function tellExample(test: Test, problem: PublicProblem): string[] {
  if (test.kind === "assert") return [cutValue(test.code.trim())];
  // A statement for standard input shows its samples itself.
  if (test.kind === "stdin" || test.expected === null) return [];
  return [`assert ${cutValue(callExpression(problem, test))} == ${cutValue(test.expected)}`];
}

/** What a repair problem asks, with the given program as it is to be listed. */
export function tellRepair(problem: PublicProblem, templates: Templates, known: Information): string {
  const description = problem.prompt.trim() === "" ? "" : ` It should do this:\n\n${problem.prompt.trim()}`;
  const preamble =
    problem.preamble.trim() === "" ? [] : [fillTemplate(templates.task.preamble, { preamble: fence(problem.preamble) })];
  const task = fillTemplate(templates.task.repair, { description, program: listProgram(problem.starter ?? "", known) });
  return [task, ...preamble].join("\n\n");
}
