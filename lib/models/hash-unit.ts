import { createHash } from "node:crypto";

/** A number in [0, 1) that depends on all parts and nothing else. */
export function hashUnit(...parts: readonly (string | number)[]): number {
  return createHash("sha256").update(JSON.stringify(parts)).digest().readUIntBE(0, 6) / 2 ** 48;
}
