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
export const SHOWN_DEPTH = 6;
/** More than any honest recording has; a forged one must not fill the memory. */
const MOST_CELLS = 4_000_000;
const MOST_ELEMENTS = 2_048;
/** Holders visited to carry changes up; past it only direct holders hear of them, which the recording then says. */
const MOST_VISITS = 40_000_000;

/**
 * A value made of a cell, with the size of its tree and how many levels it has. One with a cycle in it is good only on its own: inside
 * another value the cycle may begin further out.
 */
export type Made = { readonly value: Value; readonly nodes: number; readonly height: number; readonly cyclic: boolean };

export type Cell = {
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
  holders: Map<Cell, number> | null;
  /** Clock of the last change of it or of something shown inside it. */
  changedAt: number;
  /** The present value where nothing of it is hidden, and by depth where something is. */
  whole: Made | null;
  byDepth: (Made | undefined)[] | null;
};

const noItems: Item[] = [];

/** The program's objects as the stream tells them: their content now, who holds them, and when they last changed. */
export class CellStore {
  private readonly cells: Cell[] = [];
  private visits = 0;
  /** Number of the present event. */
  clock = 0;
  /** The event at which any object last changed. */
  lastChange = -1;

  /** Whether changes were too entangled to carry all of them to every variable that shows them. */
  get entangled(): boolean {
    return this.visits > MOST_VISITS;
  }

  /** Adds the next cell; numbers are given in the order of the stream. */
  add(kind: CellKind, typeName: string, name: string): void {
    const number = this.cells.length;
    if (number >= MOST_CELLS) throw new StreamFault(`more than ${MOST_CELLS} objects`);
    const content = { row: null, tail: noItems, length: 0, scalar: null, holders: null };
    this.cells.push({ number, kind, typeName, name, ...content, changedAt: -1, whole: null, byDepth: null });
  }

  get(number: number): Cell {
    const cell = this.cells[number];
    if (cell === undefined) throw new StreamFault(`object ${number} was never announced`);
    return cell;
  }

  /** Whether the object, or something shown inside it, changed after the clock stood at `since`. */
  changedSince(number: number, since: number): boolean {
    return this.get(number).changedAt > since;
  }

  setContent(number: number, content: { length: number; head: Item[]; tail: Item[] }): void {
    const cell = this.get(number);
    const { row, tail } = cell;
    this.hold(cell, content.head);
    cell.row = content.head;
    this.setTail(cell, content.tail, content.length);
    if (row !== null) this.letGo(cell, row);
    this.letGo(cell, tail);
    this.touch(cell);
  }

  patch(number: number, change: { length: number; changed: readonly (readonly [number, Item])[]; tail: Item[] }): void {
    const cell = this.get(number);
    const row = rowOf(cell);
    for (const [index, item] of change.changed) {
      const old = row[index];
      if (old === undefined) throw new StreamFault(`object ${number} has no element ${index}`);
      row[index] = item;
      this.hold(cell, [item]);
      this.letGo(cell, [old]);
    }
    const { tail } = cell;
    this.setTail(cell, change.tail, change.length);
    this.letGo(cell, tail);
    this.touch(cell);
  }

  splice(number: number, change: { length: number; start: number; removed: number; inserted: Item[] }): void {
    const cell = this.get(number);
    const row = rowOf(cell);
    const { start, removed, inserted } = change;
    if (start + removed > row.length) throw new StreamFault(`object ${number} has fewer elements than are taken out`);
    if (row.length - removed + inserted.length > MOST_ELEMENTS) throw new StreamFault(`object ${number} shows too many elements`);
    this.hold(cell, inserted);
    this.letGo(cell, row.splice(start, removed, ...inserted));
    cell.length = change.length;
    this.touch(cell);
  }

  setScalar(number: number, value: Value): void {
    const cell = this.get(number);
    cell.scalar = value;
    this.touch(cell);
  }

  private setTail(cell: Cell, tail: Item[], length: number): void {
    this.hold(cell, tail);
    cell.tail = tail;
    cell.length = length;
  }

  private hold(cell: Cell, items: readonly Item[]): void {
    for (const item of items) {
      if (typeof item !== "number") continue;
      const child = this.get(item);
      child.holders ??= new Map();
      child.holders.set(cell, (child.holders.get(cell) ?? 0) + 1);
    }
  }

  private letGo(cell: Cell, items: readonly Item[]): void {
    for (const item of items) {
      if (typeof item !== "number") continue;
      const { holders } = this.get(item);
      const left = (holders?.get(cell) ?? 1) - 1;
      if (left > 0) holders?.set(cell, left);
      else holders?.delete(cell);
    }
  }

  /** Notes a change, level by level up to the holders in whose value it shows. */
  private touch(changed: Cell): void {
    this.lastChange = this.clock;
    const seen = new Set([changed]);
    let level = [changed];
    for (let depth = 0; depth < SHOWN_DEPTH && level.length > 0; depth++) {
      const above: Cell[] = [];
      for (const cell of level) {
        cell.changedAt = this.clock;
        cell.whole = null;
        cell.byDepth = null;
        if (cell.holders === null || this.visits > MOST_VISITS) continue;
        this.visits += cell.holders.size;
        for (const holder of cell.holders.keys()) {
          if (seen.has(holder)) continue;
          seen.add(holder);
          above.push(holder);
        }
      }
      level = above;
    }
  }
}

function rowOf(cell: Cell): Item[] {
  if (cell.row === null) throw new StreamFault(`object ${cell.number} changes before its content was told`);
  return cell.row;
}
