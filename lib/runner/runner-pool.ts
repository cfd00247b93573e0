import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import type { Entry, Limits, RecordingEnd, RecordingHeader } from "@/lib/recordings/schema";
import { findPython } from "./find-python";
import { findTracer } from "./find-tracer";
import { InterpreterSlot } from "./interpreter-slot";
import type { Job, ReadyHello, Reply } from "./protocol";
import { InfrastructureError, JailRefusedError, QueueFullError } from "./runner-errors";
import { toRecordingResult } from "./to-recording-result";
import { type Priority, WaitingLine } from "./waiting-line";

export type PoolOptions = {
  /** Warm interpreters; by default one per core and one more. From two on, one is kept free of batch jobs. */
  readonly workers?: number;
  /** Interpreter to use; by default Debian's, else the first `python3` on the PATH. */
  readonly python?: string;
  /** Jail to use; by default the strongest that this machine allows. `none` runs programs unprotected. */
  readonly tier?: "full" | "landlock" | "none";
  /** Jobs that may wait; one more is answered with a QueueFullError. */
  readonly queueLimit?: number;
  /** Largest `limits.recordingBytes` of any job. */
  readonly mostRecordingBytes?: number;
};

export type RecordRun = {
  readonly source: string;
  readonly entry: Entry;
  readonly limits: Limits;
  /** Aborting takes a waiting job out of the queue and ends a running one; `record` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly priority: Priority;
};

/** What `decodeRecording` works on. `cacheable`: the same run would end the same way, so it need not be made again. */
export type RecordingResult = {
  readonly header: RecordingHeader;
  readonly stream: Uint8Array;
  readonly end: RecordingEnd;
  readonly cacheable: boolean;
};

export type RunnerHealth = {
  readonly tier: "full" | "landlock" | "none" | "refuse";
  readonly landlockAbi: number;
  readonly features: Readonly<Record<string, boolean>>;
  /** What a stronger jail would need, in sentences; when refused, why no program is run. */
  readonly missing: readonly string[];
  readonly workers: number;
  readonly busy: number;
  readonly queued: number;
  readonly pythonVersion: string;
  readonly recorderVersion: string;
};

type Ticket = {
  readonly makeJob: (nonce: string) => Job;
  readonly priority: Priority;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (done: Done) => void;
  readonly reject: (reason: unknown) => void;
  attempts: number;
};
type Done = { readonly reply: Reply; readonly nonce: string };
type Submission = Pick<Ticket, "makeJob" | "priority" | "signal">;

const DEFAULT_QUEUE_LIMIT = 64;
const DEFAULT_MOST_RECORDING_BYTES = 512 * 2 ** 20;
const MOST_ATTEMPTS = 2;
const NONCE_BYTES = 24;
const SHORTEST_RETRY_MS = 250;
/** Weight of the newest job in the running mean of how long jobs take. */
const MEAN_WEIGHT = 0.1;

/** The warm interpreters of this process and the line of jobs before them. */
export class RunnerPool {
  readonly #slots: InterpreterSlot[];
  readonly #line = new WaitingLine<Ticket>();
  readonly #queueLimit: number;
  readonly #started = Promise.withResolvers<void>();
  #hello: ReadyHello | null = null;
  #refusal: JailRefusedError | null = null;
  #running = { interactive: 0, batch: 0 };
  #meanMs = 100;
  #isClosed = false;

  constructor(options: PoolOptions) {
    this.#queueLimit = options.queueLimit ?? DEFAULT_QUEUE_LIMIT;
    const interpreter = {
      python: findPython(options.python),
      tracer: findTracer(),
      tier: options.tier,
      mostRecordingBytes: options.mostRecordingBytes ?? DEFAULT_MOST_RECORDING_BYTES,
    };
    const events = {
      onIdle: () => this.#dispatch(),
      onHello: (hello: ReadyHello) => this.#greet(hello),
      onFailure: (error: InfrastructureError | JailRefusedError) => this.#fail(error),
    };
    const workers = options.workers ?? availableParallelism() + 1;
    this.#slots = Array.from({ length: workers }, () => new InterpreterSlot(interpreter, events));
  }

  /** Resolves when programs can be run, or when it is known that they cannot. */
  get started(): Promise<void> {
    return this.#started.promise;
  }

  /**
   * Records one program.
   * @throws QueueFullError, JailRefusedError; InfrastructureError when the machinery failed twice; the signal's reason when aborted
   */
  async record(run: RecordRun): Promise<RecordingResult> {
    const { source, entry, limits, priority, signal } = run;
    const makeJob = (nonce: string): Job => ({ mode: "record", source, entry, limits, nonce });
    const { reply, nonce } = await this.submit({ makeJob, priority, signal });
    const hello = this.#hello;
    if (hello === null) throw new InfrastructureError("no warm interpreter has said what it is");
    return toRecordingResult({ run, reply, nonce, hello });
  }

  /** Runs a job of any mode in a process of its own, again once when the machinery fails. Errors as `record`. */
  submit(submission: Submission): Promise<Done> {
    if (this.#isClosed) return Promise.reject(new InfrastructureError("the runner is closed"));
    if (this.#refusal !== null) return Promise.reject(this.#refusal);
    const { signal } = submission;
    if (signal?.aborted) return Promise.reject(signal.reason);
    const queued = this.#line.length;
    if (queued >= this.#queueLimit && !this.#hasRoomFor(submission.priority)) {
      return Promise.reject(new QueueFullError(queued, this.#retryAfterMs()));
    }
    const { promise, resolve, reject } = Promise.withResolvers<Done>();
    const ticket: Ticket = { ...submission, resolve, reject, attempts: 0 };
    const leave = () => this.#line.remove(ticket) && reject(signal?.reason);
    signal?.addEventListener("abort", leave, { once: true });
    this.#line.push(ticket);
    this.#dispatch();
    return promise.finally(() => signal?.removeEventListener("abort", leave));
  }

  health(): RunnerHealth {
    const hello = this.#hello;
    return {
      tier: this.#refusal === null ? (hello?.tier ?? "refuse") : "refuse",
      landlockAbi: hello?.landlockAbi ?? 0,
      features: hello?.features ?? {},
      missing: this.#refusal?.missing ?? hello?.missing ?? [],
      workers: this.#slots.length,
      busy: this.#running.interactive + this.#running.batch,
      queued: this.#line.length,
      pythonVersion: hello?.pythonVersion ?? "",
      recorderVersion: hello?.recorderVersion ?? "",
    };
  }

  /** Ends all interpreters; jobs that wait or run are rejected with an InfrastructureError. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const ticket of this.#line.drain()) ticket.reject(new InfrastructureError("the runner was closed"));
    await Promise.all(this.#slots.map((slot) => slot.close()));
    this.#started.resolve();
  }

  #greet(hello: ReadyHello): void {
    this.#hello = hello;
    this.#refusal = null;
    this.#started.resolve();
  }

  #fail(error: InfrastructureError | JailRefusedError): void {
    if (this.#hello === null) this.#refusal = error instanceof JailRefusedError ? error : new JailRefusedError([error.message]);
    if (this.#refusal === null) return;
    this.#started.resolve();
    for (const ticket of this.#line.drain()) ticket.reject(this.#refusal);
  }

  #hasRoomFor(priority: Priority): boolean {
    return this.#slots.some((slot) => slot.isIdle) && (priority === "interactive" || this.#admitsBatch());
  }

  #admitsBatch(): boolean {
    return this.#running.batch < Math.max(1, this.#slots.length - 1);
  }

  #retryAfterMs(): number {
    return Math.max(SHORTEST_RETRY_MS, Math.round((this.#meanMs * this.#line.length) / this.#slots.length));
  }

  #dispatch(): void {
    for (const slot of this.#slots) {
      if (!slot.isIdle) continue;
      const ticket = this.#line.next({ batch: this.#admitsBatch() });
      if (ticket === null) return;
      this.#running[ticket.priority] += 1;
      this.#run(ticket, slot).catch(ticket.reject);
    }
  }

  async #run(ticket: Ticket, slot: InterpreterSlot): Promise<void> {
    const nonce = randomBytes(NONCE_BYTES).toString("base64url");
    const begin = performance.now();
    ticket.attempts += 1;
    try {
      const reply = await slot.run(ticket.makeJob(nonce), ticket.signal);
      this.#meanMs += MEAN_WEIGHT * (performance.now() - begin - this.#meanMs);
      if (ticket.signal?.aborted) ticket.reject(ticket.signal.reason);
      else if (neverRan(reply))
        this.#tryAgain(ticket, new InfrastructureError(`The program was not run: ${reply.message || reply.stage}`));
      else ticket.resolve({ reply, nonce });
    } catch (error) {
      if (!(error instanceof InfrastructureError)) throw error;
      this.#tryAgain(ticket, error);
    } finally {
      this.#running[ticket.priority] -= 1;
      this.#dispatch();
    }
  }

  #tryAgain(ticket: Ticket, error: InfrastructureError): void {
    if (ticket.signal?.aborted) ticket.reject(ticket.signal.reason);
    else if (ticket.attempts >= MOST_ATTEMPTS || this.#isClosed) ticket.reject(error);
    else this.#line.pushBack(ticket);
  }
}

/** The process ended before the program began, and not because of a limit. */
function neverRan(reply: Reply): boolean {
  return reply.reason === "internal" || (reply.killed === "none" && (reply.stage === "spare" || reply.stage === "read"));
}

/** Starts the warm interpreters and waits until the first one serves, or until it is known that none will. */
export async function createPool(options: PoolOptions = {}): Promise<RunnerPool> {
  const pool = new RunnerPool(options);
  await pool.started;
  return pool;
}
