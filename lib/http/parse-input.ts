import type { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { describeIssue } from "@/lib/errors/describe-issue";

/** Checks input against its schema; the error lists every fault with the place where it is. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input, { error: describeIssue });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => ({ path: issue.path.map(String).join("."), message: issue.message }));
  const first = faults[0];
  const place = first === undefined || first.path === "" ? "" : `${first.path}: `;
  const message = `The request cannot be used. ${place}${first?.message ?? "invalid"}`;
  throw new AppError("invalid_input", message, { faults });
}
