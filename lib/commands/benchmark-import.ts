import type { Command } from "commander";
import { importBenchmarks } from "@/lib/benchmarks/import-benchmarks";
import type { BenchmarkImport } from "@/lib/benchmarks/import-schema";
import { printFile } from "@/lib/imports/print-import";
import { slugSchema } from "@/lib/models/schema";
import { CommandFailure, exitCodes, usageFailure } from "./command-failure";
import { openSources } from "./open-sources";
import { printVerification, type Verified, verifyInCommand } from "./verify-in-command";
import { withDatabase } from "./with-database";

type Options = {
  readonly as?: string;
  readonly slug?: string;
  readonly title?: string;
  readonly verify: boolean;
  readonly json: boolean;
};

/** `benchmark import FILE…`. */
export function addBenchmarkImport(benchmark: Command, known: readonly string[]): void {
  benchmark
    .command("import")
    .description("Read problems from files, folders or archives; the same problems twice are one benchmark")
    .argument("<files...>", "files and folders; .gz, .zst and .zip too")
    .option("--as <format>", `read as this format instead of recognizing it (${known.join(", ")})`)
    .option("--slug <slug>", "name for specifications; taken from the file when left out")
    .option("--title <title>", "title for people")
    .option("--verify", "judge its solutions, which have to pass, and its buggy programs, which have to fail", false)
    .option("--json", "print the report as JSON", false)
    .action(async (files: readonly string[], options: Options) => {
      checkOptions(options, known);
      const sources = (await Promise.all(files.map(openSources))).flat();
      await withDatabase(async () => {
        const report = await importBenchmarks(sources, {
          ...(options.as === undefined ? {} : { as: options.as }),
          slug: options.slug ?? null,
          title: options.title ?? null,
          onProgress: tellProgress(options),
        });
        clearProgress(options);
        if (!options.json) process.stdout.write(printReport(report));
        const verified = options.verify ? await verifyAll(report, options) : [];
        if (options.json) process.stdout.write(`${JSON.stringify({ ...report, verifications: verified }, null, 2)}\n`);
        failIfIncomplete(report, files.length);
      });
    });
}

function checkOptions({ as, slug }: Options, known: readonly string[]): void {
  if (as !== undefined && !known.includes(as))
    throw usageFailure(`There is no format of benchmarks "${as}". Known: ${known.join(", ")}.`);
  const named = slugSchema.safeParse(slug ?? "x");
  if (!named.success) throw usageFailure(`--slug ${slug}: ${named.error.issues[0]?.message ?? "cannot be used"}.`);
}

function tellProgress({ json }: Options) {
  return ({ step, path, problems }: { readonly step: string; readonly path: string; readonly problems: number }) => {
    if (!json && process.stderr.isTTY)
      process.stderr.write(`\r\u001b[K${step} ${path}: ${problems.toLocaleString("en")} problems`);
  };
}

function clearProgress({ json }: Options): void {
  if (!json && process.stderr.isTTY) process.stderr.write("\r\u001b[K");
}

async function verifyAll({ benchmarks }: BenchmarkImport, { json }: Options): Promise<Verified[]> {
  const verified: Verified[] = [];
  for (const { id } of benchmarks) {
    const outcome = await verifyInCommand(id);
    verified.push(outcome);
    if (!json) process.stdout.write(printVerification(outcome));
  }
  return verified;
}

function printReport({ benchmarks, files, otherRows }: BenchmarkImport): string {
  const stored = benchmarks.map(({ id, title, problems, kinds, isNew, duplicates }) => {
    const twice = duplicates.length === 0 ? "" : `; ${duplicates.length} tasks come more than once, the first counts`;
    return `${id}  ${title}: ${problems} problems (${kinds.join(", ")}), ${isNew ? "new" : "here before"}${twice}`;
  });
  const others = otherRows === 0 ? [] : [`${otherRows} rows are results, not problems: "polytrace import" takes them.`];
  return `${[...stored, ...others, ...files.flatMap(printFile)].join("\n")}\n`;
}

/** Folders and archives hold other files too: those that are no known format are told, and only files that were named have to be one. */
function failIfIncomplete({ benchmarks, files }: BenchmarkImport, named: number): void {
  if (benchmarks.length === 0) throw new CommandFailure(exitCodes.incomplete, "None of these files is a benchmark.");
  const isAlone = named === files.length;
  const faulty = files.filter(({ status, format }) => status !== "imported" && (isAlone || format !== null)).length;
  if (faulty > 0) throw new CommandFailure(exitCodes.incomplete, `${faulty} of ${files.length} files could not be read whole.`);
}
