import { type Cell, type Column, isEstimate } from "@/lib/formats/export/table";

const DECIMALS = 2;
const SYMMETRY = 0.02;

/** The marks that differ between formats for people. */
export type Marks = {
  readonly plusMinus: string;
  readonly minus: string;
  readonly none: string;
  readonly text: (text: string) => string;
};

/**
 * A cell for people: numbers with the column's decimals, an interval as ± when it is symmetric to within 2 % of its width and
 * as brackets otherwise, "—" for unknown.
 */
export function shownCell(column: Column, cell: Cell, marks: Marks): string {
  if (cell === null || cell === "") return marks.none;
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  if (typeof cell === "string") return marks.text(cell);
  if (column.shown !== undefined && !isEstimate(cell)) return marks.text(column.shown(cell));
  const decimals = column.type === "integer" ? 0 : (column.decimals ?? DECIMALS);
  const number = (value: number) => signed(value, decimals, marks);
  if (!isEstimate(cell)) return number(cell);
  const above = cell.high - cell.value;
  const below = cell.value - cell.low;
  const isSymmetric = Math.abs(above - below) <= SYMMETRY * (cell.high - cell.low);
  const half = ((above + below) / 2).toFixed(decimals);
  return isSymmetric
    ? `${number(cell.value)} ${marks.plusMinus} ${half}`
    : `${number(cell.value)} [${number(cell.low)}, ${number(cell.high)}]`;
}

function signed(value: number, decimals: number, marks: Marks): string {
  if (!Number.isFinite(value)) return marks.none;
  const shown = value.toFixed(decimals);
  const isZero = Number(shown) === 0;
  return value < 0 && !isZero ? `${marks.minus}${shown.slice(1)}` : shown.replace(/^-/, "");
}
