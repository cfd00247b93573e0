import os from "node:os";

const wildcards = new Set(["0.0.0.0", "::", "[::]"]);

function bracket(address: string): string {
  return address.includes(":") && !address.startsWith("[") ? `[${address}]` : address;
}

/** The host names, in lower case, under which this server may be addressed. */
export function ownHosts(host: string, allowed: readonly string[]): ReadonlySet<string> {
  const names = ["localhost", "127.0.0.1", "[::1]", ...allowed];
  if (wildcards.has(host)) {
    const addresses = Object.values(os.networkInterfaces()).flatMap((list) => list ?? []);
    names.push(os.hostname(), ...addresses.map((entry) => bracket(entry.address)));
  } else {
    names.push(bracket(host));
  }
  return new Set(names.map((name) => name.toLowerCase()));
}
