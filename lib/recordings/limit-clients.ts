import { AppError } from "@/lib/errors/app-error";

const RETRY_AFTER_SECONDS = 1;

/** How many runs each client waits for at the moment. */
export type ClientCounts = Map<string, number>;

/**
 * Counts a run that a client waits for; call the returned function when the client has its answer.
 * @throws AppError `client_limit` when the client waits for `limit` runs already
 */
export function enterClient(counts: ClientCounts, client: string, limit: number): () => void {
  const current = counts.get(client) ?? 0;
  if (current >= limit) {
    const message = `${current} programs of yours are being run or waiting; more than ${limit} at a time are not taken from one client.`;
    throw new AppError("client_limit", message, { retryAfterSeconds: RETRY_AFTER_SECONDS, limit });
  }
  counts.set(client, current + 1);
  return () => {
    const left = (counts.get(client) ?? 1) - 1;
    if (left <= 0) counts.delete(client);
    else counts.set(client, left);
  };
}
