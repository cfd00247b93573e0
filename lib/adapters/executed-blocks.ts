import type { ProbedValues } from "@/lib/adapters/collect-probed-values";
import { SHOWN_CHARACTERS } from "@/lib/adapters/probed-variables";
import type { Recording, Step } from "@/lib/recordings/schema";
import { splitSource } from "@/lib/recordings/split-source";

/** Rows with the step that each shows: lines of code, and comments with variables. */
export type TextBlock = { readonly rows: readonly { readonly text: string; readonly step: Step }[] };

type Row = TextBlock["rows"][number];

const TAB_STOP = 4;

/**
 * Pairs the lines of a call with what the probes printed, as LDB's released code does: printed values close a block at the next executed line with their
 * number; values of a line that the call never executes only become the comment that opens the next block. Values that find no such line any
 * more lose the lines that are left.
 */
export class ExecutedBlocks {
  /** Lines that are in no block. */
  lost = 0;
  /** Comments without the middle of their text. */
  cut = 0;
  private at = 0;
  private before = "";
  private count = 0;
  private readonly head: TextBlock[] = [];
  private readonly tail: TextBlock[] = [];
  private readonly executed: ReadonlySet<number>;
  private readonly source: readonly string[];
  private readonly indents: readonly string[];

  /** `lines`: the steps of the call. `shown`: how many blocks to keep from the beginning and from the end. */
  constructor(
    { header }: Recording,
    private readonly lines: readonly Step[],
    private readonly shown: { readonly first: number; readonly last: number },
  ) {
    this.executed = new Set(lines.map(({ line }) => line));
    this.source = splitSource(header.source).map(({ content }) => content);
    this.indents = this.source.map((text) =>
      " ".repeat(TAB_STOP * Math.floor((text.length - text.trimStart().length) / TAB_STOP)),
    );
  }

  add({ label, values }: ProbedValues): void {
    const first = this.lines[this.at];
    if (first === undefined) return;
    if (!this.executed.has(label)) {
      this.before = values;
      return;
    }
    const rows = [this.comment(first, this.before)];
    const start = this.at;
    while (this.at < this.lines.length) {
      const step = this.lines[this.at];
      if (step === undefined) break;
      this.at += 1;
      rows.push(this.code(step));
      if (step.line !== label) continue;
      rows.push(this.comment(step, values));
      this.before = values;
      this.push({ rows });
      return;
    }
    this.lost += this.at - start;
  }

  finish(): { readonly shown: readonly TextBlock[]; readonly left: number } {
    const first = this.lines[this.at];
    if (first !== undefined) {
      const rest = this.lines.slice(this.at).map((step) => this.code(step));
      this.push({ rows: [this.comment(first, this.before), ...rest] });
    }
    const shown = [...this.head, ...this.tail];
    for (const { rows } of shown) for (const { text } of rows) this.cut += this.isCut(text) ? 1 : 0;
    return { shown, left: this.count - shown.length };
  }

  // All blocks are kept while they may still be all that there are.
  private push(block: TextBlock): void {
    const { first, last } = this.shown;
    this.count += 1;
    if (first + last === 0 || this.head.length < first) this.head.push(block);
    else this.tail.push(block);
    if (first + last > 0 && this.tail.length > last) this.tail.shift();
  }

  private comment(step: Step, values: string): Row {
    return { text: `${this.indents[step.line - 1] ?? ""}# ${values}`, step };
  }

  private code(step: Step): Row {
    return { text: this.source[step.line - 1] ?? "", step };
  }

  private isCut(text: string): boolean {
    return text.trimStart().startsWith("# ") && text.trimStart().length > SHOWN_CHARACTERS + 2;
  }
}
