/** The embedded PostgreSQL in a process of its own, so that a long query does not hold up the pages. Ends with its parent. */
import { mkdir } from "node:fs/promises";
import { startEmbedded } from "@/lib/database/start-embedded";
import { readEnvironment } from "@/lib/environment/read-environment";

const { dataDirectory } = readEnvironment(process.env);
await mkdir(dataDirectory, { recursive: true });
const database = await startEmbedded(dataDirectory);
process.send?.("ready");

async function stop(): Promise<void> {
  await database.stop();
  process.exit(0);
}
process.on("disconnect", () => void stop());
process.on("SIGTERM", () => void stop());
// Ctrl-C reaches the whole group; the parent stops the database last.
process.on("SIGINT", () => undefined);
