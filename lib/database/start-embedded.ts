import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { embeddedAddress } from "./embedded-address";
import { EmbeddedServer } from "./embedded-server";

export type EmbeddedDatabase = { readonly url: string; readonly stop: () => Promise<void> };

/**
 * Starts the embedded PostgreSQL behind a local socket.
 * @param dataDirectory the folder that holds the data, or for `memory` only the socket
 * @param storage `disk` keeps the data in `<dataDirectory>/postgres`; `memory` loses it when stopped (tests)
 */
export async function startEmbedded(dataDirectory: string, storage: "disk" | "memory" = "disk"): Promise<EmbeddedDatabase> {
  const address = embeddedAddress(dataDirectory);
  await mkdir(address.directory, { recursive: true, mode: 0o700 });
  await rm(address.socket, { force: true });
  const db = storage === "memory" ? await PGlite.create() : await PGlite.create(path.join(dataDirectory, "postgres"));
  const server = new EmbeddedServer(db);
  await server.listen(address.socket);
  return {
    url: address.url,
    stop: async () => {
      await server.close();
      await db.close();
      await rm(address.socket, { force: true });
    },
  };
}
