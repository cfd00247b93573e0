/**
 * The address under which a browser reached this server, for links that must be whole. Of `X-Forwarded-Proto`, which every proxy may append
 * to, only the first entry counts, and only when it is a web protocol. `Host` was compared with the server's own names before.
 */
export function publicAddress(headers: { get(name: string): string | null }): URL {
  const forwarded = headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  const protocol = forwarded === "https" ? "https" : "http";
  const address = `${protocol}://${headers.get("host") ?? "localhost"}`;
  return URL.canParse(address) ? new URL(address) : new URL("http://localhost");
}
