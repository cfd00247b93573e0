import os from "node:os";
import type { Command } from "commander";
import { readEnvironment } from "@/lib/environment/read-environment";
import { stopChoices } from "@/lib/judge/cut-completion";
import { createRunnerPool } from "@/lib/recordings/create-runner-pool";
import { CommandFailure, exitCodes } from "./command-failure";
import { testChoices } from "./judge-benchmark";
import { judgeFiles } from "./judge-files";
import { parseJudgeOptions } from "./judge-options";
import { builtInSources } from "./judge-sources";

/** Aborts on the first Ctrl-C, so that what is finished is written; the second one ends the process as usual. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

async function runJudge(given: unknown): Promise<void> {
  const options = parseJudgeOptions(given);
  const workers = options.workers ?? readEnvironment(process.env).workers ?? os.availableParallelism();
  const signal = interruption();
  // One interpreter more than work: a pool keeps one free of batch jobs. Room in the queue for the jobs of the benchmark's own values.
  const pool = await createRunnerPool({ workers: workers + 1, queueLimit: workers * 16 });
  try {
    const { report, lack } = await judgeFiles(options, { pool, workers, signal, errors: process.stderr });
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    if (signal.aborted)
      throw new CommandFailure(
        exitCodes.interrupted,
        "Interrupted. With --out, the same command goes on where this one stopped.",
      );
    if (lack !== null) throw new CommandFailure(exitCodes.incomplete, lack);
  } finally {
    await pool.close();
  }
}

export function addJudgeOptions(command: Command): Command {
  const builtIn = Object.entries(builtInSources).map(([name, meaning]) => `${name} (${meaning})`);
  return command
    .requiredOption("--benchmark <file>", "problems, in any format of benchmarks; a file or folder, .gz and .zip too")
    .requiredOption("--samples <file>", `answers, in any format of results; or, without a file: ${builtIn.join(", ")}`)
    .option("--k <numbers>", "pass@k for these k, separated by commas", "1")
    .option("--out <file>", "add a row per sample to this file of JSON lines, and skip the samples that it has")
    .option("--workers <count>", "programs run at once (default: one per core)")
    .option("--tests <choice>", `which tests decide: ${testChoices.join(", ")}`, "scored")
    .option("--kind <kind>", "only problems of this kind, where a task is of several: output-prediction, input-prediction, …")
    .option("--timeout <seconds>", "limit per test, instead of the benchmark's own")
    .option("--preamble <code>", "Python code to run before every program, such as 'from typing import *'")
    .option("--stop <choice>", `cut completions where that benchmark has models stop: ${stopChoices.join(", ")}`, "none")
    .option("--as <format>", "read the samples as this format instead of recognizing it")
    .option("--benchmark-as <format>", "read the benchmark as this format instead of recognizing it");
}

/** `judge`: runs answers against a benchmark's tests; needs no server and no database. */
export function addJudgeCommand(program: Command): void {
  const description = "Run samples against a benchmark's tests and print verdicts and pass@k as JSON";
  addJudgeOptions(program.command("judge").description(description)).action(runJudge);
}
