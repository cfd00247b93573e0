import type { Entry } from "@/lib/recordings/schema";
import type { Runs } from "@/lib/results/runs-schema";

export type Run = { readonly source: string; readonly entry: Entry };

/**
 * What is recorded of a sample: its program with what comes before it, started as chosen. Answers of predictions are no programs: an
 * answered input is what the program in question is called with. Null where there is nothing to run. Pure.
 */
export function runOfSample(runs: Runs, program: string | null, entry: Entry): Run | null {
  if (program === null || program.trim() === "") return null;
  const before = runs.preamble.trim() === "" ? "" : `${runs.preamble.trimEnd()}\n\n`;
  if (runs.kind === "output-prediction") return runs.subject === null ? null : { source: before + runs.subject, entry };
  if (runs.kind === "input-prediction") {
    if (runs.subject === null) return null;
    const call = program.trim();
    const name = runs.entryPoint ?? "f";
    return {
      source: before + runs.subject,
      entry: { kind: "call", expression: call.startsWith(`${name}(`) ? call : `${name}(${program})` },
    };
  }
  const starts = [`def ${runs.entryPoint}(`, `async def ${runs.entryPoint}(`];
  const defines = program.split("\n").some((line) => starts.some((start) => line.trimStart().startsWith(start)));
  const isWhole = runs.prefix === null || runs.entryPoint === null || defines;
  return { source: before + (isWhole ? program : `${runs.prefix}${program}`), entry };
}
