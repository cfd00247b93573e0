import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Problem, Suite } from "@/lib/benchmarks/schema";
import { answerProgram } from "@/lib/judge/answer-program";
import { type Judging, judgePatiently } from "@/lib/judge/judge-patiently";
import { createJudge } from "@/lib/judge/judge-program";
import type { Verdict } from "@/lib/judge/schema";
import { InfrastructureError } from "@/lib/runner/runner-errors";
import type { RunnerPool } from "@/lib/runner/runner-pool";
import { usageFailure } from "./command-failure";
import { type JudgeBenchmark, ProblemIndex } from "./judge-benchmark";
import { JudgeFindings } from "./judge-findings";
import { fingerprintOf, JudgeFingerprints } from "./judge-fingerprints";
import { type JudgeOutput, type OutputHeader, type OutputRow, openJudgeOutput, readFinished } from "./judge-output";
import type { JudgeSample, SampleSource } from "./judge-sources";
import { JudgeTally } from "./judge-tally";
import { type ProgressStream, startProgress } from "./progress";
import { runConcurrently } from "./run-concurrently";

export type JudgeRequest = {
  readonly benchmark: JudgeBenchmark;
  readonly source: SampleSource;
  readonly header: OutputHeader;
  /** File that rows are added to; undefined: only the totals are wanted. */
  readonly out: string | undefined;
  /** Answers under way at once. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly errors: ProgressStream;
};

export type Judged = {
  /** By arm of the source; null where it has none. */
  readonly tallies: ReadonlyMap<string | null, JudgeTally>;
  readonly findings: JudgeFindings;
  /** Samples whose program an earlier one of the same problem and arm had; each counts. */
  readonly identical: number;
  readonly resumed: number;
  readonly seconds: number;
};

type Work = { readonly sample: JudgeSample; readonly problem: Problem; readonly program: string; readonly sha256: string };

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

class JudgeRun {
  readonly tallies = new Map<string | null, JudgeTally>();
  readonly findings = new JudgeFindings();
  readonly counts = { total: null as number | null, skipped: 0, done: 0, failed: 0 };
  identical = 0;
  readonly #request: JudgeRequest;
  readonly #judging: Judging;
  readonly #index: ProblemIndex;
  readonly #finished = new JudgeFingerprints();
  readonly #seen = new Map<string, Set<number>>();
  #output: JudgeOutput | null = null;

  constructor(request: JudgeRequest, pool: RunnerPool) {
    this.#request = request;
    this.#index = new ProblemIndex(request.benchmark.problems);
    const sleep = async (ms: number, signal: AbortSignal) => void (await delay(ms, undefined, { signal }));
    this.#judging = { services: { judge: createJudge(pool), sleep }, signal: request.signal };
  }

