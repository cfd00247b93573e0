import { logicalLineEnds } from "@/lib/recordings/logical-lines";
import { splitSource } from "@/lib/recordings/split-source";

/** A line of code as Python reads it, over one or more lines of the file. */
export type LogicalLine = {
  readonly first: number;
  readonly last: number;
  /** Characters of indentation. */
  readonly indent: number;
  /** The code without indentation and comments, with empty string literals; line ends are blanks. */
  readonly code: string;
  /** The code before the colon that opens a block, or null; and what follows that colon on the line. */
  readonly head: string | null;
  readonly inline: string;
};

/** A statement; clauses are those of `if`, `try`, `match` and the like, in the order of the file, each with its statements. */
export type Statement = {
  readonly keyword: string;
  readonly code: string;
  readonly line: LogicalLine;
  /** The last line of the file that belongs to it. */
  readonly end: number;
  readonly clauses: readonly Clause[];
};

export type Clause = { readonly keyword: string; readonly line: LogicalLine; readonly body: readonly Statement[] };

const STRING = /[rRbBuUfFtT]{0,3}("""|'''|"|')(?:\\[\s\S]|(?!\1)[\s\S])*\1|#[^\r\n]*/g;
const OPENING = /^(?:async\s+)?(if|elif|else|for|while|def|class|try|except|finally|with|match|case)\b/;
const SOFT = /^(?:match|case)\b\s*(?:[=.,)\]:]|$)/;
const CONTINUED = new Set(["elif", "else", "except", "finally"]);

/** The lines of code of a program, without empty lines and comments. */
export function listLogicalLines(source: string): readonly LogicalLine[] {
  const ends = logicalLineEnds(source);
  const lines = splitSource(source);
  const found: LogicalLine[] = [];
  for (let first = 1; first <= lines.length; first = (ends[first] ?? first) + 1) {
    const last = ends[first] ?? first;
    const text = lines
      .slice(first - 1, last)
      .map(({ content }) => content)
      .join("\n");
    const code = text
      .replace(STRING, (literal) => (literal.startsWith("#") ? "" : '""'))
      .replace(/\\?\n/g, " ")
      .trim();
    if (code === "") continue;
    found.push({ first, last, indent: text.length - text.trimStart().length, code, ...splitHead(code) });
  }
  return found;
}

function splitHead(code: string): Pick<LogicalLine, "head" | "inline"> {
  const none = { head: null, inline: "" };
  if (!OPENING.test(code) || SOFT.test(code)) return none;
  const at = findColon(code);
  return at === null ? none : { head: code.slice(0, at), inline: code.slice(at + 1).trim() };
}

// The colon of a lambda belongs to it, and := is none.
function findColon(code: string): number | null {
  let open = 0;
  let lambdas = 0;
  for (const { 0: token, index } of code.matchAll(/\blambda\b|[()[\]{}]|:=?/g)) {
    if (token === "lambda") lambdas += open === 0 ? 1 : 0;
    else if ("([{".includes(token)) open += 1;
    else if (")]}".includes(token)) open -= 1;
    else if (token === ":" && open === 0 && lambdas > 0) lambdas -= 1;
    else if (token === ":" && open === 0) return index;
  }
  return null;
}

/** The statements of a program, nested as its blocks are. */
export function outlineStatements(lines: readonly LogicalLine[]): readonly Statement[] {
  return new Outliner(lines).readBlock(-1);
}

class Outliner {
  private at = 0;

  constructor(private readonly lines: readonly LogicalLine[]) {}

  /** The statements that are indented deeper than `outer`. */
  readBlock(outer: number): readonly Statement[] {
    const statements: Statement[] = [];
    for (let line = this.lines[this.at]; line !== undefined && line.indent > outer; line = this.lines[this.at]) {
      if (line.head === null) {
        this.at += 1;
        statements.push(...splitSimple(line.code, line));
      } else statements.push(this.readCompound(line));
    }
    return statements;
  }

  private readCompound(line: LogicalLine): Statement {
    const clauses = [this.readClause(line)];
    const keyword = clauses[0]?.keyword ?? "";
    for (let next = this.lines[this.at]; next !== undefined; next = this.lines[this.at]) {
      if (next.head === null || next.indent !== line.indent || !CONTINUED.has(readKeyword(next.code))) break;
      clauses.push(this.readClause(next));
    }
    const end = Math.max(line.last, (this.lines[this.at - 1] ?? line).last);
    return { keyword, code: line.code, line, end, clauses };
  }

  private readClause(line: LogicalLine): Clause {
    this.at += 1;
    const inline = line.inline === "" ? this.readBlock(line.indent) : splitSimple(line.inline, line);
    return { keyword: readKeyword(line.code), line, body: inline };
  }
}

function readKeyword(code: string): string {
  const word = code.match(/^(?:async\s+(?:for|with|def)|[A-Za-z_]\w*)/)?.[0] ?? "";
  return word.replace(/\s+/, " ");
}

function splitSimple(code: string, line: LogicalLine): readonly Statement[] {
  const parts = code.split(";").map((part) => part.trim());
  return parts
    .filter((part) => part !== "")
    .map((part) => ({ keyword: readKeyword(part), code: part, line, end: line.last, clauses: [] }));
}
