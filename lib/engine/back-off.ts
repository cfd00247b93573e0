import { hashUnit } from "@/lib/models/hash-unit";

const FIRST_MS = 500;
const MOST_MS = 60_000;

/**
 * How long to wait before another attempt: twice as long each time, up to a minute, of which up to half is cut by a share that
 * differs from request to request, so that many that failed together do not come back together. Never less than the provider asks.
 */
export function backOffMs(attempt: number, key: string, retryAfterMs: number | null): number {
  const full = Math.min(MOST_MS, FIRST_MS * 2 ** (attempt - 1));
  const own = full * (1 - hashUnit("back-off", key, attempt) / 2);
  return Math.max(own, retryAfterMs ?? 0);
}
