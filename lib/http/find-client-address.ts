/**
 * The address that limits count by. Each trusted proxy appended the address it saw to X-Forwarded-For, so the last `trustedProxies` entries
 * can be believed and everything left of them was sent by the client.
 */
export function findClientAddress(remoteAddress: string, forwardedFor: string, trustedProxies: number): string {
  if (trustedProxies === 0) return remoteAddress;
  const chain = forwardedFor
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return chain.at(-trustedProxies) ?? chain[0] ?? remoteAddress;
}
