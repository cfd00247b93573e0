import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { readEnvironment } from "@/lib/environment/read-environment";
import { embeddedAddress } from "./embedded-address";
import { PrismaClient } from "./generated/client";

/** The URL under which this process reaches the database: the user's own server, or the embedded one. */
export function databaseUrl(): string {
  const environment = readEnvironment(process.env);
  return environment.databaseUrl ?? embeddedAddress(environment.dataDirectory).url;
}

declare global {
  var polytraceClient: PrismaClient | undefined;
  var polytracePool: Pool | undefined;
}

/** The connections of this process; kept on the global object because the development server reloads modules. */
export function getPool(): Pool {
  globalThis.polytracePool ??= new Pool({ connectionString: databaseUrl(), max: 10 });
  return globalThis.polytracePool;
}

/** The one client of this process. */
export function getDatabase(): PrismaClient {
  globalThis.polytraceClient ??= new PrismaClient({ adapter: new PrismaPg(getPool()) });
  return globalThis.polytraceClient;
}

/** Closes the connections, so that a command can end. */
export async function closeDatabase(): Promise<void> {
  await globalThis.polytraceClient?.$disconnect();
  await globalThis.polytracePool?.end();
  globalThis.polytraceClient = undefined;
  globalThis.polytracePool = undefined;
}
