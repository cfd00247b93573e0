import { type ChildProcess, execFile, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { embeddedAddress } from "@/lib/database/embedded-address";

const node = path.resolve("node_modules/.bin/node");

export type KillableProduct = {
  readonly baseUrl: string;
  readonly databaseUrl: string;
  /** Web server and worker, and the database where it does not run; the database's migrations must be there already. */
  readonly start: () => Promise<void>;
  /** SIGKILL to web server and worker at once, in `everything` to the database before them, as when a machine loses power. */
  readonly kill: (what: "server-and-worker" | "everything") => Promise<void>;
  /** The command line, on the same data. */
  readonly command: (...args: string[]) => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** The built product as `npm start` runs it: database, web server and worker in processes of their own, data in a folder of its own. */
export async function createKillableProduct(port: number): Promise<KillableProduct> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "polytrace-killed-"));
  const env = { ...process.env, NODE_ENV: "production", DATABASE_URL: "", POLYTRACE_DATA_DIR: folder } as const;
  let database: ChildProcess | null = null;
  let servers: ChildProcess[] = [];

  const startDatabase = async () => {
    database = fork("scripts/database.ts", { execPath: node, execArgv: ["--import", "tsx"], env });
    await once(database, "message");
  };
  const kill: KillableProduct["kill"] = async (what) => {
    const doomed = what === "everything" && database !== null ? [database, ...servers] : servers;
    const gone = doomed.map((child) => once(child, "exit"));
    for (const child of doomed) child.kill("SIGKILL");
    await Promise.all(gone);
    servers = [];
    if (what === "everything") database = null;
  };
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    databaseUrl: embeddedAddress(folder).url,
    start: async () => {
      if (database === null) await startDatabase();
      const pages = ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port)];
      servers = [pages, ["--import", "tsx", "scripts/worker.ts"]].map((args) =>
        spawn(node, args, { env, stdio: ["ignore", "ignore", "inherit"] }),
      );
    },
    kill,
    command: async (...args) => {
      const { stdout } = await promisify(execFile)(node, ["--import", "tsx", "scripts/polytrace.ts", ...args], { env });
      return stdout;
    },
    stop: async () => {
      await kill("everything");
      await rm(folder, { recursive: true });
    },
  };
}
