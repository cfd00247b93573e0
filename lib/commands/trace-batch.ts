import { createReadStream } from "node:fs";
import { describeRunnerError } from "@/lib/http/describe-runner-error";
import { isAppError } from "@/lib/http/is-app-error";
import type { RunnerPool } from "@/lib/runner/runner-pool";
import { type BatchRow, parseBatchRow, rowEntry, rowKey } from "./batch-row";
import { type BatchOutput, openBatchOutput } from "./open-batch-output";
import { type Counts, type Progress, type ProgressStream, startProgress } from "./progress";
import { readLines } from "./read-lines";
import { recordForCommand } from "./record-for-command";
import { runConcurrently } from "./run-concurrently";
import { renderChoices, type TraceSettings } from "./trace-program";

export type BatchRequest = {
  readonly input: string;
  readonly output: string;
  readonly settings: TraceSettings;
  /** Programs under way at once. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly errors: ProgressStream;
};

type NumberedRow = { readonly line: number; readonly row: BatchRow };
type Tally = { total: number; skipped: number; done: number; failed: number };

async function countRows(file: string): Promise<number> {
  let rows = 0;
  for await (const { bytes } of readLines(createReadStream(file))) if (!isBlank(bytes)) rows += 1;
  return rows;
}

function isBlank(bytes: Buffer): boolean {
  return bytes.toString("latin1").trim() === "";
}

class Batch {
  readonly #request: BatchRequest;
  readonly #pool: RunnerPool;
  readonly #output: BatchOutput;
  readonly #progress: Progress;
  readonly tally: Tally;

  constructor(request: BatchRequest, pool: RunnerPool, parts: { output: BatchOutput; progress: Progress; tally: Tally }) {
    this.#request = request;
    this.#pool = pool;
    this.#output = parts.output;
    this.#progress = parts.progress;
    this.tally = parts.tally;
  }

  fail(line: number, sentence: string): void {
    this.tally.failed += 1;
    this.#progress.say(`${this.#request.input} line ${line}: ${sentence}`);
  }

  /** The rows that are still to be done; reports lines that are no rows. */
  async *rows(): AsyncGenerator<NumberedRow> {
    const seen = new Map<string, number>();
    for await (const { number, bytes } of readLines(createReadStream(this.#request.input))) {
      if (this.#request.signal.aborted) return;
      if (isBlank(bytes)) continue;
      const row = parseBatchRow(bytes.toString("utf8"));
      if (typeof row === "string") {
        this.fail(number, row);
        continue;
      }
      const key = rowKey(row.id);
      const before = seen.get(key);
      seen.set(key, before ?? number);
      if (before !== undefined) this.fail(number, `the id ${key} was used in line ${before} already`);
      else if (this.#output.done.has(key)) this.tally.skipped += 1;
      else yield { line: number, row };
    }
  }

  async trace({ line, row }: NumberedRow): Promise<void> {
    const { settings, signal } = this.#request;
    try {
      const run = { source: row.code, entry: rowEntry(row), limits: settings.limits, priority: "batch" as const, signal };
      const recording = await recordForCommand(this.#pool, run);
      const traces = await renderChoices(recording, settings);
      const renderings = Object.fromEntries([...traces].map(([id, trace]) => [id, trace.text]));
      await this.#output.write({ id: row.id, status: recording.end.status, steps: recording.steps.length, renderings });
      this.tally.done += 1;
    } catch (error) {
      if (signal.aborted) return;
      const known = isAppError(error) ? error : describeRunnerError(error);
      if (known === null || known.code === "jail_refused") throw error;
      this.fail(line, known.message);
    }
  }
}

/** Traces each row of a file of JSON lines that the output does not have yet; returns how many rows went which way. */
export async function traceBatch(request: BatchRequest, pool: RunnerPool): Promise<Counts> {
  const output = await openBatchOutput(
    request.output,
    request.settings.choices.map(({ adapter }) => adapter.id),
  );
  const tally: Tally = { total: await countRows(request.input), skipped: 0, done: 0, failed: 0 };
  const progress = startProgress(request.errors, () => tally);
  const batch = new Batch(request, pool, { output, progress, tally });
  try {
    await runConcurrently(batch.rows(), request.concurrency, (row) => batch.trace(row));
  } finally {
    progress.stop();
    await output.close();
  }
  return tally;
}
