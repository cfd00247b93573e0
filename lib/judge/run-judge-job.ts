import { z } from "zod";
import { defaultLimits, type Limits } from "@/lib/recordings/schema";
import { decideOutcome } from "@/lib/runner/decide-outcome";
import { parseStreamEnd } from "@/lib/runner/parse-tail";
import type { JudgeWorkload, Reply } from "@/lib/runner/protocol";
import type { RunnerPool } from "@/lib/runner/runner-pool";
import { type DataValue, NotDataError, parseDataValue } from "./data-value";
import type { TestOutcome } from "./schema";

export type JudgeRunner = { readonly pool: RunnerPool; readonly signal: AbortSignal | undefined };
export type TimedWorkload = { readonly work: JudgeWorkload; readonly parts: number; readonly partMs: number };

/** A program names its exceptions as it likes. */
const MOST_WORDS = 1_000;
const words = z.string().transform((text) => text.slice(0, MOST_WORDS));
const errorSchema = z.object({ type: words, message: words });
export type RaisedError = z.infer<typeof errorSchema>;

const recordSchema = z.union([
  z
    .object({ index: z.int().min(0), value: z.unknown() })
    .transform(({ index, value }) => ({ index, value: parseDataValue(value) })),
  z.object({ index: z.int().min(0), error: errorSchema }),
  z.object({ index: z.int().min(0), passed: z.literal(true) }),
  z.object({ index: z.int().min(0), needsOneProcess: words }),
]);
/** What is known about one expression or test. */
export type PartResult = z.infer<typeof recordSchema>;

export type JobResult = {
  readonly results: ReadonlyMap<number, PartResult>;
  /** How the job as a whole ended; `passed` is a genuine end of everything. */
  readonly end: TestOutcome["outcome"];
  readonly error: RaisedError | null;
  /** A sentence about the end. */
  readonly reason: string;
  readonly stdout: string;
  readonly elapsedMs: number;
};

const HEADER_BYTES = 128;
const RESULT_BYTES = 64 * 2 ** 20;
const OUTPUT_BYTES = 16 * 2 ** 20;
const MEMORY_BYTES = 2 ** 30;
/** For loading the program, and for what lies between the parts. */
const SPARE_MS = 2_000;
const LONGEST_JOB_MS = 300_000;
/** Limits count processor time; a busy machine may take so many times as long by the clock (tracer/waiter.py). */
const MOST_WALL_PER_CPU = 20;

/** Limits of a judged job, so that they can be part of its result. */
export function judgeLimits(parts: number, partMs: number): Limits {
  const cpuMs = Math.min(LONGEST_JOB_MS, Math.max(1, parts) * partMs + SPARE_MS);
  return { ...defaultLimits, wallMs: MOST_WALL_PER_CPU * cpuMs, cpuMs, memoryBytes: MEMORY_BYTES, outputBytes: OUTPUT_BYTES };
}

/** At most `most` records: what is behind them, only a tampering program wrote. */
function recordsOf(bytes: Uint8Array, most: number): string[] {
  const stream = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = Math.min(stream.byteLength, stream.byteLength >= 8 ? Number(stream.readBigUInt64LE(0)) : 0);
  const records: string[] = [];
  for (let at = HEADER_BYTES; at + 4 <= end && records.length < most; ) {
    const length = stream.readUInt32LE(at);
    if (at + 4 + length > end) break;
    records.push(stream.toString("utf8", at + 4, at + 4 + length));
    at += 4 + length;
  }
  return records;
}

function parseRecord<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    // A record that is none, which only a tampering program writes, tells nothing.
    if (error instanceof SyntaxError || error instanceof NotDataError) return null;
    throw error;
  }
}

const loadErrorSchema = z.object({ loadError: errorSchema });

function findLoadError(records: readonly string[]): RaisedError | null {
  for (const text of records) {
    if (!text.startsWith('{"loadError"')) continue;
    const parsed = parseRecord(loadErrorSchema, text);
    if (parsed !== null) return parsed.loadError;
  }
  return null;
}

const outcomeOfStatus = {
  completed: "passed",
  raised: "raised",
  "syntax-error": "raised",
  timeout: "timeout",
  memory: "memory",
  crashed: "crashed",
  tampered: "tampered",
  "output-limit": "crashed",
  "step-limit": "crashed",
  "size-limit": "crashed",
} as const;

type Finished = {
  readonly reply: Reply;
  readonly nonce: string;
  readonly limits: Limits;
  readonly kind: JudgeWorkload["kind"];
  readonly parts: number;
};
type End = Pick<JobResult, "end" | "error" | "reason">;

/** How a job without words of the harness about it ended. A program that leaves has not let its tests end; only a script may, with success. */
function endOf({ reply, nonce, limits, kind }: Finished): End {
  const end = parseStreamEnd(reply.stream, nonce);
  const { status, reason, error } = decideOutcome({ reply, end, limits });
  const code = end.tail?.exitCode ?? 0;
  if (status === "completed" && end.tail?.outcome === "exited" && (kind !== "script" || code !== 0)) {
    return { end: "raised", error: { type: "SystemExit", message: String(code) }, reason };
  }
  return { end: outcomeOfStatus[status], error: error === null ? null : { type: error.type, message: error.message }, reason };
}

function toResult(finished: Finished): JobResult {
  const { reply, kind, parts } = finished;
  // One says that the program was loaded.
  const records = recordsOf(reply.stream, parts + 1);
  const results = new Map<number, PartResult>();
  for (const record of records.map((text) => parseRecord(recordSchema, text))) {
    if (record !== null && !results.has(record.index)) results.set(record.index, record);
  }
  const loadError = findLoadError(records);
  const gone = kind === "tests" && records.some((text) => /^\{("index":\d+,)?"gone":/.test(text));
  const end = endOf(finished);
  return {
    results,
    ...end,
    ...(gone ? { end: "crashed", reason: "The program's process ended before it answered." } : {}),
    ...(loadError === null ? {} : { end: "raised", error: loadError }),
    stdout: Buffer.from(reply.rawOutput).toString(),
    elapsedMs: reply.elapsedMs,
  };
}

/** Runs one job of the judge. Errors as `RunnerPool.submit`. */
export async function runJudgeJob({ pool, signal }: JudgeRunner, { work, parts, partMs }: TimedWorkload): Promise<JobResult> {
  const limits = judgeLimits(parts, partMs);
  // What ends a part is its own limit.
  const shownLimits = { ...limits, wallMs: partMs, cpuMs: partMs };
  const makeJob = (nonce: string) => ({ mode: "judge" as const, ...work, limits, nonce, partMs, resultBytes: RESULT_BYTES });
  const { reply, nonce } = await pool.submit({ makeJob, priority: "batch", signal });
  return toResult({ reply, nonce, limits: shownLimits, kind: work.kind, parts });
}

/** The value of a part; null when it has none. */
export function partValue(result: PartResult | undefined): DataValue | null {
  return result !== undefined && "value" in result ? result.value : null;
}
