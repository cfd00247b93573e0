import { AppError } from "@/lib/http/app-error";

const RETRY_AFTER_SECONDS = 1;

/** How many runs each client waits for at the moment. */
export type ClientCounts = Map<string, number>;

/**
 * Counts a run that a client waits for; call the returned function when the client has its answer.
 * @throws AppError 429 when the client waits for `limit` runs already
 */
export function enterClient(counts: ClientCounts, client: string, limit: number): () => void {
  const current = counts.get(client) ?? 0;
  if (current >= limit) {
    const message = `${current} programs of yours are being run or waiting; more than ${limit} at a time are not taken from one client.`;
    const headers = { "Retry-After": String(RETRY_AFTER_SECONDS) };
    const details = { retryAfterSeconds: RETRY_AFTER_SECONDS, limit };
    throw new AppError({ code: "client_limit", status: 429, message, details, headers });
  }
  counts.set(client, current + 1);
  return () => {
    const left = (counts.get(client) ?? 1) - 1;
    if (left <= 0) counts.delete(client);
    else counts.set(client, left);
  };
}
