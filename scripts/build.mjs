/** Builds the pages unless the sources are those of the last build. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { once, root, run } from "./setup.mjs";

const sources = [
  "app",
  "components",
  "lib",
  "public",
  "next.config.ts",
  "postcss.config.mjs",
  "package-lock.json",
  "proxy.ts",
  "instrumentation.ts",
];

function listFiles(entry) {
  const full = path.join(root, entry);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [entry];
  return readdirSync(full).flatMap((name) => listFiles(path.join(entry, name)));
}

export function build() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(listFiles).filter((name) => !/\.test\.tsx?$/.test(name))) {
    hash.update(file).update(readFileSync(path.join(root, file)));
  }
  once(".next", hash.digest("hex"), () => {
    process.stdout.write("▸ pages (about a minute the first time)\n");
    const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    run(path.join(root, "node_modules/.bin/node"), ["node_modules/next/dist/bin/next", "build"], { env });
  });
}
