import { flatCells, flatColumns, type TextExporter } from "@/lib/formats/export/table";

/** One JSON object per line, keyed by column name. An estimate takes three keys; unknown is null. */
export const jsonl: TextExporter = {
  id: "jsonl",
  title: "JSON Lines",
  mediaType: "application/jsonl; charset=utf-8",
  extension: "jsonl",
  head: () => "",
  row(columns, row) {
    const cells = flatCells(columns, row);
    return `${JSON.stringify(Object.fromEntries(flatColumns(columns).map((column, index) => [column.name, cells[index] ?? null])))}\n`;
  },
  foot: () => "",
};
