import { type BasicType, type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import { type Cell, type Column, flatCells, flatColumns, type Row } from "@/lib/formats/export/table";

export const parquetMediaType = "application/vnd.apache.parquet";

const TYPES: Readonly<Record<Column["type"], BasicType>> = {
  text: "STRING",
  integer: "INT64",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  estimate: "DOUBLE",
};

/**
 * A Parquet file of the table; unknown is null. What a column estimates goes into the file's metadata under `estimand:<name>`.
 * The format is by column, so the rows are held: about 100 MB for a million rows of ten numbers. Throws `RangeError` when a cell is
 * not of its column's type.
 */
export function parquet(columns: readonly Column[], rows: Iterable<Row>): Uint8Array {
  const flat = flatColumns(columns);
  const values: (string | number | bigint | boolean | null)[][] = flat.map(() => []);
  for (const row of rows)
    for (const [index, cell] of flatCells(columns, row).entries()) values[index]?.push(toValue(flat[index], cell));
  const columnData: ColumnSource[] = flat.map((column, index) => ({
    name: column.name,
    type: TYPES[column.type],
    data: values[index] ?? [],
    nullable: true,
  }));
  const kvMetadata = columns.flatMap(({ name, description }) =>
    description === undefined ? [] : [{ key: `estimand:${name}`, value: description }],
  );
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, createdBy: "polytrace" }));
}

function toValue(column: Column | undefined, cell: Exclude<Cell, object> | null): string | number | bigint | boolean | null {
  if (cell === null || column === undefined) return null;
  if (column.type === "text") return typeof cell === "string" ? cell : String(cell);
  if (column.type === "boolean" && typeof cell === "boolean") return cell;
  if (column.type === "integer" && typeof cell === "number" && Number.isSafeInteger(cell)) return BigInt(cell);
  if ((column.type === "number" || column.type === "estimate") && typeof cell === "number")
    return Number.isFinite(cell) ? cell : null;
  throw new RangeError(`column ${column.name} is of type ${column.type}, but a cell is ${JSON.stringify(cell)}`);
}
