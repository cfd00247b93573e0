import type { Step } from "@/lib/recordings/schema";

/** A row of a trace and the step that it shows; null for rows that StateLens writes between steps. */
export type Row = { readonly text: string; readonly step: Step | null };

export type CodeRow = { readonly row: Row; readonly line: number; readonly code: string; readonly indent: number };

type Loop = {
  readonly line: number;
  readonly code: string;
  readonly indent: number;
  count: number;
  readonly first: (readonly Row[])[];
  last: readonly Row[];
  current: Row[];
  header: Row | null;
};

const FIRST_SHOWN = 2;
const LOOP = /^(for|while) /;

/**
 * Groups rows by the iterations of their loops and leaves out all but the first two and the last of more than three, as StateLens does: a
 * loop is known by a line that begins with `for` or `while` and ends at the next line that is not indented deeper. The check that ends
 * a loop is dropped, and with it loops without an iteration.
 */
export class LoopFolder {
  /** Steps in iterations that were left out. */
  skipped = 0;
  /** Steps at the head of a loop that no iteration follows. */
  dropped = 0;
  private readonly rows: Row[] = [];
  private readonly loops: Loop[] = [];

  add({ row, line, code, indent }: CodeRow): void {
    this.enterBodies(indent);
    for (let loop = this.loops.at(-1); loop !== undefined; loop = this.loops.at(-1)) {
      if (indent > loop.indent || (loop.line === line && loop.code === code)) break;
      this.close();
    }
    if (!LOOP.test(code)) this.append([row]);
    else {
      const loop = this.openLoop({ line, code, indent });
      if (loop.header !== null) this.dropped += 1;
      loop.header = row;
    }
  }

  finish(): readonly Row[] {
    while (this.loops.length > 0) this.close();
    return this.rows;
  }

  // A head is shown once something of the loop's body follows it.
  private enterBodies(indent: number): void {
    for (const loop of this.loops) {
      if (loop.header === null || indent <= loop.indent) continue;
      loop.current.push(loop.header);
      loop.header = null;
    }
  }

  private openLoop({ line, code, indent }: { line: number; code: string; indent: number }): Loop {
    const known = this.loops.at(-1);
    if (known !== undefined && known.line === line && known.code === code) {
      this.endIteration(known);
      return known;
    }
    const loop: Loop = { line, code, indent, count: 0, first: [], last: [], current: [], header: null };
    this.loops.push(loop);
    return loop;
  }

  private endIteration(loop: Loop): void {
    if (loop.current.length === 0) return;
    loop.count += 1;
    if (loop.count <= FIRST_SHOWN) loop.first.push(loop.current);
    else {
      for (const { step } of loop.last) if (step !== null) this.skipped += 1;
      loop.last = loop.current;
    }
    loop.current = [];
  }

  private close(): void {
    const loop = this.loops.pop();
    if (loop === undefined) return;
    this.endIteration(loop);
    if (loop.header !== null) this.dropped += 1;
    const isOutermost = this.loops.length === 0;
    loop.first.forEach((rows, index) => {
      this.appendIteration(index + 1, rows);
    });
    if (loop.count <= FIRST_SHOWN) return;
    const end = loop.count - 1;
    if (end > FIRST_SHOWN) this.append(describeSkipped(loop.line, end, isOutermost));
    this.appendIteration(loop.count, loop.last);
  }

  private appendIteration(number: number, rows: readonly Row[]): void {
    if (this.loops.length === 0) this.append([{ text: `=== Iteration ${number} ===`, step: null }]);
    this.append(rows);
  }

  private append(rows: readonly Row[]): void {
    const target = this.loops.at(-1)?.current ?? this.rows;
    for (const row of rows) target.push(row);
  }
}

function describeSkipped(line: number, end: number, isOutermost: boolean): readonly Row[] {
  const start = FIRST_SHOWN + 1;
  const range = end === start ? `Iterations ${start}` : `Iterations ${start} to ${end}`;
  const text = `${range} skipped for \`Line ${line}\``;
  if (!isOutermost) return [{ text: `... (${text})`, step: null }];
  return [
    { text: `=== ${text} ===`, step: null },
    { text: "...", step: null },
  ];
}
