import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Client } from "pg";
import { applyMigrations } from "@/lib/database/apply-migrations";
import { closeDatabase } from "@/lib/database/client";
import { startEmbedded } from "@/lib/database/start-embedded";

export type TestDatabase = { readonly url: string; readonly stop: () => Promise<void> };

async function createOnServer(serverUrl: string): Promise<TestDatabase> {
  const name = `polytrace_test_${randomBytes(6).toString("hex")}`;
  const run = async (statement: string) => {
    const client = new Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, stop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function createInMemory(): Promise<TestDatabase> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "polytrace-test-"));
  const embedded = await startEmbedded(folder, "memory");
  const stop = async () => {
    await embedded.stop();
    await rm(folder, { recursive: true });
  };
  return { url: embedded.url, stop };
}

/**
 * An empty database with all migrations, for one test file: a new one on the server that TEST_DATABASE_URL names, or the embedded one in
 * memory. The process's own settings point to it until it is stopped.
 */
export async function startTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  const database = server === undefined || server === "" ? await createInMemory() : await createOnServer(server);
  await applyMigrations(database.url);
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = database.url;
  const stop = async () => {
    await closeDatabase();
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    await database.stop();
  };
  return { url: database.url, stop };
}
