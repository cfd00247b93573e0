import net from "node:net";
import { applyMigrations } from "@/lib/database/apply-migrations";
import { closeDatabase, databaseUrl } from "@/lib/database/client";
import { embeddedAddress } from "@/lib/database/embedded-address";
import { readEnvironment } from "@/lib/environment/read-environment";

/**
 * Runs a command's work on the database: on the user's own server, on that of a Polytrace that is running, or on the embedded one, which
 * is then started for as long as the work takes.
 */
export async function withDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  const { databaseUrl: own, dataDirectory } = readEnvironment(process.env);
  const isServed = own !== undefined || (await isListening(embeddedAddress(dataDirectory).socket));
  const embedded = isServed ? null : await startOwn(dataDirectory);
  try {
    await applyMigrations(databaseUrl());
    return await work();
  } finally {
    await closeDatabase();
    await embedded?.stop();
  }
}

/** Loaded when it is needed: a database of its own takes longer to load than everything else of a command. */
async function startOwn(dataDirectory: string) {
  const { startEmbedded } = await import("@/lib/database/start-embedded");
  return startEmbedded(dataDirectory);
}

function isListening(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = net.connect(socket);
    connection.once("connect", () => {
      connection.destroy();
      resolve(true);
    });
    connection.once("error", () => resolve(false));
  });
}
