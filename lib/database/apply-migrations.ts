import path from "node:path";
import { readMigrations } from "./read-migrations";
import { openSchemaEngine } from "./schema-engine";

/** Applies the migrations that the database does not have yet; returns their names. */
export async function applyMigrations(connectionString: string): Promise<string[]> {
  const engine = await openSchemaEngine(connectionString);
  try {
    const migrationsList = await readMigrations(path.resolve("prisma/migrations"));
    const result = await engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } });
    return result.appliedMigrationNames;
  } finally {
    engine.free();
  }
}
