/** Set by `watchConnections` from the socket; whatever a client sends under this name is overwritten. */
export const CLIENT_HEADER = "x-polytrace-client";

/** Who is asking, for limits per client: the address at the other end of the connection. */
export function clientKey(request: Request): string {
  return request.headers.get(CLIENT_HEADER) ?? "unknown";
}
