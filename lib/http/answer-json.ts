import { createHash } from "node:crypto";
import { matchesEtag } from "./matches-etag";

/** Answers with JSON that a client keeps, but asks about each time: what it says changes with the product's version. */
export function answerJson(request: Request, text: string): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  const headers = { ETag: etag, "Cache-Control": "private, no-cache", "Content-Type": "application/json" };
  if (matchesEtag(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}
