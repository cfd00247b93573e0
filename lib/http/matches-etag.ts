/** Whether an If-None-Match header names this tag, so that the client has the answer already. */
export function matchesEtag(header: string | null, etag: string): boolean {
  if (header === null) return false;
  // A weak comparison: proxies that compress turn a strong tag into a weak one.
  const tags = header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(etag.replace(/^W\//, ""));
}
