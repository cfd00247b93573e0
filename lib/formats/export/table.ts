/** An estimate with its interval; how wide it is and at what level is the column's description to say. */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number };

export type Cell = string | number | boolean | Estimate | null;

export type Column = {
  /** Machine name; unique in the table. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  readonly type: "text" | "integer" | "number" | "boolean" | "estimate";
  /** Decimals shown in LaTeX and Markdown; the data formats keep full precision. */
  readonly decimals?: number;
  /** How people are to read a number for which no number of decimals does, such as a p-value. */
  readonly shown?: (value: number) => string;
  /** What the numbers estimate, in words; goes into every format that has a place for it. */
  readonly description?: string;
  /** Left out where the table is typeset (LaTeX, Markdown): sentences, and what other columns say in short. */
  readonly isForData?: boolean;
};

export type Row = readonly Cell[];

/** Writes a table as text piece by piece, so that a million rows need no memory. Rows have one cell per column. */
export type TextExporter = {
  readonly id: "csv" | "jsonl" | "latex" | "markdown";
  readonly title: string;
  readonly mediaType: string;
  readonly extension: string;
  readonly head: (columns: readonly Column[]) => string;
  readonly row: (columns: readonly Column[], row: Row) => string;
  readonly foot: (columns: readonly Column[]) => string;
};

/** Whether a cell is an estimate with an interval. */
export function isEstimate(cell: Cell): cell is Estimate {
  return typeof cell === "object" && cell !== null;
}

/** Pairs the columns with the cells of a row. Throws `RangeError` when their numbers differ. */
export function pairCells(columns: readonly Column[], row: Row): (readonly [Column, Cell])[] {
  if (row.length !== columns.length) throw new RangeError(`a row has ${row.length} cells for ${columns.length} columns`);
  return columns.map((column, index) => [column, row[index] ?? null]);
}

/** The columns that a typeset table has. */
export function typesetColumns(columns: readonly Column[]): readonly Column[] {
  return columns.filter(({ isForData }) => isForData !== true);
}

/** The cells of a row that a typeset table has, with their columns. */
export function typesetCells(columns: readonly Column[], row: Row): (readonly [Column, Cell])[] {
  return pairCells(columns, row).filter(([{ isForData }]) => isForData !== true);
}

/** The cells of a row with each estimate as three: value, low, high. */
export function flatCells(columns: readonly Column[], row: Row): Exclude<Cell, Estimate>[] {
  return pairCells(columns, row).flatMap(([column, cell]) => {
    if (column.type !== "estimate") return isEstimate(cell) ? [cell.value] : [cell];
    return isEstimate(cell) ? [cell.value, cell.low, cell.high] : [typeof cell === "number" ? cell : null, null, null];
  });
}

/** The columns with each estimate as three. */
export function flatColumns(columns: readonly Column[]): Column[] {
  return columns.flatMap((column): Column[] => {
    if (column.type !== "estimate") return [column];
    const part = (suffix: string): Column => ({ ...column, name: `${column.name}${suffix}`, type: "number" });
    return [part(""), part("_low"), part("_high")];
  });
}

/** Writes a whole table; for tables that are at hand. */
export function* exportText(exporter: TextExporter, columns: readonly Column[], rows: Iterable<Row>): Generator<string> {
  yield exporter.head(columns);
  for (const row of rows) yield exporter.row(columns, row);
  yield exporter.foot(columns);
}
