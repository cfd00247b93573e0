import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json";

/** SHA-256 of the canonical JSON, in hexadecimal. */
export function hashJson(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
