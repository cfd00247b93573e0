import os from "node:os";
import type { Command } from "commander";
import { readEnvironment } from "@/lib/environment/read-environment";
import { findFormat, formats } from "@/lib/formats/registry";
import { HARNESS_VERSION } from "@/lib/judge/judge-program";
import { createRunnerPool } from "@/lib/recordings/create-runner-pool";
import { JailRefusedError } from "@/lib/runner/runner-errors";
import type { RunnerPool } from "@/lib/runner/runner-pool";
import { CommandFailure, exitCodes, usageFailure } from "./command-failure";
import { type JudgeBenchmark, readJudgeBenchmark, testChoices } from "./judge-benchmark";
import { type JudgeOptions, parseJudgeOptions } from "./judge-options";
import type { OutputHeader } from "./judge-output";
import { judgeReport } from "./judge-report";
import { type Judged, judgeSamples } from "./judge-samples";
import { builtInSamples, builtInSources, fileSamples, isBuiltInSource, type SampleSource } from "./judge-sources";
import { openSources } from "./open-sources";
import { userPath } from "./user-path";

function requireFormat(id: string | undefined): void {
  if (id === undefined || findFormat(id) !== undefined) return;
  throw usageFailure(`There is no format "${id}". Known: ${formats.map((format) => format.id).join(", ")}.`);
}

async function openBenchmark(options: JudgeOptions): Promise<JudgeBenchmark> {
  requireFormat(options.benchmarkAs);
  const { tests, kind, preamble } = options;
  const timeLimitMs = options.timeout === undefined ? undefined : Math.ceil(options.timeout * 1_000);
  const settings = { tests, kind, timeLimitMs, preamble, as: options.benchmarkAs };
  return readJudgeBenchmark(await openSources(options.benchmark), settings);
}

async function openSamples({ samples, as }: JudgeOptions, { problems }: JudgeBenchmark): Promise<SampleSource> {
  if (isBuiltInSource(samples)) return builtInSamples(samples, problems);
  requireFormat(as);
  return fileSamples(samples, await openSources(samples), as);
}

function headerOf(options: JudgeOptions, { version }: JudgeBenchmark, pool: RunnerPool): OutputHeader {
  const { tier, missing, pythonVersion } = pool.health();
  if (tier === "refuse") throw new JailRefusedError(missing);
  return {
    polytraceVerdicts: 1,
    benchmark: version,
    tests: options.tests,
    kind: options.kind ?? null,
    timeLimitMs: options.timeout === undefined ? null : Math.ceil(options.timeout * 1_000),
    preamble: options.preamble,
    harness: HARNESS_VERSION,
    tier,
    python: pythonVersion,
  };
}

/** Aborts on the first Ctrl-C, so that what is finished is written; the second one ends the process as usual. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

function failUnlessComplete({ tallies, findings }: Judged, source: SampleSource): void {
  const { unknownTasks, withoutText, infrastructure, files } = findings;
  const broken = files.filter(({ status }) => status !== "imported");
  const rejected = files.reduce((sum, { rowsRejected }) => sum + rowsRejected, 0);
  if (tallies.size === 0 && unknownTasks.count + infrastructure.count === 0)
    throw usageFailure(`${source.name} holds no samples to judge. ${broken[0]?.reason ?? ""}`.trim());
  const parts = [
    unknownTasks.count > 0 ? `${unknownTasks.count} samples are of tasks that the benchmark does not have` : "",
    withoutText.count > 0 ? `${withoutText.count} samples have no program` : "",
    rejected > 0 ? `${rejected} rows could not be read` : "",
    broken.length > 0 ? `${broken.length} files could not be read whole` : "",
    infrastructure.count > 0 ? `${infrastructure.count} samples could not be judged because of faults of this machine` : "",
  ].filter((part) => part !== "");
  if (parts.length > 0) throw new CommandFailure(exitCodes.incomplete, `${parts.join("; ")}; see the report.`);
}

async function runJudge(given: unknown): Promise<void> {
  const options = parseJudgeOptions(given);
  const benchmark = await openBenchmark(options);
  const source = await openSamples(options, benchmark);
  const workers = options.workers ?? readEnvironment(process.env).workers ?? os.availableParallelism();
  const signal = interruption();
  // One interpreter more than work: a pool keeps one free of batch jobs. Room in the queue for the jobs of the benchmark's own values.
  const pool = await createRunnerPool({ workers: workers + 1, queueLimit: workers * 16 });
  try {
    const header = headerOf(options, benchmark, pool);
    const out = options.out === undefined ? undefined : userPath(options.out);
    const request = { benchmark, source, header, out, concurrency: workers * 2, signal, errors: process.stderr };
    const judged = await judgeSamples(request, pool);
    process.stdout.write(`${JSON.stringify(judgeReport({ benchmark, header, judged, ks: options.k }), null, 2)}\n`);
    if (signal.aborted)
      throw new CommandFailure(
        exitCodes.interrupted,
        "Interrupted. With --out, the same command goes on where this one stopped.",
      );
    failUnlessComplete(judged, source);
  } finally {
    await pool.close();
  }
}

/** `judge`: runs answers against a benchmark's tests; needs no server and no database. */
export function addJudgeCommand(program: Command): void {
  const builtIn = Object.entries(builtInSources).map(([name, meaning]) => `${name} (${meaning})`);
  program
    .command("judge")
    .description("Run samples against a benchmark's tests and print verdicts and pass@k as JSON")
    .requiredOption("--benchmark <file>", "problems, in any format of benchmarks; a file or folder, .gz and .zip too")
    .requiredOption("--samples <file>", `answers, in any format of results; or, without a file: ${builtIn.join(", ")}`)
    .option("--k <numbers>", "pass@k for these k, separated by commas", "1")
    .option("--out <file>", "add a row per sample to this file of JSON lines, and skip the samples that it has")
    .option("--workers <count>", "programs run at once (default: one per core)")
    .option("--tests <choice>", `which tests decide: ${testChoices.join(", ")}`, "scored")
    .option("--kind <kind>", "only problems of this kind, where a task is of several: output-prediction, input-prediction, …")
    .option("--timeout <seconds>", "limit per test, instead of the benchmark's own")
    .option("--preamble <code>", "Python code to run before every program, such as 'from typing import *'")
    .option("--as <format>", "read the samples as this format instead of recognizing it")
    .option("--benchmark-as <format>", "read the benchmark as this format instead of recognizing it")
    .action(runJudge);
}
