import { type Remote, wrap } from "comlink";
import type { RecordingInput, TraceEngine } from "./trace-engine";

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
    let opened = this.#opened.get(input.id);
    this.#opened.delete(input.id);
    if (opened === undefined) opened = this.remote.open(input);
    this.#opened.set(input.id, opened);
    await this.#dropOldest();
    try {
      await opened;
    } catch (error) {
      this.#opened.delete(input.id);
      throw error;
    }
    return this.remote;
  }

  async #dropOldest(): Promise<void> {
    for (const id of [...this.#opened.keys()].slice(0, -KEPT)) {
      this.#opened.delete(id);
      await this.remote.close(id);
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
