import { getRunnerPool } from "@/lib/recordings/runner-pool";
import { getServerState } from "@/lib/recordings/server-state";
import { startTestDatabase } from "./start-database";

export type TestApi = { readonly stop: () => Promise<void> };

/** What route handlers need: a database of this test file's own, and warm interpreters with these settings. */
export async function startApi(settings: Readonly<Record<string, string>> = {}): Promise<TestApi> {
  const before = { ...process.env };
  Object.assign(process.env, { POLYTRACE_WORKERS: "2", ...settings });
  const database = await startTestDatabase();
  // Warm before the first test, so that none of them waits for it.
  await getRunnerPool();
  return {
    stop: async () => {
      const pool = await globalThis.polytraceRunnerPool;
      await pool?.close();
      globalThis.polytraceRunnerPool = undefined;
      getServerState().decoded.clear();
      await database.stop();
      for (const name of Object.keys(settings)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    },
  };
}

type Change = { readonly headers?: Readonly<Record<string, string>>; readonly signal?: AbortSignal };

/** A request with a JSON body, as a client of this server sends it. */
export function postJson(path: string, body: unknown, change: Change = {}): Request {
  const headers = { host: "localhost:3000", "content-type": "application/json", "x-polytrace-client": "test", ...change.headers };
  return new Request(`http://localhost:3000${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
    signal: change.signal,
  });
}

export function getRequest(path: string, headers: Readonly<Record<string, string>> = {}): Request {
  return new Request(`http://localhost:3000${path}`, { headers: { host: "localhost:3000", ...headers } });
}

/** The second argument of a route handler. */
export function routeContext<Params>(params: Params): { params: Promise<Params> } {
  return { params: Promise.resolve(params) };
}
