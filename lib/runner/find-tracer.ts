import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ENTRY = "tracer/zygote.py";

/** The script that a warm interpreter runs. The server is started from the project's folder; scripts elsewhere find it beside this file. */
export function findTracer(): string {
  const roots = [process.cwd(), path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..")];
  const found = roots.map((root) => path.join(root, ENTRY)).find((file) => existsSync(file));
  if (found === undefined) throw new Error(`${ENTRY} was not found below ${roots.join(" or ")}`);
  return found;
}
