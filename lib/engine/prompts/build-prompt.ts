import type { Condition } from "@/lib/experiments/condition";
import { isPrediction } from "@/lib/experiments/treats-first-prompt";
import { storableText } from "@/lib/samples/storable-text";
import type { PublicProblem } from "../public-problem";
import { fence } from "./fence";
import { fillTemplate } from "./fill-template";
import { allowInformation, type Information, listProgram, noInformation, tellInformation } from "./information";
import type { Prompt } from "./prompt";
import { tellRepair, tellSynthesis } from "./tell-task";
import type { Templates } from "./templates";

/** An answer that failed visible tests, and what is known of that. Numbers count from 1. */
export type Attempt = { readonly number: number; readonly program: string | null; readonly information: Information };

export type PromptInput = {
  readonly templates: Templates;
  readonly style: "chat" | "completion";
  readonly problem: PublicProblem;
  readonly condition: Condition;
  /** Of the program that comes with the problem; nothing where the first round is not treated. */
  readonly given: Information;
  /** Those that the strategy's history shows, oldest first; empty in the first round. */
  readonly attempts: readonly Attempt[];
};

/** The prompt of one round. Pure: the same input gives the same prompt, on which the cache and the pairing of arms stand. */
export function buildPrompt(input: PromptInput): Prompt {
  const { problem, style, attempts } = input;
  if (style === "completion" && attempts.length === 0 && problem.kind === "synthesis" && problem.completionPrefix !== null) {
    return { kind: "completion", text: storableText(problem.completionPrefix), stop: ["\nclass", "\ndef", "\n#", "\nif"] };
  }
  const text = storableText((isPrediction(problem.kind) ? predictionParts(input) : programParts(input)).join("\n\n"));
  if (style === "chat") return { kind: "chat", messages: [{ role: "user", content: text }] };
  return isPrediction(problem.kind)
    ? { kind: "completion", text: `${text}\n\n[ANSWER]`, stop: ["[/ANSWER]"] }
    : { kind: "completion", text: `${text}\n\n\`\`\`python\n`, stop: ["```"] };
}

function programParts({ problem, templates, condition, given, attempts }: PromptInput): string[] {
  const { request } = templates;
  const known = attempts.length === 0 ? allowInformation(given, condition) : noInformation;
  const told = tellInformation(known, templates);
  const parts =
    problem.kind === "repair" ? [tellRepair(problem, templates, known), ...told] : [tellSynthesis(problem, templates)];
  for (const attempt of attempts) parts.push(...attemptParts(attempt, { templates, condition }));
  const last = attempts.at(-1)?.information.failure ?? (attempts.length === 0 ? known.failure : null);
  if (condition.kind === "explain" && last !== null) parts.push(request.explainThenMend);
  else parts.push(problem.kind === "repair" || attempts.length > 0 ? request.mend : request.write);
  return parts;
}

function attemptParts(
  { number, program, information }: Attempt,
  { templates, condition }: Pick<PromptInput, "templates" | "condition">,
): string[] {
  const texts = templates.attempt;
  if (program === null) return [fillTemplate(texts.noProgram, { number: String(number) })];
  const known = allowInformation(information, condition);
  const head = fillTemplate(texts.program, { number: String(number), program: listProgram(program, known) });
  return [head, ...tellInformation(known, templates)];
}

function predictionParts({ problem, templates, condition, given }: PromptInput): string[] {
  const { prediction } = templates;
  const known = allowInformation(given, condition);
  const program = [problem.preamble, problem.starter ?? problem.prompt].filter((part) => part.trim() !== "").join("\n\n");
  const parts = [fillTemplate(prediction.program, { program: listProgram(program, known) })];
  parts.push(...tellInformation(known, templates));
  const { question } = problem;
  if (question?.kind === "output") parts.push(fillTemplate(prediction.output, { call: fence(question.call) }));
  if (question?.kind === "input") {
    parts.push(fillTemplate(prediction.input, { entryPoint: problem.entryPoint ?? "", expected: fence(question.expected) }));
  }
  if (condition.kind === "explain") parts.push(prediction.explain);
  return parts;
}

/** Asks for tests of a synthesis or repair task, from what every arm may know. */
export function buildTestPrompt({ templates, style, problem }: Pick<PromptInput, "templates" | "style" | "problem">): Prompt {
  const task = problem.kind === "repair" ? tellRepair(problem, templates, noInformation) : tellSynthesis(problem, templates);
  const text = storableText(fillTemplate(templates.writeTests, { task, count: "10" }));
  if (style === "chat") return { kind: "chat", messages: [{ role: "user", content: text }] };
  return { kind: "completion", text: `${text}\n\n\`\`\`python\nassert`, stop: ["```"] };
}
