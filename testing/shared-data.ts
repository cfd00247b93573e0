import { existsSync } from "node:fs";
import path from "node:path";

const FOLDER = path.resolve(import.meta.dirname, "../../shared/data");

/** Whether the real data files are beside the project; tests that need them say so and are skipped where they are not. */
export const hasSharedData = existsSync(FOLDER);

export const withoutSharedData = "needs the real data files in ../shared/data, which are not there";

/** Path of a real data file. */
export function sharedData(...parts: readonly string[]): string {
  return path.join(FOLDER, ...parts);
}
