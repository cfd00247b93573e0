/** Headers that every answer under a path carries, to keep pages elsewhere from using it. */
export function responseHeaders(pathname: string): Readonly<Record<string, string>> {
  const everywhere = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin" };
  if (pathname.startsWith("/api/")) return { ...everywhere, "Cross-Origin-Resource-Policy": "same-origin" };
  // A page in somebody else's frame could be overlaid to steal clicks; the read-only frames are made for it.
  if (pathname.startsWith("/embed/")) return everywhere;
  return { ...everywhere, "Content-Security-Policy": "frame-ancestors 'self'" };
}
