import type { JudgeProgram } from "@/lib/judge/schema";
import type { Entry, Limits, Recording } from "@/lib/recordings/schema";

export type RecordRunRequest = {
  readonly source: string;
  readonly entry: Entry;
  readonly limits: Limits;
  readonly signal: AbortSignal;
};

/** What the engine needs from outside; the worker gives it the jail, the network and the clock. */
export type EngineServices = {
  readonly judge: JudgeProgram;
  readonly record: (request: RecordRunRequest) => Promise<Recording>;
  readonly fetch: typeof fetch;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, rejects with the signal's reason when it aborts first. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};
