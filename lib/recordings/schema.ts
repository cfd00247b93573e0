import { z } from "zod";

/** Version of the recording format; see docs/trace-format.md for what each version changed. */
export const RECORDING_FORMAT_VERSION = 1;

export const entrySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("call"), expression: z.string().min(1).max(200_000) }),
  z.strictObject({ kind: z.literal("script"), stdin: z.string().max(4_194_304).default("") }),
  z.strictObject({ kind: z.literal("test"), code: z.string().min(1).max(1_048_576) }),
]);
/** How the program is started: a call of one of its functions, itself as a script, or test code that uses it. */
export type Entry = z.infer<typeof entrySchema>;

export const limitsSchema = z.object({
  wallMs: z.int().min(50).max(600_000),
  cpuMs: z.int().min(50).max(600_000),
  memoryBytes: z
    .int()
    .min(64 * 2 ** 20)
    .max(16 * 2 ** 30),
  steps: z.int().min(1).max(10_000_000),
  recordingBytes: z
    .int()
    .min(65_536)
    .max(512 * 2 ** 20),
  outputBytes: z
    .int()
    .min(0)
    .max(64 * 2 ** 20),
  threads: z.int().min(1).max(1_024),
});
export type Limits = z.infer<typeof limitsSchema>;

export const defaultLimits: Limits = {
  wallMs: 10_000,
  cpuMs: 5_000,
  memoryBytes: 512 * 2 ** 20,
  steps: 200_000,
  recordingBytes: 32 * 2 ** 20,
  outputBytes: 2 ** 20,
  threads: 64,
};

export const recordingStatusSchema = z.enum([
  "completed",
  "raised",
  "syntax-error",
  "step-limit",
  "size-limit",
  "output-limit",
  "timeout",
  "memory",
  "crashed",
  "tampered",
]);
export type RecordingStatus = z.infer<typeof recordingStatusSchema>;

export const jailTierSchema = z.enum(["full", "landlock", "none"]);
export type JailTier = z.infer<typeof jailTierSchema>;

/** Whether the steps are all that happened; separate from the status, which says how the run ended. */
export const completenessSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("complete") }),
  z.object({ kind: z.literal("truncated"), recorded: z.int(), dropped: z.int() }),
  z.object({ kind: z.literal("lost-after"), step: z.int(), reason: z.string() }),
]);

export const recordingHeaderSchema = z.object({
  formatVersion: z.int(),
  recorderVersion: z.string(),
  pythonVersion: z.string(),
  jailTier: jailTierSchema,
  source: z.string(),
  entry: entrySchema,
  limits: limitsSchema,
});
export type RecordingHeader = z.infer<typeof recordingHeaderSchema>;

export const recordingEndSchema = z.object({
  status: recordingStatusSchema,
  /** One sentence for people: what ended the run and, where known, on which line of which text. */
  reason: z.string(),
  completeness: completenessSchema,
  /** The uncaught exception or the syntax error; `file` says whose line it is. */
  error: z
    .object({ type: z.string(), message: z.string(), line: z.int().nullable(), file: z.enum(["program", "entry", "other"]) })
    .nullable(),
  exitCode: z.int().nullable(),
  stepsSeen: z.int(),
  elapsedMs: z.number(),
  cpuMs: z.number(),
  stdout: z.string(),
  stderr: z.string(),
  /** Side effects the program tried, by audit event name (`open`, `socket.connect`, …), with counts. */
  audit: z.record(z.string(), z.int()),
  /** Limits of the capture that this run met, as sentences ("list changes beyond element 1,024 are not seen"). */
  captureNotes: z.array(z.string()),
});
export type RecordingEnd = z.infer<typeof recordingEndSchema>;

/**
 * A value as it was at one moment, captured by exact type and never by user code. `id` numbers identity: two values with the same
 * id are one object in the program. `length` is the full length; when it exceeds what is kept, `items`/`text` hold the head
 * and `tail` the end. `typeName` is set where the object is a subclass of the builtin.
 */
