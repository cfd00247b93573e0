import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { WholeScriptAdapter } from "./whole-script-adapter";

/** The package's own entry imports the `.wasm` as a module, which Node cannot do without a flag: loaded by hand, once. */
async function loadBindings() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const require = createRequire(import.meta.url);
  const file = require.resolve("@prisma/schema-engine-wasm").replace("schema_engine.js", "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(file), { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return bindings;
}

let loaded: ReturnType<typeof loadBindings> | undefined;

/** Prisma's schema engine as WebAssembly, connected to the database through `pg`. */
export async function openSchemaEngine(connectionString: string): Promise<SchemaEngine> {
  loaded ??= loadBindings();
  const { SchemaEngine } = await loaded;
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScriptAdapter({ connectionString }));
  return SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}
