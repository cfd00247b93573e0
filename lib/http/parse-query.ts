import type { z } from "zod";
import { parseInput } from "./parse-input";

/** Checks the query of an address; a name given twice counts as its last value. */
export function parseQuery<Schema extends z.ZodType>(schema: Schema, request: Request): z.output<Schema> {
  return parseInput(schema, Object.fromEntries(new URL(request.url).searchParams));
}
