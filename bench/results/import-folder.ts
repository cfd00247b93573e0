import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { processFigures } from "./process-figures";

const LOOK_EVERY_MS = 100;

/** Imports by the command, as a person does; the database of the server that runs takes the rows. Throws when the command fails. */
export async function importFolder(
  files: string,
  name: string,
): Promise<{ experimentId: string; ownCpu: number; ownMb: number }> {
  const command = ["--import", "tsx", "scripts/polytrace.ts", "import", files, "--name", name, "--json"];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
  let ownCpu = 0;
  let ownMb = 0;
  const look = setInterval(() => {
    for (const { cpuSeconds, residentMb } of processFigures(child.pid ?? 0).slice(0, 1)) {
      ownCpu = cpuSeconds;
      ownMb = Math.max(ownMb, residentMb);
    }
  }, LOOK_EVERY_MS);
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  clearInterval(look);
  if (code !== 0) throw new Error(`The import ended with ${String(code)}: ${said}`);
  const { experimentId } = z.object({ experimentId: z.string() }).parse(JSON.parse(said));
  return { experimentId, ownCpu, ownMb };
}
