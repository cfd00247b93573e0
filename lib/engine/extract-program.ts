import type { TaskKind } from "@/lib/benchmarks/schema";
import { isPrediction } from "@/lib/experiments/treats-first-prompt";
import type { Prompt } from "./prompts/prompt";

export type Extraction = {
  readonly text: string;
  readonly prompt: Prompt;
  readonly kind: TaskKind;
  readonly entryPoint: string | null;
  readonly completionPrefix: string | null;
};

/** The program, or for predictions the answer, in what a model wrote; null when there is none. Nothing is mended or guessed. */
export function extractProgram(extraction: Extraction): string | null {
  const { text, prompt, kind, completionPrefix } = extraction;
  if (isPrediction(kind)) return extractAnswer(text, prompt);
  if (prompt.kind === "completion") {
    if (completionPrefix !== null && prompt.text === completionPrefix) return text.trim() === "" ? null : completionPrefix + text;
    return fencedPrograms(text).length > 0 ? chooseFenced(extraction) : unlessBlank(text);
  }
  return chooseFenced(extraction);
}

/** Programs in closed fences, or in one that the end of the answer cut. */
function fencedPrograms(text: string): string[] {
  const programs: string[] = [];
  const opening = /^[ \t]*(`{3,}|~{3,})[ \t]*([\w+-]*)[^\n`]*\n/gm;
  for (let open = opening.exec(text); open !== null; open = opening.exec(text)) {
    const ticks = open[1] ?? "";
    const start = opening.lastIndex;
    const closing = new RegExp(`^[ \\t]*${ticks[0] === "~" ? "~" : "`"}{${ticks.length},}[ \\t]*$`, "m").exec(text.slice(start));
    const end = closing === null ? text.length : start + closing.index;
    const language = (open[2] ?? "").toLowerCase();
    if (["", "python", "python3", "py"].includes(language)) programs.push(text.slice(start, end));
    opening.lastIndex = closing === null ? text.length : end + closing[0].length;
  }
  return programs.filter((program) => program.trim() !== "");
}

/** The last one that defines the entry point, because models show the wrong program before the corrected one; else the last. */
function chooseFenced({ text, entryPoint }: Extraction): string | null {
  const programs = fencedPrograms(text);
  if (programs.length === 0) return looksLikeProgram(text, entryPoint) ? text : null;
  const defining = programs.filter((program) => definesEntryPoint(program, entryPoint));
  return defining.at(-1) ?? programs.at(-1) ?? null;
}

function definesEntryPoint(program: string, entryPoint: string | null): boolean {
  if (entryPoint === null) return true;
  const name = entryPoint.replaceAll(/[^\w]/g, "");
  return new RegExp(`^[ \\t]*(?:async[ \\t]+)?(?:def|class)[ \\t]+${name}\\b|^${name}[ \\t]*=`, "m").test(program);
}

/** An answer without a fence is a program only when it starts like one and defines what is asked. */
function looksLikeProgram(text: string, entryPoint: string | null): boolean {
  return (
    /^\s*(?:(?:async\s+def|def|class|import|from)\b|[@#])/.test(text) &&
    entryPoint !== null &&
    definesEntryPoint(text, entryPoint)
  );
}

function extractAnswer(text: string, prompt: Prompt): string | null {
  if (prompt.kind === "completion" && !text.includes("[ANSWER]")) return nonEmpty(text.split("[/ANSWER]")[0] ?? "");
  const tagged = [...text.matchAll(/\[ANSWER\]([\s\S]*?)(?:\[\/ANSWER\]|$)/g)].at(-1)?.[1];
  return tagged === undefined ? null : nonEmpty(unfence(tagged.trim()));
}

function unfence(text: string): string {
  return fencedPrograms(text)[0]?.trim() ?? text.replace(/^`([^`]*)`$/, "$1");
}

/** A program keeps its indentation. */
function unlessBlank(text: string): string | null {
  return text.trim() === "" ? null : text;
}

function nonEmpty(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
