import { type Limits, limitsSchema } from "@/lib/recordings/schema";
import { usageFailure } from "./command-failure";

const partial = limitsSchema.partial().strict();

/** Reads `name=number` texts, such as `steps=1000`, into limits. */
export function parseLimits(texts: readonly string[]): Partial<Limits> {
  const entries = texts.map((text) => {
    const [name = "", value = "", ...rest] = text.split("=");
    if (rest.length > 0 || !/^\d+$/.test(value)) throw usageFailure(`--limit takes name=number, not "${text}".`);
    return [name, Number(value)] as const;
  });
  const parsed = partial.safeParse(Object.fromEntries(entries));
  if (parsed.success) return parsed.data;
  const known = Object.keys(limitsSchema.shape).join(", ");
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`.trim());
  throw usageFailure(`--limit: ${faults.join("; ")}. The limits are ${known}.`);
}
