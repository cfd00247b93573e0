import { StreamFault } from "./read-stream";
import type { Value } from "./schema";

/** What a row of a cell holds: an atom, or the number of another cell. */
export type Item = Value | number;

export const cellKinds = [
  "list",
  "tuple",
  "set",
  "frozenset",
  "deque",
  "dict",
  "object",
  "exception",
  "slice",
  "scalar",
  "function",
  "builtin",
  "method",
  "class",
  "module",
  "generator",
  "coroutine",
  "iterator",
  "code",
  "opaque",
] as const;
export type CellKind = (typeof cellKinds)[number];

/** How deep a value is shown; the recorder looks no deeper either. */
const SHOWN_DEPTH = 6;

const builtinNames: Partial<Record<CellKind, string>> = {
  list: "list",
  tuple: "tuple",
  set: "set",
  frozenset: "frozenset",
  deque: "deque",
  dict: "dict",
};

type Cell = {
  readonly number: number;
  readonly kind: CellKind;
  readonly typeName: string;
  readonly name: string;
  /** Elements in full; keys and values in turn for a dict or an object. Null until the stream said them. */
  row: Item[] | null;
  tail: Item[];
  length: number;
  scalar: Value | null;
  /** Cells that hold this one, with how often. */
  readonly holders: Map<Cell, number>;
  /** Clock of the last change of it or of something shown inside it, and how far up that was carried. */
  changedAt: number;
  carried: number;
  /** Values made of it, by the depth that was left. */
  readonly made: (Value | undefined)[];
};

/** The program's objects as the stream tells them: their content now, values made of it, and when they last changed. */
export class CellStore {
  private readonly cells: Cell[] = [];
  private readonly building = new Set<Cell>();
  private cycleSeen = false;
  /** Number of the present event. */
  clock = 0;
  /** The event at which any object last changed. */
  lastChange = -1;

  /** Adds the next cell; numbers are given in the order of the stream. */
  add(kind: CellKind, typeName: string, name: string): void {
    const number = this.cells.length;
    const made = new Array<Value | undefined>(SHOWN_DEPTH + 1).fill(undefined);
    this.cells.push({
      number,
      kind,
      typeName,
      name,
      row: null,
      tail: [],
      length: 0,
      scalar: null,
      holders: new Map(),
      changedAt: -1,
      carried: 0,
      made,
    });
  }

  private get(number: number): Cell {
    const cell = this.cells[number];
    if (cell === undefined) throw new StreamFault(`object ${number} was never announced`);
    return cell;
  }

  require(number: number): number {
    return this.get(number).number;
  }

  kindOf(number: number): CellKind {
    return this.get(number).kind;
  }

  typeNameOf(number: number): string {
    return this.get(number).typeName;
  }

  /** Whether the object, or something shown inside it, changed after the clock stood at `since`. */
  changedSince(number: number, since: number): boolean {
    return this.get(number).changedAt > since;
  }

  setContent(number: number, content: { length: number; head: Item[]; tail: Item[] }): void {
    const cell = this.get(number);
    this.letGo(cell, cell.row ?? []);
    this.letGo(cell, cell.tail);
    cell.row = content.head;
    this.hold(cell, content.head);
    this.setTail(cell, content.tail, content.length);
    this.touch(cell);
  }

  patch(number: number, change: { length: number; changed: readonly (readonly [number, Item])[]; tail: Item[] }): void {
    const cell = this.get(number);
    const row = this.rowOf(cell);
    for (const [index, item] of change.changed) {
      const old = row[index];
      if (old === undefined) throw new StreamFault(`object ${number} has no element ${index}`);
      this.letGo(cell, [old]);
      row[index] = item;
      this.hold(cell, [item]);
    }
    this.letGo(cell, cell.tail);
    this.setTail(cell, change.tail, change.length);
    this.touch(cell);
  }

  splice(number: number, change: { length: number; start: number; removed: number; inserted: Item[] }): void {
    const cell = this.get(number);
    const row = this.rowOf(cell);
    if (change.start + change.removed > row.length)
      throw new StreamFault(`object ${number} has fewer elements than are taken out`);
    this.letGo(cell, row.splice(change.start, change.removed, ...change.inserted));
    this.hold(cell, change.inserted);
    cell.length = change.length;
    this.touch(cell);
  }

  setScalar(number: number, value: Value): void {
    const cell = this.get(number);
    cell.scalar = value;
    this.touch(cell);
  }

  private rowOf(cell: Cell): Item[] {
    if (cell.row === null) throw new StreamFault(`object ${cell.number} changes before its content was told`);
    return cell.row;
  }

  private setTail(cell: Cell, tail: Item[], length: number): void {
    cell.tail = tail;
    cell.length = length;
    this.hold(cell, tail);
  }

