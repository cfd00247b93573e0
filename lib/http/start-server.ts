import { readEnvironment } from "@/lib/environment/read-environment";
import { getRunnerPool } from "@/lib/recordings/runner-pool";
import { watchConnections } from "./watch-connections";

/** Prepares this process to serve: learns who connects, and warms the interpreters so that the first program does not wait for them. */
export function startServer(): void {
  watchConnections(readEnvironment(process.env).trustedProxies);
  // Where programs cannot be run, pages and stored recordings are still served, and say why.
  getRunnerPool().catch((error: unknown) => console.error("Programs cannot be run:", error));
}
