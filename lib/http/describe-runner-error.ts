import { z } from "zod";
import { AppError } from "./app-error";

// Recognised by name and not by class: the pool may have been made by another bundle of the server, with its own copy of each class.
const queueFull = z.object({ name: z.literal("QueueFullError"), retryAfterMs: z.number() });
const jailRefused = z.object({ name: z.literal("JailRefusedError"), message: z.string() });
const infrastructure = z.object({ name: z.literal("InfrastructureError"), message: z.string() });

/** Seconds for the Retry-After header: whole, and never zero. */
export function retryAfterSeconds(retryAfterMs: number): string {
  return String(Math.max(1, Math.ceil(retryAfterMs / 1000)));
}

/** What a client is told about an error of the runner; null when the error is none of its. */
export function describeRunnerError(error: unknown): AppError | null {
  const full = queueFull.safeParse(error);
  if (full.success) {
    const seconds = retryAfterSeconds(full.data.retryAfterMs);
    const message = `Too many programs are waiting to be run. Try again in ${seconds} s.`;
    const details = { retryAfterSeconds: Number(seconds) };
    return new AppError({ code: "queue_full", status: 429, message, details, headers: { "Retry-After": seconds } });
  }
  const refused = jailRefused.safeParse(error);
  if (refused.success) return new AppError({ code: "jail_refused", status: 503, message: refused.data.message });
  const broken = infrastructure.safeParse(error);
  if (!broken.success) return null;
  const message = `The program was not run to an end because of a fault of this server, not of the program: ${broken.data.message}`;
  return new AppError({ code: "infrastructure", status: 503, message, headers: { "Retry-After": "1" } });
}
