import { importCounts } from "@/lib/imports/describe-import";
import type { ImportReport } from "@/lib/imports/report-schema";
import type { FileReport } from "@/lib/imports/schema";

/** An import's report for a terminal. Pure. */
export function printImport(report: ImportReport): string {
  const { experimentId, name, isNew, benchmarks, files } = report;
  const results =
    experimentId === null
      ? []
      : [
          `${isNew ? "Imported" : "Imported before, nothing was done"}: ${name}`,
          `  experiment ${experimentId}: ${importCounts(report).join(", ")}`,
        ];
  const problemSets = benchmarks.map(({ slug, version, problems: count, isNew: fresh }) => {
    const status = fresh ? "new" : "here before";
    return `  benchmark ${slug}@${version.slice(0, 12)}: ${count} problems (${status})`;
  });
  return `${[...results, ...problemSets, ...files.flatMap(printFile)].join("\n")}\n`;
}

/** What became of one file, as lines. */
export function printFile(file: FileReport): readonly string[] {
  const counts = `${file.rowsRead} rows, ${file.rowsKept} kept, ${file.rowsRejected} rejected`;
  const head =
    file.status === "imported" ? `✓ ${file.path} (${file.formatTitle}): ${counts}` : `✗ ${file.reason ?? file.path} (${counts})`;
  const rejections = file.rejections
    .slice(0, 5)
    .map(({ line, reason }) => `    ${line === null ? "" : `line ${line}: `}${reason}`);
  const notices = file.notices
    .filter(({ severity }) => severity !== "information")
    .map(({ line, message }) => `    ! ${line === null ? "" : `line ${line}: `}${message}`);
  return [head, ...rejections, ...notices];
}
