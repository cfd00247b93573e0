import type { FileFormat, Item, ReadContext, Reader, SourceValue } from "@/lib/formats/format";
import { parseJsonText } from "@/lib/formats/input/parse-json";
import { derived, explain, kept, notice, rejected } from "@/lib/formats/items";
import { hasKeys, isObject } from "@/lib/formats/looks";
import { countedByRound, emptyPrograms, type Placed, resultRowSchema, toRows } from "@/lib/formats/results/tracewise-rows";
import { factorsOf, type Header, headerSchema, tracewiseArm } from "@/lib/formats/results/tracewise-run";

/**
 * Result files of "Do Code Semantics Help?" (arXiv 2509.11686): JSON lines in a `.json` file. A header of run arguments (again after
 * each resume, sometimes as JSON inside a text), rows in the order of finishing, a tail with the accuracy after each pass.
 */
export const tracewiseResults: FileFormat = {
  id: "tracewise-results",
  title: "Tracewise results",
  kind: "results",
  version: "1",
  description:
    "JSON lines: a header of run arguments, rows {task_id, code | codes, passed, raw_code}, a tail with final_accuracy",
  shape: "file",
  recognize({ rows, layout }) {
    if (layout !== "lines") return 0;
    if (rows.some((row) => isHeader(unwrap(row)))) return 1;
    return rows.some((row) => hasKeys(row, "task_id", "passed", "raw_code")) ? 0.8 : 0;
  },
  open: (context) => new TracewiseReader(context),
};

function isHeader(value: unknown): boolean {
  return hasKeys(value, "generator", "selection", "num_round");
}

/** Some headers are JSON inside a JSON text. */
function unwrap(value: unknown): unknown {
  if (typeof value !== "string" || !value.startsWith("{")) return value;
  const inner = parseJsonText(value);
  return inner.ok ? inner.value : value;
}

class TracewiseReader implements Reader {
  readonly #path: string;
  readonly #rows = new Map<string, Placed>();
  readonly #duplicates = new Map<string, number>();
  /** Lines of rows that came before any header, counted once one comes. */
  readonly #unplaced: number[] = [];
  #header: Header | null = null;
  #headers = 0;
  #rowsSinceTail = 0;
  #lastTail: { line: number; said: number[] } | null = null;

  constructor({ path }: ReadContext) {
    this.#path = path;
  }

