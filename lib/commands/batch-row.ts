import { z } from "zod";
import type { Entry } from "@/lib/recordings/schema";
import { recordingStatusSchema } from "@/lib/recordings/schema";

const rowIdSchema = z.union([z.string(), z.number()]);
export type RowId = z.infer<typeof rowIdSchema>;

const batchRowSchema = z
  .object({
    id: rowIdSchema,
    code: z.string(),
    call: z.string().min(1).optional(),
    stdin: z.string().optional(),
    test: z.string().min(1).optional(),
  })
  .refine((row) => [row.call, row.stdin, row.test].filter((text) => text !== undefined).length === 1, {
    message: 'needs one of "call", "stdin" and "test", to say how the program is started',
  });
/** One line of a batch's input. Other members, such as a dataset's own columns, are passed over. */
export type BatchRow = z.infer<typeof batchRowSchema>;

/** One line of a batch's output. */
export const batchResultSchema = z.object({
  id: rowIdSchema,
  status: recordingStatusSchema,
  steps: z.int(),
  renderings: z.record(z.string(), z.string()),
});
export type BatchResult = z.infer<typeof batchResultSchema>;

/** Tells the ids "1" and 1 apart, as JSON does. */
export function rowKey(id: RowId): string {
  return JSON.stringify(id);
}

export function rowEntry(row: BatchRow): Entry {
  if (row.call !== undefined) return { kind: "call", expression: row.call };
  if (row.test !== undefined) return { kind: "test", code: row.test };
  return { kind: "script", stdin: row.stdin ?? "" };
}

/** A row of the input, or the sentence that says what is wrong with the line. */
export function parseBatchRow(text: string): BatchRow | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `not JSON: ${error instanceof Error ? error.message : "unreadable"}`;
  }
  const parsed = batchRowSchema.safeParse(value);
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`.trim()).join("; ");
  if (!parsed.data.code.isWellFormed()) return "code holds half of a surrogate pair, which no Python file can";
  return parsed.data;
}
