import type { Clause, Statement } from "@/lib/adapters/python-outline";

/** The lines at which the first and the last statement of a basic block begin. */
export type BasicBlock = { readonly first: number; readonly last: number };

type Node = { first: number | null; last: number; readonly exits: Node[] };

/**
 * The basic blocks of a program and of the functions in it, as LDB finds them (staticfg, as its repository has it): a block ends after a
 * condition, before and after a loop's head, after `return`, `assert`, `yield` and `await`; `try`, `with`, `match` and classes do not end
 * one; what cannot be reached, and the `else` of a loop, is in no block.
 */
export function listBasicBlocks(statements: readonly Statement[]): readonly BasicBlock[] {
  const builder = new GraphBuilder();
  const start = builder.current;
  builder.visitAll(statements);
  const functions = builder.functions.flatMap((body) => listBasicBlocks(body));
  return [...listReachable(start), ...functions];
}

function listReachable(start: Node): readonly BasicBlock[] {
  const seen = new Set([start]);
  for (const { exits } of seen) for (const exit of exits) seen.add(exit);
  return [...seen].flatMap(({ first, last }) => (first === null ? [] : [{ first, last }]));
}

const createNode = (): Node => ({ first: null, last: 0, exits: [] });

class GraphBuilder {
  current: Node = createNode();
  readonly functions: (readonly Statement[])[] = [];
  private readonly loops: { readonly head: Node; readonly after: Node }[] = [];

  visitAll(statements: readonly Statement[]): void {
    for (const statement of statements) this.visit(statement);
  }

  private visit(statement: Statement): void {
    const { keyword, clauses, line } = statement;
    switch (keyword) {
      case "if":
        this.visitIf(clauses);
        return;
      case "for":
      case "while":
        this.visitLoop(statement);
        return;
      case "def":
      case "async def":
        this.add(line.first);
        this.functions.push(clauses[0]?.body ?? []);
        return;
      case "return":
        this.add(line.first);
        this.current = createNode();
        return;
      case "break":
      case "continue":
        this.jump(keyword);
        return;
      case "raise":
      case "pass":
      case "del":
      case "global":
      case "nonlocal":
        return;
      case "assert":
        this.add(line.first);
        this.moveOn();
        return;
      default:
        if (clauses.length > 0) for (const { body } of clauses) this.visitAll(body);
        else this.visitSimple(statement);
    }
  }

  private visitSimple({ line, code }: Statement): void {
    if (code.startsWith("@")) return;
    this.add(line.first);
    for (let count = countSuspensions(code); count > 0; count -= 1) this.moveOn();
  }

  // `elif` is an `if` inside of the `else`.
  private visitIf([clause, ...others]: readonly Clause[]): void {
    if (clause === undefined) return;
    this.add(clause.line.first);
    const condition = this.current;
    const after = createNode();
    const [next] = others;
    if (next === undefined) condition.exits.push(after);
    else {
      this.enter(condition);
      if (next.keyword === "elif") this.visitIf(others);
      else this.visitAll(next.body);
      this.leaveTo(after);
    }
    this.enter(condition);
    this.visitAll(clause.body);
    this.leaveTo(after);
    this.current = after;
  }

  private visitLoop({ line, clauses, keyword, code }: Statement): void {
    if (this.current.first !== null || this.current.exits.length > 0) this.moveOn();
    this.add(line.first);
    const head = this.current;
    const after = createNode();
    this.loops.push({ head, after });
    this.enter(head);
    this.visitAll(clauses[0]?.body ?? []);
    this.leaveTo(head);
    this.loops.pop();
    const isEndless = keyword === "while" && /^while\s*\(?\s*(True|1)\s*\)?\s*:/.test(code);
    if (!isEndless) head.exits.push(after);
    this.current = after;
  }

  private jump(keyword: "break" | "continue"): void {
    const loop = this.loops.at(-1);
    if (loop !== undefined) this.current.exits.push(keyword === "break" ? loop.after : loop.head);
  }

  private add(line: number): void {
    this.current.first ??= line;
    this.current.last = line;
  }

  private enter(from: Node): void {
    this.current = createNode();
    from.exits.push(this.current);
  }

  private leaveTo(target: Node): void {
    if (this.current.exits.length === 0) this.current.exits.push(target);
  }

  private moveOn(): void {
    this.enter(this.current);
  }
}

// Arguments of calls are not looked into.
function countSuspensions(code: string): number {
  const calls: boolean[] = [];
  let count = 0;
  for (const { 0: token, index } of code.matchAll(/\b(?:yield|await)\b(?!\s+from\b)|[()[\]{}]/g)) {
    if ("([{".includes(token)) calls.push(token === "(" && /[\w)\]}"]\s*$/.test(code.slice(0, index)));
    else if (")]}".includes(token)) calls.pop();
    else if (!calls.includes(true)) count += 1;
  }
  return count;
}
