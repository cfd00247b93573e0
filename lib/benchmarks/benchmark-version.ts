import { hashJson } from "@/lib/experiments/hash-json";
import type { Problem } from "./schema";

/** SHA-256 over all problems in their order: two imports of the same problems are one version, whatever their files were called. */
export function benchmarkVersion(problems: readonly Problem[]): string {
  return hashJson(problems);
}
