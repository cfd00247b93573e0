import type { Problem } from "@/lib/benchmarks/schema";
import { isPrediction } from "@/lib/experiments/treats-first-prompt";
import { answerProgram } from "@/lib/judge/answer-program";
import { findImportedSample, type ImportedAnswer } from "@/lib/models/data";
import { fence } from "./prompts/fence";

type Position = { readonly chain: number; readonly round: number };

/** The answer that an imported arm holds for a problem, or null; rounds are counted from 1 here and from 0 in imports. */
export async function findReplayedAnswer(source: string, problem: Problem, { chain, round }: Position): Promise<string | null> {
  const sample = await findImportedSample({ source, taskId: problem.taskId, chain, round: round - 1 });
  return sample === null ? null : toReplayedAnswer(problem, sample);
}

/**
 * An imported sample as a model would have answered it. Where the source kept what it had extracted, that is taken, because it is what the
 * source's own verdict is about: a completion is put behind the problem's prefix, as its harness does; programs are fenced, predictions tagged.
 */
export function toReplayedAnswer(problem: Problem, { raw, extracted }: ImportedAnswer): string | null {
  if (extracted === null) return raw;
  if (extracted.trim() === "") return "";
  if (isPrediction(problem.kind)) return `[ANSWER]${answerProgram(problem, { form: "answer", text: extracted })}[/ANSWER]`;
  const form = isCompletion(problem, extracted) ? "completion" : "program";
  return fence(answerProgram(problem, { form, text: extracted }) ?? "");
}

/** Stored samples do not say which of the two they are. What defines the entry point on its own stands alone. */
function isCompletion({ completionPrefix, entryPoint }: Problem, text: string): boolean {
  if (completionPrefix === null || entryPoint === null) return false;
  const name = entryPoint.replaceAll(/[^\w]/g, "");
  const startsInside = /^(?:[ \t]*\r?\n)*[ \t]+\S/.test(text);
  return startsInside || !new RegExp(`^(?:(?:async[ \\t]+)?def|class)[ \\t]+${name}\\b|^${name}[ \\t]*=`, "m").test(text);
}
