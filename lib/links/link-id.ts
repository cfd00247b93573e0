import { createHash } from "node:crypto";
import type { View } from "./schema";

/** 12 bytes, 16 characters: short enough to read, and too many to try. */
const ID_BYTES = 12;

/** JSON with the keys of every object in order, so that equal views give equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The id of a link, a function of what it shows: the same content gives the same link. */
export function linkId(recordingId: string, view: View): string {
  const hash = createHash("sha256").update(`${recordingId}\n${canonicalJson(view)}`);
  return hash.digest().subarray(0, ID_BYTES).toString("base64url");
}
