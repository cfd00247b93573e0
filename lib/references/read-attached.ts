import { AppError } from "@/lib/errors/app-error";
import { readPublishedTable } from "@/lib/formats/read-published-table";
import { type AttachedTable, toAttached } from "@/lib/references/attached-table";

/** Reads a CSV that is to be attached; says in a sentence what is wrong with one that cannot be used. */
export function readAttached(csv: string, source: string): AttachedTable {
  try {
    return toAttached(readPublishedTable(csv), source);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new AppError("invalid_input", `The table cannot be used: ${error.message}.`);
  }
}
