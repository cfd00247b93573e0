import { findFormat, formats } from "@/lib/formats/registry";
import { HARNESS_VERSION } from "@/lib/judge/judge-program";
import { JailRefusedError } from "@/lib/runner/runner-errors";
import type { RunnerPool } from "@/lib/runner/runner-pool";
import { usageFailure } from "./command-failure";
import { type JudgeBenchmark, readJudgeBenchmark } from "./judge-benchmark";
import type { JudgeOptions } from "./judge-options";
import type { OutputHeader } from "./judge-output";
import { judgeReport } from "./judge-report";
import { type Judged, judgeSamples } from "./judge-samples";
import { builtInSamples, fileSamples, isBuiltInSource, type SampleSource } from "./judge-sources";
import { openSources } from "./open-sources";
import type { ProgressStream } from "./progress";
import { userPath } from "./user-path";

export type JudgeMachine = {
  readonly pool: RunnerPool;
  /** Programs run at once. */
  readonly workers: number;
  readonly signal: AbortSignal;
  readonly errors: ProgressStream;
};

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

async function openSamples({ samples, as, stop }: JudgeOptions, { problems }: JudgeBenchmark): Promise<SampleSource> {
  if (isBuiltInSource(samples)) return builtInSamples(samples, problems);
  requireFormat(as);
  return fileSamples(samples, await openSources(samples), { as, stop });
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
    stop: options.stop,
    harness: HARNESS_VERSION,
    tier,
    python: pythonVersion,
  };
}

/** What of the samples was not judged, as a sentence; null when everything was. */
function lackOf({ tallies, findings }: Judged, source: SampleSource): string | null {
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
  return parts.length === 0 ? null : `${parts.join("; ")}; see the report.`;
}

/** Judges samples against a benchmark, both read from files: the whole of the command but its process. */
export async function judgeFiles(
  options: JudgeOptions,
  { pool, workers, signal, errors }: JudgeMachine,
): Promise<{ readonly report: ReturnType<typeof judgeReport>; readonly lack: string | null }> {
  const benchmark = await openBenchmark(options);
  const source = await openSamples(options, benchmark);
  const header = headerOf(options, benchmark, pool);
  const out = options.out === undefined ? undefined : userPath(options.out);
  // Two per worker: while one is compared here, the next is being run.
  const judged = await judgeSamples({ benchmark, source, header, out, concurrency: workers * 2, signal, errors }, pool);
  const lack = signal.aborted ? null : lackOf(judged, source);
  return { report: judgeReport({ benchmark, header, judged, ks: options.k }), lack };
}
