import { readEnvironment } from "@/lib/environment/read-environment";

const DAY_MS = 86_400_000;

/** Now, and when a recording that is used now expires unless it is shared. */
export function expiryTimes(now: Date): { now: Date; expiresAt: Date } {
  return { now, expiresAt: new Date(now.getTime() + readEnvironment(process.env).recordingDays * DAY_MS) };
}
