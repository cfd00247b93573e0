import type { z } from "zod";
import type { Item } from "@/lib/formats/format";
import type { ImportedRow, Notice } from "@/lib/imports/schema";

/** A row of the source that was used, with what it became. */
export function kept(line: number | null, rows: readonly ImportedRow[]): Item {
  return { type: "kept", line, rows };
}

/** Rows that follow from source rows which were counted before. */
export function derived(rows: readonly ImportedRow[]): Item {
  return { type: "derived", rows };
}

/** A row of the source that cannot be used. */
export function rejected(line: number | null, reason: string): Item {
  return { type: "rejected", line, reason };
}

/** Something about the file that a reader of its results must know. */
export function notice(
  severity: Notice["severity"],
  code: string,
  rest: { message: string; line?: number; taskId?: string },
): Item {
  return {
    type: "notice",
    notice: { severity, code, message: rest.message, line: rest.line ?? null, taskId: rest.taskId ?? null },
  };
}

/** Says in one sentence what a row lacks, naming the fields. */
export function explain(error: z.ZodError): string {
  const parts = error.issues.slice(0, 3).map((issue) => {
    const field = issue.path.length === 0 ? "the row" : `"${issue.path.join(".")}"`;
    return `${field}: ${issue.message}`;
  });
  const more = error.issues.length > 3 ? `; ${error.issues.length - 3} more` : "";
  return `${parts.join("; ")}${more}`;
}
