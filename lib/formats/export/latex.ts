import { type Marks, shownCell } from "@/lib/formats/export/shown-cell";
import { type TextExporter, typesetCells, typesetColumns } from "@/lib/formats/export/table";

const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "−": "$-$",
  "±": "$\\pm$",
  "·": "$\\cdot$",
  "–": "--",
  "—": "---",
};

const marks: Marks = { plusMinus: "$\\pm$", minus: "$-$", none: "---", text: escapeLatex };

/** A `booktabs` tabular. What each column estimates stands above it as comments, so that it goes along into the paper's source. */
export const latex: TextExporter = {
  id: "latex",
  title: "LaTeX (booktabs)",
  mediaType: "application/x-latex; charset=utf-8",
  extension: "tex",
  head(all) {
    const columns = typesetColumns(all);
    const notes = columns.flatMap(({ title, description }) =>
      description === undefined ? [] : [`% ${oneLine(title)}: ${oneLine(description)}\n`],
    );
    const alignment = columns.map(({ type }) => (type === "text" || type === "boolean" ? "l" : "r")).join("");
    const titles = columns.map(({ title }) => escapeLatex(title)).join(" & ");
    return `% \\usepackage{booktabs}\n${notes.join("")}\\begin{tabular}{${alignment}}\n\\toprule\n${titles} \\\\\n\\midrule\n`;
  },
  row: (columns, row) =>
    `${typesetCells(columns, row)
      .map(([column, cell]) => shownCell(column, cell, marks))
      .join(" & ")} \\\\\n`,
  foot: () => "\\bottomrule\n\\end{tabular}\n",
};

function escapeLatex(text: string): string {
  return oneLine(text).replace(/[\\{}$&#%_^~<>−±·–—]/g, (character) => SPECIAL[character] ?? character);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
