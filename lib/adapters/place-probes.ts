import { listBasicBlocks } from "@/lib/adapters/basic-blocks";
import { type LogicalLine, listLogicalLines, outlineStatements } from "@/lib/adapters/python-outline";
import { splitSource } from "@/lib/recordings/split-source";

/** The lines of a function, or of the whole program. */
export type LineRange = { readonly first: number; readonly last: number };

/**
 * A place at which LDB's rewritten program prints its variables, named by the line before it. `after`: when the statement on that line is done.
 * `return`: when it returns. `enter`: when a block or a statement begins.
 */
export type Probe = {
  readonly label: number;
  /** The line of the `def` or `class` whose code it stands in; 0 for the module. */
  readonly owner: number;
} & (
  | { readonly kind: "after" | "return"; readonly line: LogicalLine }
  | { readonly kind: "enter"; readonly body: LineRange; readonly opening: LineRange }
);

const HEADERS = ["else:", "elif ", "if ", "while ", "for ", "def "];
const CONTINUED = /^(elif|else|except|finally|case)\b/;
const LEAVES = /^(break|continue|raise|return)\b/;
const RETURNS = /(^|[:;]\s*)return\b/;
const DEFINITION = /^(async\s+)?(def|class)\b/;
const TAB_STOP = 4;

/**
 * Where LDB's released code puts its prints into a function: after the line before every basic block and after the line on which its last
 * statement begins. Null where that makes a program that is none, because a print stands in the middle of a statement or at a wrong indentation:
 * then the release has no values.
 */
export function placeProbes(source: string, range: LineRange): readonly Probe[] | null {
  const code = listLogicalLines(source);
  const blocks = listBasicBlocks(outlineStatements(code));
  const labels = new Set(blocks.flatMap(({ first, last }) => [first - 1, last]));
  const lines = splitSource(source).map(({ content }) => content);
  const placer = new Placer(code, lines);
  const probes: Probe[] = [];
  for (let label = range.first; label <= range.last; label += 1) {
    if (!labels.has(label)) continue;
    const probe = placer.place(label);
    if (probe === "broken") return null;
    if (probe !== null) probes.push(probe);
  }
  return probes;
}

class Placer {
  constructor(
    private readonly code: readonly LogicalLine[],
    private readonly lines: readonly string[],
  ) {}

  /** Null where the print never runs: within a long string, or after a statement that leaves the block. */
  place(label: number): Probe | "broken" | null {
    const index = this.code.findLastIndex(({ first }) => first <= label);
    const before = this.code[index];
    const next = this.code[index + 1];
    if (before === undefined) return null;
    if (before.last > label) return this.isInString(before, label) ? null : "broken";
    const indent = this.findIndent(label);
    if (indent === null || before.code.startsWith("@")) return "broken";
    const owned = { label, owner: this.findOwner(index, indent) };
    if (before.head !== null && before.inline === "") {
      if (next === undefined || next.indent !== indent || indent <= before.indent) return "broken";
      const body = { first: next.first, last: this.findEnd(index) };
      return { ...owned, kind: "enter", body, opening: this.findStatement(index + 1) };
    }
    if (!this.isSound(index, indent)) return "broken";
    if (indent < before.indent) {
      const body = this.findStatement(index + 1);
      return next?.indent === indent ? { ...owned, kind: "enter", body, opening: body } : null;
    }
    if (RETURNS.test(before.code) && this.lines[label - 1]?.includes(" return "))
      return { ...owned, kind: "return", line: before };
    return LEAVES.test(before.code) ? null : { ...owned, kind: "after", line: before };
  }

  // Upstream takes the indentation of the nearest text above, or below a line that opens a block, in steps of four.
  private findIndent(label: number): number | null {
    const above = this.lines.slice(0, label).findLast((line) => line !== "");
    if (above === undefined) return null;
    const opens = HEADERS.some((header) => above.trim().startsWith(header));
    const text = opens ? this.lines.slice(label).find((line) => line !== "") : above;
    if (text === undefined) return null;
    return Math.floor((text.length - text.trimStart().length) / TAB_STOP) * TAB_STOP;
  }

  private findOwner(index: number, indent: number): number {
    let level = indent;
    for (let at = index; at >= 0; at -= 1) {
      const line = this.code[at];
      if (line === undefined || line.indent >= level) continue;
      level = line.indent;
      if (DEFINITION.test(line.code)) return line.first;
    }
    return 0;
  }

  // A print may stand in the block of the line before it or in one around it that goes on.
  private isSound(index: number, indent: number): boolean {
    const next = this.code[index + 1];
    if (next !== undefined && (next.indent > indent || (next.indent === indent && CONTINUED.test(next.code)))) return false;
    let level = Number.POSITIVE_INFINITY;
    for (let at = index; at >= 0 && level > indent; at -= 1) level = Math.min(level, this.code[at]?.indent ?? 0);
    return level === indent;
  }

  // The last line that belongs to the logical line at `index`, with what is indented below it.
  private findEnd(index: number): number {
    const head = this.code[index];
    if (head === undefined) return 0;
    const after = this.code.findIndex(({ indent }, at) => at > index && indent <= head.indent);
    return this.code[(after < 0 ? this.code.length : after) - 1]?.last ?? head.last;
  }

  private findStatement(index: number): LineRange {
    return { first: this.code[index]?.first ?? 0, last: this.findEnd(index) };
  }

  private isInString(line: LogicalLine, label: number): boolean {
    const above = this.lines.slice(line.first - 1, label).join("\n");
    return (above.match(/"""|'''/g)?.length ?? 0) % 2 === 1;
  }
}
