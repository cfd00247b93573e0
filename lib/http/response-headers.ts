/**
 * What a page may load: only this server's own files. Scripts in the page are allowed because Next's static shells carry theirs there and cannot
 * carry a nonce; programs, answers and benchmarks are shown as text and never become markup.
 */
const contentPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

/** Headers that every answer under a path carries, to keep pages elsewhere from using it. */
export function responseHeaders(pathname: string): Readonly<Record<string, string>> {
  const everywhere = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin" };
  if (pathname.startsWith("/api/")) return { ...everywhere, "Cross-Origin-Resource-Policy": "same-origin" };
  // A page in somebody else's frame could be overlaid to steal clicks; the read-only frames are made for it.
  if (pathname.startsWith("/embed/")) return { ...everywhere, "Content-Security-Policy": contentPolicy };
  return { ...everywhere, "Content-Security-Policy": `${contentPolicy}; frame-ancestors 'self'` };
}