  /** Takes over what an earlier run finished, once it is known to be about the same samples. */
  async resume(): Promise<void> {
    const { out, header } = this.#request;
    if (out !== undefined) {
      for await (const row of readFinished(out, header)) if (this.#finished.add(row.ordinal, row.sha256)) this.#count(row);
    }
    await this.#survey();
    if (out !== undefined) this.#output = await openJudgeOutput(out, header);
  }

  /** Counts the samples, and checks those that are finished against the source. */
  async #survey(): Promise<void> {
    let total = 0;
    let found = 0;
    for await (const event of this.#request.source.open()) {
      if (event.type !== "sample") continue;
      total += 1;
      const { ordinal, taskId, chain } = event.sample;
      if (!this.#finished.has(ordinal)) continue;
      const work = this.#toWork(event.sample);
      if (work === null || !this.#finished.isSame(ordinal, work.sha256))
        throw usageFailure(
          `${this.#request.out} has a verdict on another program for ${taskId}, sample ${chain}: the samples have changed. Choose another file for --out.`,
        );
      found += 1;
    }
    if (found < this.#finished.count)
      throw usageFailure(
        `${this.#request.out} has ${this.#finished.count - found} verdicts on samples that are not there any more. Choose another file for --out.`,
      );
    this.counts.total = total;
  }

  #toWork(sample: JudgeSample): Work | null {
    const problem = this.#index.find(sample.taskId, sample.kind);
    if (typeof problem === "string") throw usageFailure(problem);
    const program = problem === undefined ? null : answerProgram(problem, sample);
    if (problem === undefined || program === null) return null;
    return { sample, problem, program, sha256: sha256Of(program) };
  }

  /** The answers that are still to be judged; notes those that cannot be. */
  async *work(): AsyncGenerator<Work> {
    for await (const event of this.#request.source.open()) {
      if (this.#request.signal.aborted) return;
      if (event.type === "report") this.findings.addFile(event.report);
      else if (event.type === "bare") this.findings.addBare();
      else {
        const work = this.#toWork(event.sample);
        if (work !== null) {
          this.#noteIdentical(work);
          if (this.#finished.has(event.sample.ordinal)) this.counts.skipped += 1;
          else yield work;
        } else this.#noteUnjudged(event.sample);
      }
    }
  }

  #noteUnjudged(sample: JudgeSample): void {
    this.counts.failed += 1;
    if (this.#index.find(sample.taskId, sample.kind) === undefined) this.findings.addUnknown(sample);
    else this.findings.addWithoutText(sample);
  }

  #noteIdentical({ sample, problem, sha256 }: Work): void {
    const key = `${sample.arm} ${sample.round} ${problem.taskId} ${problem.kind}`;
    const seen = this.#seen.get(key) ?? new Set<number>();
    this.#seen.set(key, seen);
    const before = seen.size;
    if (seen.add(fingerprintOf(sha256)).size === before) this.identical += 1;
  }

  async judge(work: Work): Promise<void> {
    const { sample, problem, program } = work;
    try {
      const verdict = await judgePatiently(this.#judging, { problem, program, tests: "all" });
      const row = toRow(work, verdict);
      await this.#output?.write(row);
      this.#count(row);
      this.counts.done += 1;
    } catch (error) {
      if (this.#request.signal.aborted) return;
      if (!(error instanceof InfrastructureError)) throw error;
      // Nothing is known about the program: it is not written, so that the next run tries it again.
      this.findings.infrastructure.add({ taskId: sample.taskId, sample: sample.chain, message: error.message });
      this.counts.failed += 1;
    }
  }

  #count(row: OutputRow): void {
    const tally = this.tallies.get(row.arm) ?? new JudgeTally();
    this.tallies.set(row.arm, tally);
    tally.add({ problem: `${row.task_id} ${row.kind}`, verdict: row.verdict, suites: row.suites });
    this.findings.compare(row);
  }

  async close(): Promise<void> {
    await this.#output?.close();
  }
}

function toRow({ sample, problem, sha256 }: Work, verdict: Verdict): OutputRow {
  const failure = verdict.tests.find(({ passed }) => !passed);
  return {
    ordinal: sample.ordinal,
    task_id: problem.taskId,
    kind: problem.kind,
    arm: sample.arm,
    sample: sample.chain,
    round: sample.round,
    sha256,
    verdict: verdict.verdict,
    passed: verdict.verdict === "passed",
    suites: suitesOf(problem, verdict),
    tests_passed: verdict.tests.filter(({ passed }) => passed).length,
    tests: verdict.tests.length,
    failure: failure === undefined ? null : { ...pickFailure(failure) },
    elapsed_ms: Math.round(verdict.elapsedMs * 1_000) / 1_000,
    published: sample.published,
  };
}

function pickFailure({ input, expected, actual, outcome, message }: Verdict["tests"][number]) {
  return { input: short(input), expected: expected === null ? null : short(expected), actual, outcome, message };
}

/** Test code and inputs may be megabytes long; they are in the benchmark. */
function short(text: string): string {
  return text.length > 500 ? `${text.slice(0, 500)}…` : text;
}

function suitesOf({ scoredSuites, tests }: Problem, verdict: Verdict): Partial<Record<Suite, boolean>> {
  if (scoredSuites.length < 2) return {};
  return Object.fromEntries(
    scoredSuites.map((suite) => {
      const own = verdict.tests.filter(({ index }) => tests[index]?.suite === suite);
      return [suite, own.length > 0 && own.every(({ passed }) => passed)];
    }),
  );
}

/** Judges every answer of a source that the output does not have yet. */
export async function judgeSamples(request: JudgeRequest, pool: RunnerPool): Promise<Judged> {
  const begin = performance.now();
  const run = new JudgeRun(request, pool);
  await run.resume();
  const progress = startProgress(request.errors, () => run.counts);
  try {
    await runConcurrently(run.work(), request.concurrency, (work) => run.judge(work));
  } finally {
    progress.stop();
    await run.close();
  }
  const { tallies, findings, identical, counts } = run;
  return { tallies, findings, identical, resumed: counts.skipped, seconds: (performance.now() - begin) / 1_000 };
}
