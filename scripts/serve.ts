/** Runs the database (unless DATABASE_URL names one), migrations, seed, the pages and the worker, until one is told to stop. */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import { applyMigrations } from "@/lib/database/apply-migrations";
import { databaseUrl } from "@/lib/database/client";
import { embeddedAddress } from "@/lib/database/embedded-address";
import { readEnvironment } from "@/lib/environment/read-environment";
import { seed } from "@/prisma/seed";

const environment = readEnvironment(process.env);
const development = process.argv.includes("--dev");
const children: ChildProcess[] = [];
let stopping = false;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function stop(code: number): Promise<never> {
  stopping = true;
  // A copy: a worker that ends takes itself off the list.
  for (const child of children.toReversed()) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    await exited;
  }
  process.exit(code);
}

function isListening(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = net.connect(socket);
    connection.once("connect", () => resolve(connection.destroy() !== null));
    connection.once("error", () => resolve(false));
  });
}

async function startDatabase(): Promise<void> {
  if (environment.databaseUrl !== undefined) return;
  if (await isListening(embeddedAddress(environment.dataDirectory).socket)) {
    throw new Error(
      `Another Polytrace uses the data folder ${environment.dataDirectory}. Stop it, or choose another with POLYTRACE_DATA_DIR.`,
    );
  }
  const child = fork("scripts/database.ts", { execArgv: ["--import", "tsx"] });
  children.push(child);
  await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error("The embedded database did not start; its reason is above."))),
  ]);
  child.once("exit", () => leave("The embedded database"));
}

function leave(what: string): void {
  if (stopping) return;
  say(`✗ ${what} ended unexpectedly; stopping.`);
  void stop(1);
}

function startWorker(delayMs: number): void {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], { stdio: "inherit" });
  children.push(child);
  child.once("exit", () => {
    children.splice(children.indexOf(child), 1);
    if (!stopping) setTimeout(() => startWorker(Math.min(delayMs * 2, 30_000)), delayMs);
  });
}

function startPages(): void {
  const address = ["-H", environment.host, "-p", String(environment.port)];
  const command = ["node_modules/next/dist/bin/next", development ? "dev" : "start", ...address];
  const child = spawn(process.execPath, command, { stdio: "inherit" });
  children.push(child);
  child.once("exit", () => leave("The web server"));
}

process.on("SIGINT", () => void stop(0));
process.on("SIGTERM", () => void stop(0));
process.on("SIGHUP", () => void stop(0));
try {
  await startDatabase();
  const applied = await applyMigrations(databaseUrl());
  if (applied.length > 0) say(`✓ ${applied.length} migration${applied.length === 1 ? "" : "s"} applied`);
  await seed();
  startPages();
  startWorker(1_000);
  say(`✓ Polytrace: http://${environment.host.includes(":") ? `[${environment.host}]` : environment.host}:${environment.port}`);
} catch (error) {
  say(`✗ ${error instanceof Error ? error.message : String(error)}`);
  await stop(1);
}
