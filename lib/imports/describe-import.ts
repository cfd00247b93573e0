import type { ImportReport } from "./report-schema";

/** What became of an import as a whole, in a few words. */
export function importHeading({ experimentId, isNew, benchmarks }: ImportReport): string {
  if (experimentId === null && benchmarks.length === 0) return "Nothing was imported";
  const isAnythingNew = isNew || benchmarks.some((benchmark) => benchmark.isNew);
  return isAnythingNew ? "Imported" : "These files were imported before; nothing was done";
}

/** Arms, problems and samples of an import. */
export function importCounts({
  arms,
  problems,
  samples,
}: Pick<ImportReport, "arms" | "problems" | "samples">): readonly string[] {
  return [counted(arms, "arm"), counted(problems, "problem"), counted(samples, "sample")];
}

function counted(count: number, word: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? word : `${word}s`}`;
}
