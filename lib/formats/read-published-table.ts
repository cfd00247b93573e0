import { parse } from "csv-parse/sync";
import { z } from "zod";

export type PublishedCell = { readonly text: string; readonly number: number | null };

/** A table from a paper: rows of named cells. A column is numeric when all of its cells that are not empty are numbers. */
export type PublishedTable = {
  readonly columns: readonly { readonly name: string; readonly isNumeric: boolean }[];
  readonly rows: readonly (readonly PublishedCell[])[];
};

const MAXIMUM_CHARACTERS = 4_000_000;
const recordsSchema = z.array(z.array(z.string()));

/**
 * Reads a CSV with a header (RFC 4180; comma, semicolon or tab). Percent signs and thousands separators are no part of a number: `62.1 %` is
 * 62.1. Throws `SyntaxError` with the line where the text is no such table.
 */
export function readPublishedTable(text: string): PublishedTable {
  if (text.length > MAXIMUM_CHARACTERS) throw new SyntaxError(`a published table has at most ${MAXIMUM_CHARACTERS} characters`);
  const [header = [], ...records] = parseRecords(text);
  const names = header.map((name) => name.trim());
  if (names.length < 2 || names.some((name) => name === ""))
    throw new SyntaxError("the first line has to name at least two columns");
  if (new Set(names).size < names.length) throw new SyntaxError("two columns have the same name");
  if (records.length === 0) throw new SyntaxError("the table has no rows");
  const rows = records.map((record) => record.map(toCell));
  const columns = names.map((name, index) => ({ name, isNumeric: isNumeric(rows.map((row) => row[index])) }));
  return { columns, rows };
}

function parseRecords(text: string): string[][] {
  try {
    return recordsSchema.parse(
      parse(text, { bom: true, skip_empty_lines: true, delimiter: delimiterOf(text), relax_column_count: false }),
    );
  } catch (error) {
    throw new SyntaxError(`it is not a CSV table: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function delimiterOf(text: string): string {
  const [header = ""] = text.split("\n", 1);
  return ["\t", ";"].find((delimiter) => header.includes(delimiter) && !header.includes(",")) ?? ",";
}

function toCell(text: string): PublishedCell {
  const trimmed = text.trim();
  const plain = trimmed.replace(/\s*%$/, "").replace(/^−/, "-");
  const isNumber = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(plain);
  return { text: trimmed, number: isNumber ? Number(plain.replaceAll(",", "")) : null };
}

function isNumeric(cells: readonly (PublishedCell | undefined)[]): boolean {
  const filled = cells.filter((cell) => cell !== undefined && cell.text !== "");
  return filled.length > 0 && filled.every((cell) => cell?.number !== null);
}