  private hold(cell: Cell, items: readonly Item[]): void {
    for (const item of items) {
      if (typeof item !== "number") continue;
      const { holders } = this.get(item);
      holders.set(cell, (holders.get(cell) ?? 0) + 1);
    }
  }

  private letGo(cell: Cell, items: readonly Item[]): void {
    for (const item of items) {
      if (typeof item !== "number") continue;
      const { holders } = this.get(item);
      const left = (holders.get(cell) ?? 1) - 1;
      if (left > 0) holders.set(cell, left);
      else holders.delete(cell);
    }
  }

  /** Notes a change, up to the holders in whose value it shows. */
  private touch(cell: Cell, depth = SHOWN_DEPTH): void {
    if (cell.changedAt === this.clock && cell.carried >= depth) return;
    cell.changedAt = this.clock;
    this.lastChange = this.clock;
    cell.carried = depth;
    cell.made.fill(undefined);
    if (depth > 1) for (const holder of cell.holders.keys()) this.touch(holder, depth - 1);
  }

  /** The object's present value. Shared parts are shared: a value never changes once it was made. */
  value(number: number, depth = SHOWN_DEPTH): Value {
    const cell = this.get(number);
    const known = cell.made[depth];
    if (known !== undefined) return known;
    if (this.building.has(cell)) {
      this.cycleSeen = true;
      return { kind: "cycle", id: number, typeName: cell.typeName };
    }
    const outer = this.cycleSeen;
    this.cycleSeen = false;
    this.building.add(cell);
    const value = this.make(cell, depth);
    this.building.delete(cell);
    // Inside a cycle a value depends on where one came from, so only the outermost may be kept.
    if (!this.cycleSeen || this.building.size === 0) cell.made[depth] = value;
    this.cycleSeen ||= outer;
    if (this.building.size === 0) this.cycleSeen = false;
    return value;
  }

  private make(cell: Cell, depth: number): Value {
    const { number: id, kind, typeName, name } = cell;
    if (kind === "scalar") return cell.scalar === null ? this.hidden(cell, depth) : scalarValue(cell.scalar, id, typeName);
    if (kind === "opaque") return { kind: "opaque", id, typeName, why: "type" };
    if (cellKinds.indexOf(kind) > cellKinds.indexOf("scalar")) return leafValue(kind, name || typeName, id);
    if (cell.row === null || depth === 0) return this.hidden(cell, depth);
    const items = cell.row.map((item) => this.itemValue(item, depth - 1));
    const tail = cell.tail.map((item) => this.itemValue(item, depth - 1));
    return containerValue({ id, kind, typeName, items, tail, length: cell.length });
  }

  private hidden({ number: id, typeName }: Cell, depth: number): Value {
    return { kind: "opaque", id, typeName, why: depth === 0 ? "depth" : "budget" };
  }

  private itemValue(item: Item, depth: number): Value {
    return typeof item === "number" ? this.value(item, depth) : item;
  }
}

function scalarValue(scalar: Value, id: number, typeName: string): Value {
  if (scalar.kind === "bytes" && typeName === "bytearray") return { ...scalar, kind: "bytearray", id };
  if (scalar.kind === "bytes") return { ...scalar, id, typeName };
  return scalar.kind === "int" || scalar.kind === "float" || scalar.kind === "str" ? { ...scalar, typeName } : scalar;
}

function leafValue(kind: CellKind, name: string, id: number): Value {
  switch (kind) {
    case "function":
    case "builtin":
    case "method":
    case "class":
    case "module":
    case "generator":
    case "coroutine":
    case "iterator":
    case "code":
      return { kind, name, id };
    default:
      return { kind: "opaque", id, typeName: name, why: "type" };
  }
}

type Container = { id: number; kind: CellKind; typeName: string; items: Value[]; tail: Value[]; length: number };

const none: Value = { kind: "none" };

function pairs(row: readonly Value[]): [Value, Value][] {
  const made: [Value, Value][] = [];
  for (let i = 0; i + 1 < row.length; i += 2) made.push([row[i] ?? none, row[i + 1] ?? none]);
  return made;
}

function containerValue({ id, kind, typeName, items, tail, length }: Container): Value {
  const subclass = builtinNames[kind] === typeName ? {} : { typeName };
  switch (kind) {
    case "list":
    case "tuple":
    case "set":
    case "frozenset":
    case "deque":
      return { kind, id, items, length, ...(tail.length > 0 ? { tail } : {}), ...subclass };
    case "dict":
      return { kind, id, entries: pairs(items), length, ...(tail.length > 0 ? { tail: pairs(tail) } : {}), ...subclass };
    case "slice":
      return { kind, start: items[0] ?? none, stop: items[1] ?? none, step: items[2] ?? none };
    default: {
      const attributes = pairs([...items, ...tail]).map(([key, value]) => [key.kind === "str" ? key.text : "?", value] as const);
      return { kind: "object", id, typeName, attributes, isException: kind === "exception" };
    }
  }
}
