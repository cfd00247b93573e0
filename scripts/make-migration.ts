/**
 * `npm run migration -- NAME`: writes the SQL from the last migration's schema to the one in schema.prisma. Each migration keeps a copy
 * of the schema it leads to, so that no shadow database is needed.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { DiffTarget } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { openSchemaEngine } from "@/lib/database/schema-engine";
import { startEmbedded } from "@/lib/database/start-embedded";

const migrations = "prisma/migrations";

async function lastSchema(): Promise<DiffTarget> {
  const entries = await readdir(migrations, { withFileTypes: true });
  const last = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .at(-1);
  if (last === undefined) return { tag: "empty" };
  return target(await readFile(path.join(migrations, last, "schema.prisma"), "utf8"));
}

function target(content: string): DiffTarget {
  return { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
}

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  throw new Error("Name the migration in snake_case, for example: npm run migration -- add_models");
}
const schema = await readFile("prisma/schema.prisma", "utf8");
const scratch = await mkdtemp(path.join(os.tmpdir(), "polytrace-migration-"));
// The engine wants a live connection even to compare two texts.
const database = await startEmbedded(scratch, "memory");
const engine = await openSchemaEngine(database.url);
const filters = { externalTables: [], externalEnums: [] };
const { stdout } = await engine.diff({ from: await lastSchema(), to: target(schema), script: true, exitCode: null, filters });
await database.stop();
await rm(scratch, { recursive: true });
const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
const folder = path.join(migrations, `${stamp}_${name}`);
await mkdir(folder);
await writeFile(path.join(folder, "migration.sql"), stdout ?? "");
await writeFile(path.join(folder, "schema.prisma"), schema);
process.stdout.write(`Wrote ${folder}/migration.sql\n`);
