import { type Remote, wrap } from "comlink";
import { type RecordingInput, recordingKey } from "./recording-key";
import type { TraceEngine } from "./trace-engine";

/** Stepping has a worker of its own, so that it answers while the other renders and counts tokens. */
export type Role = "step" | "render";

const KEPT = 6;

class EngineClient {
  readonly remote: Remote<TraceEngine>;
  readonly #opened = new Map<string, Promise<void>>();

  constructor() {
    this.remote = wrap<TraceEngine>(new Worker(new URL("./trace-worker.ts", import.meta.url), { type: "module" }));
  }

  /** The engine, once it has the recording. The recordings used longest ago are let go. */
  async with(input: RecordingInput): Promise<Remote<TraceEngine>> {
    const key = recordingKey(input);
    let opened = this.#opened.get(key);
    this.#opened.delete(key);
    if (opened === undefined) opened = this.remote.open(input);
    this.#opened.set(key, opened);
    await this.#dropOldest();
    try {
      await opened;
    } catch (error) {
      this.#opened.delete(key);
      throw error;
    }
    return this.remote;
  }

  async #dropOldest(): Promise<void> {
    for (const key of [...this.#opened.keys()].slice(0, -KEPT)) {
      this.#opened.delete(key);
      await this.remote.close(key);
    }
  }
}

const clients = new Map<Role, EngineClient>();

/** The engine of a role with a recording loaded; started on first use. */
export function engineWith(role: Role, input: RecordingInput): Promise<Remote<TraceEngine>> {
  const client = clients.get(role) ?? new EngineClient();
  clients.set(role, client);
  return client.with(input);
}
