import { type CellStore, cellKinds, type Item } from "./cell-store";
import { countCharacters, readAtom, tags, textValue } from "./read-atom";
import { StreamFault, type StreamReader } from "./read-stream";
import type { Code, RecordingBuilder, SlotChange } from "./recording-builder";
import type { Frame, Value } from "./schema";

const HEAD_CHARACTERS = 2_000;
const TAIL_CHARACTERS = 200;
/** The recorder shows 500 keys and values and the last 20. */
const MOST_ITEMS = 1_100;
const MOST_VARIABLES = 65_536;

export type Side = {
  stdout: string[];
  stderr: string[];
  audit: Map<string, number>;
  notes: Set<number>;
};

/** Reads the records of a stream one after the other into cells, frames and steps. */
export class EventReader {
  private readonly names: string[] = [];
  private readonly codes: Code[] = [];
  readonly side: Side = { stdout: [], stderr: [], audit: new Map(), notes: new Set() };

  constructor(
    private readonly reader: StreamReader,
    private readonly cells: CellStore,
    private readonly builder: RecordingBuilder,
  ) {}

  /** Reads one record; throws a StreamFault where it is none. */
  next(): void {
    const tag = this.reader.byte();
    if (tag >= 0x80) this.line(tag);
    else this.record(tag);
  }

  private record(tag: number): void {
    const { reader, builder, cells } = this;
    switch (tag) {
      case 1: {
        const frame = builder.open(this.code());
        builder.add(frame, "call", this.changes());
        return;
      }
      case 4: {
        const frame = builder.frameByNumber(reader.unsigned());
        if (frame === null) throw new StreamFault("a frame goes on that never began");
        builder.reopen(frame);
        builder.add(frame, "resume", this.changes());
        return;
      }
      case 2:
      case 3:
      case 6:
        this.leave(tag === 2 ? "return" : tag === 3 ? "yield" : "unwind");
        return;
      case 5:
        this.exception();
        return;
      case 7:
        builder.switchThread(reader.unsigned());
        return;
      case 8:
        this.output();
        return;
      case 9: {
        const event = reader.ascii(reader.byte());
        this.side.audit.set(event, (this.side.audit.get(event) ?? 0) + 1);
        return;
      }
      case 10:
        builder.beginEntry();
        return;
      case 11:
        this.item(reader.byte());
        return;
      case 12:
        this.side.notes.add(reader.byte());
        return;
      case 18:
        builder.end();
        return;
      default:
        this.content(tag, cells);
    }
  }

  private content(tag: number, cells: CellStore): void {
    const { reader } = this;
    if (tag === 13) {
      this.birth();
      return;
    }
    if (tag < 13 || tag > 17) throw new StreamFault(`byte ${reader.position - 1} begins no record (${tag})`);
    const number = reader.unsigned();
    if (tag === 17) {
      cells.setScalar(number, readAtom(reader, reader.byte()));
      return;
    }
    const length = reader.unsigned();
    if (tag === 14) {
      cells.setContent(number, { length, head: this.items(), tail: this.items() });
    } else if (tag === 15) {
      const changed: [number, Item][] = [];
      let index = 0;
      for (let left = reader.count(MOST_ITEMS); left > 0; left--) {
        index += reader.unsigned();
        changed.push([index, this.item(reader.byte())]);
      }
      cells.patch(number, { length, changed, tail: this.items() });
    } else {
      const start = reader.unsigned();
      const removed = reader.unsigned();
      cells.splice(number, { length, start, removed, inserted: this.items() });
    }
  }

  private birth(): void {
    const kind = cellKinds[this.reader.byte() - 1];
    if (kind === undefined) throw new StreamFault(`byte ${this.reader.position - 1} is no kind of object`);
    const typeName = this.name();
    const named = cellKinds.indexOf(kind) > cellKinds.indexOf("scalar") && kind !== "iterator" && kind !== "opaque";
    this.cells.add(kind, typeName, named ? this.name() : "");
  }

  private items(): Item[] {
    const items: Item[] = [];
    for (let left = this.reader.count(MOST_ITEMS); left > 0; left--) items.push(this.item(this.reader.byte()));
    return items;
  }

  private item(tag: number): Item {
    return tag === tags.cell ? this.cells.get(this.reader.unsigned()).number : readAtom(this.reader, tag);
  }

  private name(): string {
    const number = this.reader.unsigned();
    if (number === this.names.length) this.names.push(this.reader.text());
    const name = this.names[number];
    if (name === undefined) throw new StreamFault(`name ${number} was never announced`);
    return name;
  }

  private code(): Code {
    const number = this.reader.unsigned();
    if (number === this.codes.length) this.codes.push(this.newCode());
    const code = this.codes[number];
    if (code === undefined) throw new StreamFault(`code ${number} was never announced`);
    return code;
  }

