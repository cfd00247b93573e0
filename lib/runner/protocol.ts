import { z } from "zod";
import type { Entry, Limits } from "@/lib/recordings/schema";

/** The other side of `tracer/wire.py`; both change together with this number. */
export const PROTOCOL_VERSION = 3;

const refusalSchema = z.object({
  protocol: z.literal(PROTOCOL_VERSION),
  tier: z.literal("refuse"),
  missing: z.array(z.string()).min(1),
});

const readySchema = z.object({
  protocol: z.literal(PROTOCOL_VERSION),
  tier: z.enum(["full", "landlock", "none"]),
  landlockAbi: z.int(),
  features: z.record(z.string(), z.boolean()),
  missing: z.array(z.string()),
  pythonVersion: z.string(),
  recorderVersion: z.string(),
  formatVersion: z.int(),
});

/** A warm interpreter's first message. */
export const helloSchema = z.discriminatedUnion("tier", [refusalSchema, readySchema]);
export type Hello = z.infer<typeof helloSchema>;
export type ReadyHello = z.infer<typeof readySchema>;

/** Job for one process. `nonce` proves that the last record is the recorder's own; the program cannot read it. */
export type RecordJob = {
  readonly mode: "record";
  readonly source: string;
  readonly entry: Entry;
  readonly limits: Limits;
  readonly nonce: string;
};
type JudgeWork =
  | { readonly kind: "calls"; readonly expressions: readonly string[] }
  | { readonly kind: "script"; readonly stdin: string }
  | { readonly kind: "tests"; readonly tests: readonly string[]; readonly entryPoint: string | null }
  | {
      readonly kind: "shared";
      readonly code: string;
      readonly entryPoint: string | null;
      /** `data`: an answer of the entry point that is an object ends the test. */
      readonly answers: "data" | "objects";
    };

/** A program against tests, see `tracer/judge.py`. `partMs` limits each expression or test, `limits` the whole job. */
export type JudgeJob = {
  readonly mode: "judge";
  readonly source: string;
  readonly limits: Limits;
  readonly nonce: string;
  readonly partMs: number;
  readonly resultBytes: number;
} & JudgeWork;
export type JudgeWorkload = JudgeWork & Pick<JudgeJob, "source">;

export type Job = RecordJob | JudgeJob;

/** Why the waiting process killed a job. */
export const killReasons = ["none", "wall", "cpu", "output", "cancelled", "files"] as const;
export type KillReason = (typeof killReasons)[number];

/** How far a job came, as its control page says: `spare` never read its job. */
export const stages = ["spare", "read", "sealed", "running", "ended"] as const;
export type Stage = (typeof stages)[number];

/** Why a job's process ended itself, as its control page says. */
export const endReasons = ["none", "output-limit", "internal", "out-of-memory"] as const;
export type EndReason = (typeof endReasons)[number];

/** One job's end as the waiting process saw it. `stream` and `rawOutput` are the program's to forge. */
export type Reply = {
  readonly number: number;
  /** As wait(2) gives it. */
  readonly waitStatus: number;
  readonly killed: KillReason;
  readonly stage: Stage;
  readonly reason: EndReason;
  readonly message: string;
  readonly stream: Uint8Array;
  /** What was written to the descriptors of standard output and error past Python's own streams, up to the limit. */
  readonly rawOutput: Uint8Array;
  readonly rawOutputSeen: number;
  readonly elapsedMs: number;
  readonly cpuMs: number;
  readonly residentKiB: number;
  /** Code that no compiler made can change anything in its process: what the process says of itself may be its own work. */
  readonly madeCode: boolean;
  /** Of a job with parts: the number of the one that ran, from 1; 0 before the first. */
  readonly part: number;
};

export const REPLY_HEADER_BYTES = 84;
const MAGIC = 0x31525450; // "PTR1", little-endian

export type ReplyHeader = Omit<Reply, "message" | "stream" | "rawOutput"> & {
  readonly messageBytes: number;
  readonly streamBytes: number;
  readonly rawOutputBytes: number;
};

function nameOf<T extends string>(names: readonly T[], index: number): T {
  const name = names[index];
  if (name === undefined) throw new Error(`a reply has the unknown number ${index} for one of: ${names.join(", ")}`);
  return name;
}

/** Reads a reply's fixed part; throws when the two sides have lost each other. */
export function parseReplyHeader(bytes: Buffer): ReplyHeader {
  if (bytes.readUInt32LE(0) !== MAGIC) throw new Error("a reply does not begin like one");
  return {
    number: bytes.readUInt32LE(4),
    waitStatus: bytes.readInt32LE(8),
    killed: nameOf(killReasons, bytes.readUInt32LE(12)),
    // The control page is in memory of the program: numbers that do not exist are its forgery, not a lost connection.
    stage: stages[bytes.readUInt32LE(16)] ?? "running",
    reason: endReasons[bytes.readUInt32LE(20)] ?? "none",
    messageBytes: bytes.readUInt32LE(24),
    part: bytes.readUInt32LE(28),
    streamBytes: Number(bytes.readBigUInt64LE(32)),
    rawOutputBytes: Number(bytes.readBigUInt64LE(40)),
    rawOutputSeen: Number(bytes.readBigUInt64LE(48)),
    elapsedMs: Number(bytes.readBigUInt64LE(56)) / 1000,
    cpuMs: Number(bytes.readBigUInt64LE(64)) / 1000,
    residentKiB: Number(bytes.readBigUInt64LE(72)),
    madeCode: bytes.readUInt32LE(80) !== 0,
  };
}

function withLength(part: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(part));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.byteLength);
  return Buffer.concat([head, body]);
}

/**
 * A job as it goes to a warm interpreter: length and JSON. One of kind `tests` goes in two parts: the process that runs the program is given
 * the first one alone, and so never holds the tests.
 */
export function encodeJob(job: Job): Buffer {
  if (job.mode !== "judge" || job.kind !== "tests") return withLength(job);
  const { tests, entryPoint, nonce, ...first } = job;
  return Buffer.concat([withLength(first), withLength({ tests, entryPoint, nonce })]);
}

/** A request to end the job with this number (counted from 1 per interpreter), should it still run. */
export function encodeCancel(number: number): Buffer {
  const message = Buffer.alloc(4);
  message.writeUInt32LE(number);
  return message;
}
