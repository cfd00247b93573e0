import { existsSync } from "node:fs";
import os from "node:os";
import type { Command } from "commander";
import { readEnvironment } from "@/lib/environment/read-environment";
import { createRunnerPool } from "@/lib/recordings/create-runner-pool";
import { CommandFailure, exitCodes, usageFailure } from "./command-failure";
import { tracedProgramJson, tracedProgramText } from "./print-traced-program";
import { readProgram } from "./read-program";
import { traceBatch } from "./trace-batch";
import { parseTraceOptions, type TraceOptions, traceSettings } from "./trace-options";
import { traceProgram } from "./trace-program";
import { userPath } from "./user-path";

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

async function traceOne(file: string, options: TraceOptions): Promise<void> {
  const settings = traceSettings(options);
  const program = await readProgram(file, options);
  const pool = await createRunnerPool({ workers: 1 });
  try {
    const traced = await traceProgram(pool, program, settings);
    process.stdout.write(options.json ? tracedProgramJson(traced) : tracedProgramText(traced));
    if (traced.recording.end.status !== "completed") process.stderr.write(`${traced.recording.end.reason}\n`);
  } finally {
    await pool.close();
  }
}

/** Aborts on the first Ctrl-C, so that what is finished is written; the second one ends the process as usual. */
function interruption(): AbortController {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return controller;
}

async function traceMany(batch: string, options: TraceOptions): Promise<void> {
  if (options.out === undefined) throw usageFailure("--batch needs --out, the file that the rows are added to.");
  const input = userPath(batch);
  const output = userPath(options.out);
  if (!existsSync(input)) throw usageFailure(`${input} does not exist.`);
  const settings = traceSettings(options);
  const workers = options.workers ?? readEnvironment(process.env).workers ?? os.availableParallelism();
  const pool = await createRunnerPool({ workers });
  const { signal } = interruption();
  try {
    // Two per worker: while one is rendered here, the next is being run.
    const request = { input, output, settings, concurrency: workers * 2, signal, errors: process.stderr };
    const { failed } = await traceBatch(request, pool);
    if (signal.aborted)
      throw new CommandFailure(exitCodes.interrupted, "Interrupted. The same command goes on where this one stopped.");
    if (failed > 0)
      throw new CommandFailure(exitCodes.incomplete, `${failed} row${failed === 1 ? "" : "s"} could not be traced; see above.`);
  } finally {
    await pool.close();
  }
}

/** `trace`: records programs and prints or writes their traces; needs no server and no database. */
export function addTraceCommand(program: Command): void {
  program
    .command("trace")
    .description("Record a program, or a file of programs, and render it in trace formats")
    .argument("[file]", "Python program; - reads it from standard input")
    .option("--call <expression>", "start it by evaluating this call")
    .option(
      "--stdin <file>",
      "run it as a script with this file as standard input (without --call, --stdin and --test: with none)",
    )
    .option("--test <file>", "start it by running this test code with its names")
    .option("--adapter <id>", "trace format; `polytrace adapters` lists them (default: next)")
    .option("--adapters <ids>", "several formats, separated by commas")
    .option("--option <name=value>", "option of the adapters; adapter:name=value for one of them; repeatable", collect, [])
    .option("--budget <tokens>", "most tokens that each text may have")
    .option("--encoding <name>", "how tokens are counted: o200k_base or cl100k_base", "o200k_base")
    .option("--limit <name=number>", "limit of the run, such as steps=1000 or wallMs=2000; repeatable", collect, [])
    .option("--json", "print status, tokens, notes and spans as JSON")
    .option("--batch <file>", "trace each row {id, code, call | stdin | test} of a file of JSON lines")
    .option("--out <file>", "with --batch: add rows {id, status, steps, renderings} to this file, but none it has already")
    .option("--workers <count>", "with --batch: programs run at once (default: one per core)")
    .action(async (file: string | undefined, given: unknown) => {
      const options = parseTraceOptions(given);
      if (options.batch !== undefined && file === undefined) await traceMany(options.batch, options);
      else if (options.batch === undefined && file !== undefined) await traceOne(file, options);
      else throw usageFailure("Give a program, or --batch with a file of programs.");
    });
}
