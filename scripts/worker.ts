/** Works on jobs from the database until it is told to stop; start as many as you like. */
import { once } from "node:events";
import { closeDatabase } from "@/lib/database/client";
import { startWorker } from "@/lib/jobs/start-worker";

const worker = await startWorker();
const stopped = new AbortController();
await Promise.race(["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => once(process, signal, { signal: stopped.signal })));
stopped.abort();
await worker.stop();
await closeDatabase();
