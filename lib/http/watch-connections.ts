import diagnostics from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { CLIENT_HEADER } from "./client-key";
import { findClientAddress } from "./find-client-address";

declare global {
  var polytraceConnectionsWatched: boolean | undefined;
}

function isMessage(value: unknown): value is { request: IncomingMessage } {
  return typeof value === "object" && value !== null && "request" in value;
}

/**
 * Notes on every request from which address its connection comes. Route handlers only see headers, and X-Forwarded-For is kept as the
 * client sent it, so limits by that header could be passed by sending another value each time.
 */
export function watchConnections(trustedProxies: number): void {
  if (globalThis.polytraceConnectionsWatched === true) return;
  globalThis.polytraceConnectionsWatched = true;
  diagnostics.subscribe("http.server.request.start", (message) => {
    if (!isMessage(message)) return;
    const { request } = message;
    const forwarded = request.headers["x-forwarded-for"];
    const chain = Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? "");
    request.headers[CLIENT_HEADER] = findClientAddress(request.socket.remoteAddress ?? "unknown", chain, trustedProxies);
  });
}
