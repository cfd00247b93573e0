import type { AttachedTable } from "@/lib/references/attached-table";
import { judgeCell, type Published } from "@/lib/references/judge-cell";
import { plainName, readWords } from "@/lib/references/read-words";
import type { ReferenceCell, ReferenceTable } from "@/lib/references/schema";
import type { ArmReport } from "@/lib/results/schema";

/** What a shorter name of a model may leave out of a longer one. */
const LEFT_OUT = /^(?:ruct|instruct|inst|chat|it|hf|base|v\d+|\d{4,8}|turbo)*$/;
/** Numeric columns that say what the row is of, not what came out. */
const FACTOR_COLUMN = /^(?:n|t|k|temp|temperature|rounds)$/i;

type Attached = { readonly id: string; readonly title: string; readonly table: AttachedTable };

/** An attached table cell by cell beside what the arms give; words that name no arm here leave their cells without one. Pure. */
export function compareAttached({ id, title, table }: Attached, arms: readonly ArmReport[]): ReferenceTable {
  const { columns, rows, source } = table;
  const isFigure = columns.map(
    (name, index) =>
      !FACTOR_COLUMN.test(name) && rows.some((row) => readFigure(row[index] ?? "") !== null) && isNumeric(rows, index),
  );
  const cells = rows.flatMap((row) => {
    const named = row.flatMap((text, index) => {
      if (isFigure[index] === true || text === "") return [];
      return FACTOR_COLUMN.test(columns[index] ?? "") ? [`${columns[index]}=${text}`] : [text];
    });
    return columns.flatMap((column, index): ReferenceCell[] => {
      if (isFigure[index] !== true) return [];
      return [compareCell({ row: named.join(" · "), column, named, text: row[index] ?? "" }, arms)];
    });
  });
  const note = "Arms are found by the words of row and column.";
  return { id, title, source, note, cells, isAttached: true };
}

type Cell = { readonly row: string; readonly column: string; readonly named: readonly string[]; readonly text: string };

function compareCell({ row, column, named, text }: Cell, arms: readonly ArmReport[]): ReferenceCell {
  const published = readFigure(text);
  const fitting = findArms(named, column, arms);
  const metric = readWords([...named, column]).metric ?? fitting[0]?.primary ?? null;
  const judged = judgeCell(fitting, { metric: metric ?? "", published });
  return { row, column, metric, published: published?.value ?? null, decimals: published?.decimals ?? 0, ...judged };
}

/** Arms of which every word holds; one that says nothing known keeps a cell from being compared with what it may not be of. */
function findArms(named: readonly string[], column: string, arms: readonly ArmReport[]): readonly ArmReport[] {
  const fitting = arms.filter(({ factors }) => {
    const isModel = named.map((text) => isModelName(factors.model, text));
    const said = readWords([...named.map((text, index) => (isModel[index] ? text.split("+").slice(1).join(" ") : text)), column]);
    const benchmark = plainName(factors.benchmark ?? "");
    return (
      isModel.includes(true) &&
      said.factors.every((holds) => holds(factors)) &&
      said.rest.every((word) => benchmark !== "" && benchmark.includes(plainName(word)))
    );
  });
  // Where nothing is said of a condition, the plain one is meant.
  const plain = fitting.filter(({ factors }) => factors.condition === null || factors.condition === "code");
  const isSaid = readWords([...named.flatMap((text) => text.split("+")), column]).saysCondition;
  const meant = isSaid || plain.length === 0 ? fitting : plain;
  // Arms without any outcome stand for a cell only where no other does.
  const known = meant.filter((arm) => arm.known > 0);
  return known.length === 0 ? meant : known;
}

/** Whether a text is a model's name, with or without its publisher, the likes of "-instruct", and what follows a plus. */
function isModelName(model: string | null, text: string): boolean {
  if (model === null) return false;
  const own = plainName(model.split("/").at(-1) ?? model);
  const name = plainName(text.split("+")[0]?.split("/").at(-1) ?? "");
  return name !== "" && (isShorter(name, own) || isShorter(own, name));
}

function isShorter(short: string, long: string): boolean {
  return long.startsWith(short) && LEFT_OUT.test(long.slice(short.length));
}

function isNumeric(rows: readonly (readonly string[])[], index: number): boolean {
  return rows.every((row) => (row[index] ?? "") === "" || readFigure(row[index] ?? "") !== null);
}

/** A figure as printed, with its decimals, which is how exactly it must agree. */
function readFigure(text: string): Published | null {
  const plain = text
    .trim()
    .replace(/\s*%$/, "")
    .replace(/^−/, "-")
    .replaceAll(/(?<=\d),(?=\d{3}(?:\D|$))/g, "");
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(plain)) return null;
  return { value: Number(plain), decimals: plain.split(".")[1]?.length ?? 0 };
}