  value(source: SourceValue): readonly Item[] {
    const value = unwrap(source.value);
    if (isHeader(value)) return this.#readHeader(value, source.line);
    const tail = tailOf(value);
    if (tail !== null) return this.#readTail(tail, source.line);
    const parsed = resultRowSchema.safeParse(value);
    if (!parsed.success)
      return [rejected(source.line, isObject(value) ? explain(parsed.error) : "it is neither header, row nor tail")];
    const { task_id: taskId } = parsed.data;
    const earlier = this.#rows.get(taskId);
    if (earlier !== undefined) this.#duplicates.set(taskId, (this.#duplicates.get(taskId) ?? 0) + 1);
    this.#rows.set(taskId, { row: parsed.data, line: source.line });
    this.#rowsSinceTail += 1;
    if (this.#header !== null) return [kept(source.line, [])];
    this.#unplaced.push(source.line);
    return [];
  }

  end(): readonly Item[] {
    if (this.#header === null) {
      return this.#unplaced.map((line) =>
        rejected(line, "the file has no header that says what was run, so the row has no place"),
      );
    }
    const placed = [...this.#rows.values()];
    const isSequential = placed.some(({ row }) => row.kind === "rounds");
    const arm = tracewiseArm(this.#header, { path: this.#path, isSequential });
    const group = { key: arm.key, rule: this.#header.selection, oracle: arm.oracle };
    const rows = placed.flatMap((row) => toRows(row, group));
    return [
      ...this.#aboutRun(arm.temperature),
      ...this.#aboutTail(),
      ...aboutEmpty(placed),
      derived([{ type: "arm", arm }, ...rows]),
    ];
  }

  #readHeader(value: unknown, line: number): Item[] {
    const parsed = headerSchema.safeParse(value);
    if (!parsed.success) return [rejected(line, `the header of run arguments: ${explain(parsed.error)}`)];
    this.#headers += 1;
    const before = this.#header === null ? {} : factorsOf(this.#header);
    this.#header = parsed.data;
    const nowPlaced = this.#unplaced.splice(0).map((unplaced) => kept(unplaced, []));
    const changed = Object.entries(factorsOf(parsed.data)).filter(
      ([name, now]) => before[name] !== undefined && before[name] !== now,
    );
    const notices = changed.map(([name, now]) =>
      notice("warning", "header-changed", { message: `resumed with another ${name}: ${now} after ${before[name]}`, line }),
    );
    return [...nowPlaced, ...notices];
  }

  #readTail(said: number[], line: number): Item[] {
    this.#lastTail = { line, said };
    this.#rowsSinceTail = 0;
    return this.#compareTail("information", "earlier-tail-disagrees");
  }

  #compareTail(severity: "information" | "warning", code: string): Item[] {
    if (this.#lastTail === null) return [];
    const { line, said } = this.#lastTail;
    const found = percentByRound([...this.#rows.values()]);
    if (said.length === found.length && said.every((value, round) => Math.abs(value - (found[round] ?? Number.NaN)) < 0.006))
      return [];
    const message = `the tail says ${shown(said)}, the ${this.#rows.size} tasks above it give ${shown(found)}`;
    return [notice(severity, code, { message, line })];
  }

  #aboutTail(): Item[] {
    if (this.#lastTail === null) {
      const message = `the run has no final accuracy: it did not finish; ${this.#rows.size} tasks are there`;
      return [notice("warning", "unfinished", { message })];
    }
    const late = this.#rowsSinceTail;
    if (late === 0) return this.#compareTail("warning", "tail-disagrees");
    const message = `${late} rows come after the last final accuracy: the last resume did not finish`;
    return [notice("warning", "rows-after-tail", { message }), ...this.#compareTail("warning", "tail-disagrees")];
  }

  #aboutRun(temperature: number | null): Item[] {
    const items: Item[] = [];
    if (this.#headers > 1) {
      items.push(
        notice("information", "resumed", {
          message: `the run was started ${this.#headers} times; the last row of a task counts`,
        }),
      );
    }
    if (this.#header !== null && temperature !== this.#header.temperature) {
      const message = `the name says greedy, the arguments temperature ${this.#header.temperature} and n = ${this.#header.n}; greedy is believed`;
      items.push(notice("information", "name-and-header-differ", { message }));
    }
    if (this.#duplicates.size > 0) {
      const named = [...this.#duplicates].slice(0, 5).map(([taskId, extra]) => `${taskId} ${extra + 1} times`);
      const more = this.#duplicates.size > named.length ? ", …" : "";
      const message = `${this.#duplicates.size} tasks are there more than once (${named.join(", ")}${more}); the last row counts`;
      items.push(notice("warning", "duplicate-tasks", { message }));
    }
    return items;
  }
}

/** Percentages of a tail: `{"final_accuracy": "88.46%"}` or a list per round, also spelt `final_accuracy list`. */
function tailOf(value: unknown): number[] | null {
  if (!isObject(value)) return null;
  const [key] = Object.keys(value).filter((name) => /^final_accuracy([_ ]list)?$/.test(name));
  const found: unknown = key === undefined ? undefined : value[key];
  const list: unknown[] = Array.isArray(found) ? found : found === undefined ? [] : [found];
  const numbers = list.map((entry) => (typeof entry === "string" ? Number.parseFloat(entry) : entry));
  return numbers.length > 0 && numbers.every((entry): entry is number => typeof entry === "number" && Number.isFinite(entry))
    ? numbers
    : null;
}

function percentByRound(placed: readonly Placed[]): number[] {
  const counted = placed.map(({ row }) => countedByRound(row));
  const rounds = Math.max(0, ...counted.map((flags) => flags.length));
  return Array.from(
    { length: rounds },
    (_, round) => (100 * counted.filter((flags) => flags[round] === true).length) / counted.length,
  );
}

function shown(percent: readonly number[]): string {
  return percent.length === 0 ? "nothing" : percent.map((value) => `${value.toFixed(2)} %`).join(", ");
}

function aboutEmpty(placed: readonly Placed[]): Item[] {
  const counts = placed.map(({ row }) => emptyPrograms(row));
  const empty = counts.reduce((sum, count) => sum + count.empty, 0);
  if (empty === 0) return [];
  const programs = counts.reduce((sum, count) => sum + count.programs, 0);
  const tasks = counts.filter((count) => count.empty > 0).length;
  const message = `${empty} of ${programs} programs are empty, in ${tasks} of ${placed.length} tasks: no answer came, which is not a wrong answer`;
  return [notice("warning", "empty-programs", { message })];
}
