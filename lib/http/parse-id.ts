import type { z } from "zod";
import { notFound } from "./not-found";

/** An id from an address; one that no id could be is answered like one that does not exist. */
export function parseId(schema: z.ZodType<string>, text: string, what: string): string {
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw notFound(what);
  return parsed.data;
}
