import { flatCells, flatColumns, type TextExporter } from "@/lib/formats/export/table";

/** Spreadsheets run cells that start so as formulas; tab and carriage return are skipped by them first. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * RFC 4180: CRLF, quotes doubled. Text that a spreadsheet would run is prefixed with an apostrophe; numbers are not. An
 * estimate takes three columns. Unknown is an empty cell.
 */
export const csv: TextExporter = {
  id: "csv",
  title: "CSV",
  mediaType: "text/csv; charset=utf-8",
  extension: "csv",
  head: (columns) => line(flatColumns(columns).map((column) => column.name)),
  row: (columns, row) => line(flatCells(columns, row).map(toText)),
  foot: () => "",
};

function toText(cell: string | number | boolean | null): string {
  if (cell === null) return "";
  if (typeof cell === "string") return FORMULA.test(cell) ? `'${cell}` : cell;
  return typeof cell === "number" && !Number.isFinite(cell) ? "" : String(cell);
}

function line(cells: readonly string[]): string {
  return `${cells.map(quote).join(",")}\r\n`;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
}
