import type { Command } from "commander";
import { CommandFailure, exitCodes, usageFailure } from "@/lib/commands/command-failure";
import { openSources } from "@/lib/commands/open-sources";
import { withDatabase } from "@/lib/commands/with-database";
import { findFormat, formats } from "@/lib/formats/registry";
import { importResults } from "@/lib/imports/import-results";
import { printImport } from "@/lib/imports/print-import";

type Options = { readonly as?: string; readonly name?: string; readonly to?: string; readonly json?: true };

/** `import`: reads result files and benchmarks into the database. */
export function addImportCommand(program: Command): void {
  program
    .command("import")
    .description("Read result files, folders or archives into one experiment, and problems into benchmarks")
    .argument("<files...>", "files and folders; .gz and .zip too")
    .option("--as <format>", `read as this format instead of recognizing it (${formats.map(({ id }) => id).join(", ")})`)
    .option("--name <name>", "name of the experiment")
    .option("--to <id>", "experiment that published tables (CSV) are attached to, when they come alone")
    .option("--json", "print the report as JSON")
    .action(runImport);
}

async function runImport(files: readonly string[], options: Options): Promise<void> {
  if (options.as !== undefined && findFormat(options.as) === undefined) {
    throw usageFailure(`There is no format "${options.as}". Known: ${formats.map(({ id }) => id).join(", ")}.`);
  }
  const sources = (await Promise.all(files.map(openSources))).flat();
  const isTold = options.json !== true && process.stderr.isTTY;
  const report = await withDatabase(() =>
    importResults(sources, {
      now: new Date(),
      ...(options.as === undefined ? {} : { as: options.as }),
      name: options.name,
      attachTo: options.to,
      onProgress: ({ path: file, rows }) => {
        if (isTold) process.stderr.write(`\r\u001b[K${rows.toLocaleString("en")} rows · ${file}`);
      },
    }),
  );
  if (isTold) process.stderr.write("\r\u001b[K");
  process.stdout.write(options.json === true ? `${JSON.stringify(report, null, 2)}\n` : printImport(report));
  const refused = report.files.filter(({ status }) => status !== "imported").length;
  if (refused > 0)
    throw new CommandFailure(exitCodes.incomplete, `${refused} of ${report.files.length} files could not be read whole.`);
}
