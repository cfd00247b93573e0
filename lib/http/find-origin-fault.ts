type Headers = { get: (name: string) => string | null };

export type IncomingRequest = { readonly method: string; readonly pathname: string; readonly headers: Headers };

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function isOwnHost(host: string, ownHosts: ReadonlySet<string>): boolean {
  const url = /[/?#@\\\s]/.test(host) ? null : parseUrl(`http://${host}`);
  return url !== null && (ownHosts.has(url.hostname) || ownHosts.has(host.toLowerCase()));
}

function isOwnOrigin(origin: string, host: string): boolean {
  const url = parseUrl(origin);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return false;
  return url.host === parseUrl(`${url.protocol}//${host}`)?.host;
}

/**
 * Says why a request may come from a web page elsewhere, or null when it may be answered. The Host must be one of ours (a foreign name that
 * resolves to this machine is DNS rebinding), an Origin must be the very address that was asked, and what a browser marks as
 * coming from another site may neither change anything nor read the API. Programs that are not browsers send only Host.
 */
export function findOriginFault(request: IncomingRequest, ownHosts: ReadonlySet<string>): string | null {
  const host = request.headers.get("host") ?? "";
  if (!isOwnHost(host, ownHosts)) {
    return `This server does not answer to the name "${host}". Names besides its own are set in POLYTRACE_ALLOWED_HOSTS.`;
  }
  const origin = request.headers.get("origin");
  if (origin !== null && !isOwnOrigin(origin, host)) return `Requests from pages of ${origin} are refused.`;
  const site = request.headers.get("sec-fetch-site");
  if (site === null || site === "same-origin" || site === "none") return null;
  if (!safeMethods.has(request.method)) return "Requests from other sites that change something are refused.";
  const navigates = request.headers.get("sec-fetch-mode") === "navigate";
  return request.pathname.startsWith("/api/") && !navigates ? "Requests from other sites to the API are refused." : null;
}
