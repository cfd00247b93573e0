import { type Marks, shownCell } from "@/lib/formats/export/shown-cell";
import { type TextExporter, typesetCells, typesetColumns } from "@/lib/formats/export/table";

const marks: Marks = { plusMinus: "±", minus: "−", none: "—", text: escapeMarkdown };

/** A GitHub table. What each column estimates is listed below it. */
export const markdown: TextExporter = {
  id: "markdown",
  title: "Markdown",
  mediaType: "text/markdown; charset=utf-8",
  extension: "md",
  head(all) {
    const columns = typesetColumns(all);
    const rule = columns.map(({ type }) => (type === "text" || type === "boolean" ? "---" : "---:"));
    return `${line(columns.map(({ title }) => escapeMarkdown(title)))}${line(rule)}`;
  },
  row: (columns, row) => line(typesetCells(columns, row).map(([column, cell]) => shownCell(column, cell, marks))),
  foot(columns) {
    const notes = typesetColumns(columns).flatMap(({ title, description }) =>
      description === undefined ? [] : [`- **${escapeMarkdown(title)}**: ${escapeMarkdown(description)}\n`],
    );
    return notes.length === 0 ? "" : `\n${notes.join("")}`;
  },
};

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

/** Line breaks would end the row; bars and markup characters would be read as such. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*\r?\n\s*/g, " ")
    .replace(/[\\`*_|[\]<>]/g, (character) => (character === "<" ? "&lt;" : character === ">" ? "&gt;" : `\\${character}`));
}