export type Value =
  | { kind: "none" }
  | { kind: "ellipsis" }
  | { kind: "not-implemented" }
  | { kind: "bool"; value: boolean }
  | { kind: "int"; text: string; digits: number; tail?: string; typeName?: string }
  | { kind: "float"; value: number; typeName?: string }
  | { kind: "complex"; real: number; imaginary: number }
  | { kind: "str"; text: string; length: number; tail?: string; typeName?: string }
  | { kind: "bytes" | "bytearray"; bytes: Uint8Array; length: number; tail?: Uint8Array; id?: number; typeName?: string }
  | {
      kind: "list" | "tuple" | "set" | "frozenset" | "deque";
      id: number;
      items: readonly Value[];
      length: number;
      tail?: readonly Value[];
      typeName?: string;
    }
  | {
      kind: "dict";
      id: number;
      entries: readonly (readonly [Value, Value])[];
      length: number;
      tail?: readonly (readonly [Value, Value])[];
      typeName?: string;
    }
  | { kind: "range"; start: string; stop: string; step: string }
  | { kind: "slice"; start: Value; stop: Value; step: Value }
  | { kind: "object"; id: number; typeName: string; attributes: readonly (readonly [string, Value])[]; isException: boolean }
  | {
      kind: "function" | "builtin" | "method" | "class" | "module" | "generator" | "coroutine" | "iterator" | "code";
      name: string;
      id: number;
    }
  /** Seen but not shown: nested too deep, over the size budget, or of a type the recorder does not open. */
  | { kind: "opaque"; id: number; typeName: string; why: "depth" | "budget" | "type" }
  /** An object that contains itself: points at the enclosing value with this id. */
  | { kind: "cycle"; id: number; typeName: string };

export type Change = {
  readonly name: string;
  readonly kind: "bound" | "rebound" | "mutated" | "unbound";
  /** The new value; null when unbound. */
  readonly value: Value | null;
};

/** One activation of a function, class body or module; numbered by its own counter in order of first entry. */
export type Frame = {
  readonly frame: number;
  readonly parentFrame: number | null;
  readonly depth: number;
  /** `co_qualname`; `<module>` for the program itself. */
  readonly function: string;
  readonly firstLine: number;
  /** Last source line of the code object. */
  readonly lastLine: number;
  readonly kind: "module" | "function" | "class" | "generator" | "coroutine" | "async-generator" | "comprehension" | "lambda";
  /** `co_varnames`, then cell and free variables, in the interpreter's order; the first `argumentCount` are parameters. */
  readonly variables: readonly string[];
  readonly argumentCount: number;
};

export type StepEvent = "call" | "line" | "return" | "yield" | "resume" | "exception" | "unwind";

export type Step = {
  readonly seq: number;
  readonly thread: number;
  readonly frame: number;
  readonly event: StepEvent;
  /** 1-based line of the program, and the last line of the statement that starts there. */
  readonly line: number;
  readonly endLine: number;
  /**
   * What this step did to its frame's variables: for `call` the bound arguments, for `line` the effect of executing the line
   * (complete at `settledAt`, the seq of the next step of the same frame; calls made by the line lie in between).
   */
  readonly changes: readonly Change[];
  readonly settledAt: number;
  /** What a return or yield handed out; null when another event. */
  readonly value: Value | null;
  readonly exception: {
    readonly type: string;
    readonly message: string;
    readonly value: Value;
    readonly handled: boolean;
  } | null;
  /** Standard output written while the step was the newest one of its thread. */
  readonly output: string;
};

/** One execution as captured, canonical and format-free. Steps are those of the entry; of loading when the entry was not reached. */
export type Recording = {
  readonly header: RecordingHeader;
  readonly phase: "load" | "entry";
  readonly frames: readonly Frame[];
  readonly steps: readonly Step[];
  readonly end: RecordingEnd;
};
