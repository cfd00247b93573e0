import { type Cell, type CellKind, type CellStore, cellKinds, type Item, type Made, SHOWN_DEPTH } from "./cell-store";
import type { Value } from "./schema";

/** Size of one value's tree. Shared parts count each time: a reader that prints the value meets them each time. */
const MOST_NODES = 20_000;
/** What is still shown of a value once a cycle was met: the ways through a dense graph are as many as the limit allows. */
const MOST_CYCLIC_NODES = 1_000;
/** About the memory that all values of a recording may take; past it each value is kept to a few nodes. */
const MOST_BYTES = 512 * 2 ** 20;
const FEW_NODES = 50;
const NODE_BYTES = 120;
const ELEMENT_BYTES = 8;

const builtinNames: Partial<Record<CellKind, string>> = {
  list: "list",
  tuple: "tuple",
  set: "set",
  frozenset: "frozenset",
  deque: "deque",
  dict: "dict",
};

/** Values of the program's objects. A value never changes once it was made; what did not change is shared between values. */
export class CellValues {
  /** Cells that enclose the value being made. */
  private readonly building = new Set<Cell>();
  private nodesLeft = MOST_NODES;
  private bytes = 0;
  private cyclic = false;
  private cutByBudget = false;
  private cutByDepth = false;
  private height = 0;

  constructor(private readonly cells: CellStore) {}

  /** Whether values were kept to a few nodes because there were too many large ones. */
  get exhausted(): boolean {
    return this.bytes > MOST_BYTES;
  }

  /** The value of an object as it is now. */
  valueOf(number: number): Value {
    this.nodesLeft = this.exhausted ? FEW_NODES : MOST_NODES;
    this.cutByBudget = false;
    this.cutByDepth = false;
    this.cyclic = false;
    return this.value(this.cells.get(number), SHOWN_DEPTH);
  }

  private value(cell: Cell, depth: number): Value {
    const known = this.findMade(cell, depth);
    if (known !== null && known.nodes <= this.nodesLeft) return this.reuse(cell, known);
    this.nodesLeft--;
    if (this.building.has(cell)) {
      if (!this.cyclic) this.nodesLeft = Math.min(this.nodesLeft, MOST_CYCLIC_NODES);
      this.cyclic = true;
      return { kind: "cycle", id: cell.number, typeName: cell.typeName };
    }
    this.height = 0;
    if (!isContainer(cell.kind)) return leafValue(cell);
    if (cell.row === null) return hidden(cell, depth === 0 ? "depth" : "budget");
    if (depth === 0) {
      this.cutByDepth = true;
      return hidden(cell, "depth");
    }
    if (this.nodesLeft < 0) {
      this.cutByBudget = true;
      return hidden(cell, "budget");
    }
    return this.make(cell, depth);
  }

  private findMade(cell: Cell, depth: number): Made | null {
    const made = cell.whole !== null && cell.whole.height <= depth ? cell.whole : cell.byDepth?.[depth];
    return made === undefined || (made.cyclic && this.building.size > 0) ? null : made;
  }

  private reuse(cell: Cell, made: Made): Value {
    this.nodesLeft -= made.nodes;
    this.height = made.height;
    this.cutByDepth ||= made !== cell.whole;
    return made.value;
  }

  private make(cell: Cell, depth: number): Value {
    const outer = { cyclic: this.cyclic, cutByDepth: this.cutByDepth, cutByBudget: this.cutByBudget };
    const before = this.nodesLeft;
    this.cyclic = false;
    this.cutByDepth = false;
    this.cutByBudget = false;
    this.building.add(cell);
    const row = cell.row ?? [];
    const items = this.elements(row, depth - 1);
    const inner = this.height;
    const tail = this.elements(cell.tail, depth - 1);
    this.height = Math.max(inner, this.height) + 1;
    this.building.delete(cell);
    this.bytes += NODE_BYTES + ELEMENT_BYTES * (items.length + tail.length);
    const value = containerValue(cell, items, tail);
    // Inside a cycle a value depends on where one came from, and a cut one on what came before it: neither is kept.
    if (!this.cutByBudget && (!this.cyclic || this.building.size === 0)) {
      this.keep(cell, depth, { value, nodes: before - this.nodesLeft + 1, height: this.height, cyclic: this.cyclic });
    }
    this.cyclic ||= outer.cyclic;
    this.cutByDepth ||= outer.cutByDepth;
    this.cutByBudget ||= outer.cutByBudget;
    return value;
  }

  private keep(cell: Cell, depth: number, made: Made): void {
    if (!this.cutByDepth) {
      cell.whole = made;
      return;
    }
    cell.byDepth ??= [];
    cell.byDepth[depth] = made;
  }

  /** The values of a row; leaves in `height` the levels of the deepest. */
  private elements(row: readonly Item[], depth: number): Value[] {
    let height = 0;
    const values = row.map((item) => {
      if (typeof item !== "number") {
        this.nodesLeft--;
        return item;
      }
      const value = this.value(this.cells.get(item), depth);
      height = Math.max(height, this.height);
      return value;
    });
    this.height = height;
    return values;
  }
}

function isContainer(kind: CellKind): boolean {
  return cellKinds.indexOf(kind) < cellKinds.indexOf("scalar");
}

function hidden({ number: id, typeName }: Cell, why: "depth" | "budget"): Value {
  return { kind: "opaque", id, typeName, why };
}

function scalarValue(scalar: Value, id: number, typeName: string): Value {
  if (scalar.kind === "bytes" && typeName === "bytearray") return { ...scalar, kind: "bytearray", id };
  if (scalar.kind === "bytes") return { ...scalar, id, typeName };
  return scalar.kind === "int" || scalar.kind === "float" || scalar.kind === "str" ? { ...scalar, typeName } : scalar;
}

function leafValue(cell: Cell): Value {
  const { kind, number: id, typeName, scalar } = cell;
  switch (kind) {
    case "scalar":
      return scalar === null ? hidden(cell, "budget") : scalarValue(scalar, id, typeName);
    case "function":
    case "builtin":
    case "method":
    case "class":
    case "module":
    case "generator":
    case "coroutine":
    case "iterator":
    case "code":
      return { kind, name: cell.name || typeName, id };
    default:
      return { kind: "opaque", id, typeName, why: "type" };
  }
}

const none: Value = { kind: "none" };

function pairs(row: readonly Value[]): [Value, Value][] {
  const made: [Value, Value][] = [];
  for (let i = 0; i + 1 < row.length; i += 2) made.push([row[i] ?? none, row[i + 1] ?? none]);
  return made;
}

function containerValue({ number: id, kind, typeName, length }: Cell, items: Value[], tail: Value[]): Value {
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
