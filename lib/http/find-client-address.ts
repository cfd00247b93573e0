/**
 * The address that limits count by. Each trusted proxy appended the address it saw to X-Forwarded-For, so the last `trustedProxies` entries
 * can be believed and everything left of them was sent by the client.
 */
export function findClientAddress(remoteAddress: string, forwardedFor: string, trustedProxies: number): string {
  const remote = remoteAddress.replace(/^::ffff:(?=\d+\.)/, "");
  if (trustedProxies === 0) return remote;
  const chain = forwardedFor
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return chain.at(-trustedProxies) ?? chain[0] ?? remote;
}
