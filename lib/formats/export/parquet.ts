import { type BasicType, ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { type Cell, type Column, flatCells, flatColumns, type Row } from "@/lib/formats/export/table";

export const parquetMediaType = "application/vnd.apache.parquet";

const TYPES: Readonly<Record<Column["type"], BasicType>> = {
  text: "STRING",
  integer: "INT64",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  estimate: "DOUBLE",
};

/** Writes rows into a Parquet file a group at a time; only the file so far and what is being written are in memory. */
export class ParquetFile {
  readonly #columns: readonly Column[];
  readonly #flat: readonly Column[];
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;

  /** What a column estimates goes into the file's metadata under `estimand:<name>`. */
  constructor(columns: readonly Column[]) {
    this.#columns = columns;
    this.#flat = flatColumns(columns);
    const schema = schemaFromColumnData({ columnData: this.#flat.map((column) => columnOf(column, [])) });
    const kvMetadata = columns.flatMap(({ name, description }) =>
      description === undefined ? [] : [{ key: `estimand:${name}`, value: description }],
    );
    this.#writer = new ParquetWriter({ writer: this.#bytes, schema, kvMetadata, createdBy: "polytrace" });
  }

  /** Writes a group of rows; unknown is null. Throws `RangeError` when a cell is not of its column's type. */
  write(rows: Iterable<Row>): void {
    const values: Value[][] = this.#flat.map(() => []);
    for (const row of rows) {
      for (const [index, cell] of flatCells(this.#columns, row).entries()) values[index]?.push(toValue(this.#flat[index], cell));
    }
    const columnData = this.#flat.map((column, index) => ({ name: column.name, data: values[index] ?? [] }));
    if ((values[0]?.length ?? 0) > 0) void this.#writer.write({ columnData });
  }

  /** Ends the file. */
  end(): Uint8Array {
    void this.#writer.finish();
    return new Uint8Array(this.#bytes.getBuffer());
  }
}

/** A Parquet file of a table that is at hand; see `ParquetFile`. */
export function parquet(columns: readonly Column[], rows: Iterable<Row>): Uint8Array {
  const file = new ParquetFile(columns);
  file.write(rows);
  return file.end();
}

type Value = string | number | bigint | boolean | null;

function columnOf({ name, type }: Column, data: Value[]): ColumnSource {
  return { name, type: TYPES[type], data, nullable: true };
}

function toValue(column: Column | undefined, cell: Exclude<Cell, object> | null): Value {
  if (cell === null || column === undefined) return null;
  if (column.type === "text") return typeof cell === "string" ? cell : String(cell);
  if (column.type === "boolean" && typeof cell === "boolean") return cell;
  if (column.type === "integer" && typeof cell === "number" && Number.isSafeInteger(cell)) return BigInt(cell);
  if ((column.type === "number" || column.type === "estimate") && typeof cell === "number")
    return Number.isFinite(cell) ? cell : null;
  throw new RangeError(`column ${column.name} is of type ${column.type}, but a cell is ${JSON.stringify(cell)}`);
}
