import { LRUCache } from "lru-cache";
import type { RecordingSummary } from "./api-schema";
import type { ClientCounts } from "./limit-clients";
import type { Recording } from "./schema";
import type { SharedRuns } from "./share-run";

/** Decoded recordings are kept up to this many steps in all; one step takes a few hundred bytes. */
const MAXIMUM_DECODED_STEPS = 400_000;

export type ServerState = {
  readonly runs: SharedRuns<RecordingSummary>;
  readonly clients: ClientCounts;
  readonly decoded: LRUCache<string, Recording>;
};

declare global {
  var polytraceServer: ServerState | undefined;
}

/** What this process keeps between requests; on the global object because each bundle of the server has its own copy of a module. */
export function getServerState(): ServerState {
  globalThis.polytraceServer ??= {
    runs: new Map(),
    clients: new Map(),
    decoded: new LRUCache({ maxSize: MAXIMUM_DECODED_STEPS, sizeCalculation: (recording) => recording.steps.length + 100 }),
  };
  return globalThis.polytraceServer;
}