  private newCode(): Code {
    const { reader } = this;
    const qualifiedName = this.name();
    const name = this.name();
    const flags = reader.byte();
    const [firstLine, lastLine, argumentCount] = [reader.unsigned(), reader.unsigned(), reader.unsigned()];
    const variables: string[] = [];
    for (let left = reader.count(MOST_VARIABLES); left > 0; left--) variables.push(this.name());
    const numbered = (flags & 1) === 1;
    return { function: qualifiedName, kind: frameKind(name, flags), firstLine, lastLine, argumentCount, variables, numbered };
  }

  private changes(): SlotChange[] {
    const { reader, builder } = this;
    const frame = builder.top;
    if (frame === null) throw new StreamFault("variables change outside of any frame");
    const changes: SlotChange[] = [];
    let known = frame.variables.length;
    for (let place = reader.unsigned(); place !== 0; place = reader.unsigned()) {
      const index = place - 1;
      const name = !frame.code.numbered && index === known ? this.name() : null;
      if (name !== null) known++;
      if (index >= (frame.code.numbered ? frame.code.variables.length : known)) throw new StreamFault(`no variable ${index}`);
      const tag = reader.byte();
      if (tag === tags.unbound) changes.push({ index, name, item: null });
      else if (tag === tags.appended || tag === tags.prepended) {
        const old = frame.variables[index]?.item;
        changes.push({ index, name, item: continued(old ?? null, reader.text(), tag) });
      } else changes.push({ index, name, item: this.item(tag) });
    }
    return changes;
  }

  private line(tag: number): void {
    const { reader, builder } = this;
    const frame = builder.top;
    if (frame === null) throw new StreamFault("a line runs outside of any frame");
    const code = tag & 63;
    const distance = code === 63 ? this.signed() : code - 31;
    const changes = (tag & 0x40) === 0 ? [] : this.changes();
    frame.line += distance;
    if (frame.line < 0 || !Number.isSafeInteger(frame.line))
      throw new StreamFault(`line ${frame.line} at byte ${reader.position}`);
    builder.add(frame, "line", changes);
  }

  private signed(): number {
    const bits = this.reader.unsigned();
    return bits % 2 === 0 ? bits / 2 : -(bits + 1) / 2;
  }

  private leave(event: "return" | "yield" | "unwind"): void {
    const { reader, builder } = this;
    const frame = builder.top;
    const changes = this.changes();
    if (frame === null) return;
    const value = event === "unwind" ? null : builder.valueOf(this.item(reader.byte()));
    builder.add(frame, event, changes).value = value;
    if (event === "yield") builder.close();
    else builder.end();
  }

  private exception(): void {
    const { reader, builder } = this;
    const frame = builder.top;
    const changes = this.changes();
    const type = this.name();
    const message = readAtom(reader, reader.byte());
    const value = builder.valueOf(this.item(reader.byte()));
    if (frame === null) return;
    const text = message.kind === "str" ? message.text + (message.tail === undefined ? "" : `…${message.tail}`) : "";
    builder.addException(frame, builder.add(frame, "exception", changes), { type, message: text, value });
  }

  private output(): void {
    const channel = this.reader.byte();
    const text = this.reader.text();
    if (channel === 1) {
      this.side.stdout.push(text);
      this.builder.addOutput(text);
    } else this.side.stderr.push(text);
  }
}

function frameKind(name: string, flags: number): Frame["kind"] {
  if (name === "<module>") return "module";
  if (name === "<lambda>") return "lambda";
  if (/^<(listcomp|setcomp|dictcomp|genexpr)>$/.test(name)) return "comprehension";
  if (flags & 8) return "async-generator";
  if (flags & 4) return "coroutine";
  if (flags & 2) return "generator";
  return flags & 1 ? "function" : "class";
}

/** A text that grew at one end, cut again where it became too long. */
function continued(old: Item | null, added: string, tag: number): Value {
  if (old === null || typeof old === "number" || old.kind !== "str") throw new StreamFault("a text goes on that was none");
  if (old.tail === undefined) {
    const text = tag === tags.appended ? old.text + added : added + old.text;
    const length = old.length + countCharacters(added);
    if (length <= HEAD_CHARACTERS + TAIL_CHARACTERS) return { kind: "str", text, length };
    const characters = [...text];
    const tail = characters.slice(-TAIL_CHARACTERS).join("");
    return { kind: "str", text: characters.slice(0, HEAD_CHARACTERS).join(""), tail, length };
  }
  if (tag === tags.prepended) return textValue(added + old.text);
  const tail = [...(old.tail + added)].slice(-TAIL_CHARACTERS).join("");
  return { kind: "str", text: old.text, tail, length: old.length + countCharacters(added) };
}
