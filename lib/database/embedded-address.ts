import { createHash } from "node:crypto";
import os from "node:os";
import path from "node:path";

/** Linux allows 107 bytes for a socket's path; a data folder that lies deeper gets its socket in the temporary folder. */
const MAXIMUM_SOCKET_PATH_BYTES = 100;

/** Where the embedded server listens for a data folder, and the URL under which `pg` reaches it. */
export function embeddedAddress(dataDirectory: string): { directory: string; socket: string; url: string } {
  const inside = path.join(dataDirectory, "socket");
  const name = createHash("sha256").update(dataDirectory).digest("hex").slice(0, 16);
  const directory =
    Buffer.byteLength(inside) < MAXIMUM_SOCKET_PATH_BYTES - 16 ? inside : path.join(os.tmpdir(), `polytrace-${name}`);
  return {
    directory,
    socket: path.join(directory, ".s.PGSQL.5432"),
    url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(directory)}`,
  };
}
