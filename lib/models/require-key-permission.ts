import type { Environment } from "@/lib/environment/read-environment";
import { AppError } from "@/lib/errors/app-error";

const loopback = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

/**
 * Whoever may register a model chooses the address that a key is sent to. On this machine alone that is its user; a server that others
 * can reach sends only the keys that its operator named in POLYTRACE_MODEL_KEYS.
 * @throws AppError `forbidden`
 */
export function requireKeyPermission(
  keyVariable: string | null,
  { host, modelKeys }: Pick<Environment, "host" | "modelKeys">,
): void {
  if (keyVariable === null || loopback.has(host) || modelKeys.includes(keyVariable)) return;
  throw new AppError(
    "forbidden",
    `This server can be reached from other machines, so models may use only the keys that its operator named in POLYTRACE_MODEL_KEYS; ${keyVariable} is not among them.`,
  );
}
