import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export type Served = { readonly url: string; readonly pid: number; readonly stop: () => Promise<void> };

/** Starts the built product on data of its own and waits until it answers. Throws when it does not within two minutes. */
export async function serve(port: number, dataDirectory: string): Promise<Served> {
  const env = { ...process.env, NODE_ENV: "production" as const, PORT: String(port), POLYTRACE_DATA_DIR: dataDirectory };
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts"], { env, stdio: "inherit" });
  const url = `http://127.0.0.1:${port}`;
  for (let waited = 0; !(await answers(url)); waited += 1) {
    if (child.exitCode !== null || waited > 240) throw new Error("The server did not start. Was it built? (npm start builds it)");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { url, pid: child.pid ?? 0, stop };
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(`${url}/api/v1/health`).catch(() => null);
  return response?.ok === true;
}
