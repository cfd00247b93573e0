import { csv } from "@/lib/formats/export/csv";
import { type Column, exportText, type Row } from "@/lib/formats/export/table";

/** The numbers behind a chart as CSV. */
export function tableText(columns: readonly Column[], rows: readonly Row[]): string {
  return [...exportText(csv, columns, rows)].join("");
}
