import type { Problem } from "@/lib/benchmarks/schema";
import { splitItems } from "@/lib/formats/python/split-items";
import type { ImportedSample } from "@/lib/imports/schema";

/** What is judged of a stored sample, as the benchmark's own harness would put it together; null where the source kept no answer. */
export function answerProgram(problem: Problem, { form, text }: Pick<ImportedSample, "form" | "text">): string | null {
  if (text === null) return null;
  if (problem.kind === "input-prediction") return argumentsOf(problem, text);
  if (problem.kind === "output-prediction") return text;
  if (form !== "completion" || problem.completionPrefix === null || text.trim() === "") return text;
  return problem.completionPrefix + text;
}

/** CRUXEval's inputs are stored as whole calls, `f(1, [2])`; what is judged stands between the parentheses. */
function argumentsOf({ entryPoint }: Problem, text: string): string {
  const trimmed = text.trim();
  const call = `${entryPoint}(`;
  if (entryPoint === null || !trimmed.startsWith(call) || !trimmed.endsWith(")")) return text;
  const inside = trimmed.slice(call.length, -1);
  try {
    splitItems(inside);
    return inside;
  } catch {
    // The last parenthesis closes another one: it is no single call.
    return text;
  }
}
