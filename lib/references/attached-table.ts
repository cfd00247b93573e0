import { z } from "zod";
import type { PublishedTable } from "@/lib/formats/read-published-table";

/** A published table as somebody attached it to an experiment: figures only, with where they are from. */
export const attachedTableSchema = z.object({
  version: z.literal(1),
  source: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});
export type AttachedTable = z.infer<typeof attachedTableSchema>;

export const MAXIMUM_TABLE_CHARACTERS = 1_000_000;
const MAXIMUM_CELLS = 20_000;

/** Keeps what a CSV says. Throws `SyntaxError` where it holds too much to be put on a page. */
export function toAttached(table: PublishedTable, source: string): AttachedTable {
  if (table.rows.length * table.columns.length > MAXIMUM_CELLS) {
    throw new SyntaxError(`a published table has at most ${MAXIMUM_CELLS.toLocaleString("en")} cells`);
  }
  return {
    version: 1,
    source,
    columns: table.columns.map(({ name }) => name),
    rows: table.rows.map((row) => row.map(({ text }) => text)),
  };
}

export const attachRequestSchema = z.object({
  title: z.string().trim().min(1).max(200),
  /** Where the figures are from: authors, title, year, table. */
  source: z.string().trim().min(1).max(1_000),
  csv: z.string().min(1).max(MAXIMUM_TABLE_CHARACTERS),
});
export type AttachRequest = z.input<typeof attachRequestSchema>;
export const attachOutcomeSchema = z.object({ id: z.string() });
