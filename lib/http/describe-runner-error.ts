import { z } from "zod";
import { AppError } from "@/lib/errors/app-error";

// Recognised by name and not by class: the pool may have been made by another bundle of the server, with its own copy of each class.
const queueFull = z.object({ name: z.literal("QueueFullError"), retryAfterMs: z.number() });
const jailRefused = z.object({ name: z.literal("JailRefusedError"), message: z.string() });
const infrastructure = z.object({ name: z.literal("InfrastructureError"), message: z.string() });

/** What a client is told about an error of the runner; null when the error is none of its. */
export function describeRunnerError(error: unknown): AppError | null {
  const full = queueFull.safeParse(error);
  if (full.success) {
    const retryAfterSeconds = Math.max(1, Math.ceil(full.data.retryAfterMs / 1000));
    const message = `Too many programs are waiting to be run. Try again in ${retryAfterSeconds} s.`;
    return new AppError("queue_full", message, { retryAfterSeconds });
  }
  const refused = jailRefused.safeParse(error);
  if (refused.success) return new AppError("jail_refused", refused.data.message);
  const broken = infrastructure.safeParse(error);
  if (!broken.success) return null;
  const message = `The program was not run to an end because of a fault of this server, not of the program: ${broken.data.message}`;
  return new AppError("infrastructure", message, { retryAfterSeconds: 1 });
}
