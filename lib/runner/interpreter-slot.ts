import { setTimeout as delay } from "node:timers/promises";
import type { Job, ReadyHello, Reply } from "./protocol";
import { InfrastructureError, JailRefusedError } from "./runner-errors";
import { type InterpreterOptions, WarmInterpreter } from "./warm-interpreter";

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

export type SlotEvents = {
  /** The slot can take a job. */
  readonly onIdle: () => void;
  readonly onHello: (hello: ReadyHello) => void;
  /** An interpreter could not be started, or refuses; the slot tries again only after failures, not after a refusal. */
  readonly onFailure: (error: InfrastructureError | JailRefusedError) => void;
};

/** A place for one warm interpreter, which is started again when it dies, after pauses that double. */
export class InterpreterSlot {
  readonly #options: InterpreterOptions;
  readonly #events: SlotEvents;
  readonly #closing = new AbortController();
  #interpreter: WarmInterpreter | null = null;
  #isIdle = false;
  #failures = 0;
  #running: Promise<void>;

  constructor(options: InterpreterOptions, events: SlotEvents) {
    this.#options = options;
    this.#events = events;
    this.#running = this.#keepRunning();
  }

  get isIdle(): boolean {
    return this.#isIdle;
  }

  get processId(): number | undefined {
    return this.#interpreter?.processId;
  }

  /** Runs a job; the slot must be idle. Aborting ends the job's process and rejects with the signal's reason. */
  async run(job: Job, signal: AbortSignal | undefined): Promise<Reply> {
    const interpreter = this.#interpreter;
    if (interpreter === null || !this.#isIdle) throw new Error("this slot is not idle");
    this.#isIdle = false;
    const { reply, cancel } = interpreter.run(job);
    signal?.addEventListener("abort", cancel, { once: true });
    try {
      const done = await reply;
      this.#failures = 0;
      this.#isIdle = true;
      return done;
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#interpreter?.close();
    await this.#running;
  }

  async #keepRunning(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      const interpreter = new WarmInterpreter(this.#options);
      this.#interpreter = interpreter;
      if (!(await this.#greet(interpreter))) return;
      const error = await interpreter.ended;
      this.#isIdle = false;
      this.#interpreter = null;
      if (this.#closing.signal.aborted) return;
      this.#events.onFailure(error);
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS);
      this.#failures += 1;
      await delay(pause, undefined, { signal: this.#closing.signal }).catch(() => undefined);
    }
  }

  /** Waits for the first message; false when the interpreter refuses for good. */
  async #greet(interpreter: WarmInterpreter): Promise<boolean> {
    try {
      const hello = await interpreter.hello;
      if (hello.tier === "refuse") {
        await interpreter.close();
        this.#interpreter = null;
        this.#events.onFailure(new JailRefusedError(hello.missing));
        return false;
      }
      this.#isIdle = true;
      this.#events.onHello(hello);
      this.#events.onIdle();
    } catch (error) {
      // It ended before it spoke: `ended` tells the caller.
      if (!(error instanceof InfrastructureError)) throw error;
    }
    return true;
  }
}
