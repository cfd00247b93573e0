import type { CellStore, Item } from "./cell-store";
import type { CellValues } from "./cell-values";
import { StreamFault } from "./read-stream";
import type { Change, Frame, Step, StepEvent, Value } from "./schema";

export type Code = {
  readonly function: string;
  readonly kind: Frame["kind"];
  readonly firstLine: number;
  readonly lastLine: number;
  readonly argumentCount: number;
  readonly variables: readonly string[];
  /** Whether variables are numbered by the code; those of modules and classes are named in the stream at first use. */
  readonly numbered: boolean;
};

type Variable = { name: string; item: Item | null; seenAt: number };

type MutableStep = { -readonly [Key in keyof Step]: Step[Key] };

type OpenFrame = {
  readonly code: Code;
  readonly parent: OpenFrame | null;
  /** Number among the frames that are kept; given at the first step that is kept. */
  number: number | null;
  line: number;
  last: MutableStep | null;
  readonly variables: (Variable | undefined)[];
  /** Number of the event at which its variables were last looked at. */
  lookedAt: number;
  /** Exceptions raised in the frame of which it is not known yet whether it handles them. */
  pending: MutableStep[];
};

type Thread = { readonly stack: OpenFrame[]; last: MutableStep | null };

/** A change as the stream has it: the variable's place, its name where it is new, and the item or null for unbound. */
export type SlotChange = { readonly index: number; readonly name: string | null; readonly item: Item | null };

const noChanges: readonly Change[] = [];

/** Puts frames and steps together from the events of a stream. */
export class RecordingBuilder {
  steps: MutableStep[] = [];
  frames: Frame[] = [];
  reachedEntry = false;
  private readonly threads = new Map<number, Thread>();
  private readonly opened: OpenFrame[] = [];
  private thread: Thread = { stack: [], last: null };
  private threadIndex = 0;

  constructor(
    private readonly cells: CellStore,
    private readonly values: CellValues,
    private readonly bounds: { readonly lineEnds: readonly number[]; readonly mostSteps: number },
  ) {
    this.threads.set(0, this.thread);
  }

  switchThread(index: number): void {
    this.threadIndex = index;
    this.thread = this.threads.get(index) ?? { stack: [], last: null };
    this.threads.set(index, this.thread);
  }

  /** The running frame of the present thread, or null. */
  get top(): OpenFrame | null {
    return this.thread.stack.at(-1) ?? null;
  }

  frameByNumber(number: number): OpenFrame | null {
    return this.opened[number] ?? null;
  }

  /** Loading is over: what was recorded of it is dropped, and numbers begin anew. */
  beginEntry(): void {
    this.reachedEntry = true;
    this.steps = [];
    this.frames = [];
    for (const frame of this.opened) {
      frame.number = null;
      frame.last = null;
      frame.pending = [];
    }
    for (const thread of this.threads.values()) thread.last = null;
  }

  open(code: Code): OpenFrame {
    const parent = this.top;
    const frame: OpenFrame = {
      code,
      parent,
      number: null,
      line: code.firstLine,
      last: null,
      variables: [],
      lookedAt: -1,
      pending: [],
    };
    this.opened.push(frame);
    this.thread.stack.push(frame);
    return frame;
  }

  reopen(frame: OpenFrame): void {
    this.thread.stack.push(frame);
  }

  /** The running frame is suspended. */
  close(): void {
    this.thread.stack.pop();
  }

  /** The running frame is over; nobody will ask for its variables again. */
  end(): void {
    const frame = this.thread.stack.pop();
    if (frame !== undefined) frame.variables.length = 0;
  }

  private numberOf(frame: OpenFrame): number {
    if (frame.number !== null) return frame.number;
    const { code, parent } = frame;
    const number = this.frames.length;
    frame.number = number;
    this.frames.push({
      frame: number,
      parentFrame: parent?.number ?? null,
      depth: parent === null || parent.number === null ? 0 : (this.frames[parent.number]?.depth ?? -1) + 1,
      function: code.function,
      firstLine: code.firstLine,
      lastLine: code.lastLine,
      kind: code.kind,
      variables: code.variables,
      argumentCount: code.argumentCount,
    });
    return number;
  }

  /** Adds a step; what its frame's variables went through since the last one belongs to that one, or to the step itself. */
  add(frame: OpenFrame, event: StepEvent, changes: readonly SlotChange[]): MutableStep {
    const number = this.numberOf(frame);
    const seen = this.collectChanges(frame, changes);
    const seq = this.steps.length;
    if (seq >= this.bounds.mostSteps) throw new StreamFault(`more than the ${this.bounds.mostSteps} steps of the limit`);
    const own = event === "call" || event === "resume";
    const before = frame.last;
    if (before !== null) {
      before.settledAt = seq;
      if (!own) before.changes = before.changes.length === 0 ? seen : [...before.changes, ...seen];
    }
    const step: MutableStep = {
      seq,
      thread: this.threadIndex,
      frame: number,
      event,
      line: frame.line,
      endLine: this.bounds.lineEnds[frame.line] ?? frame.line,
      changes: own || before === null ? seen : noChanges,
      settledAt: Number.POSITIVE_INFINITY,
      value: null,
      exception: null,
      output: "",
    };
    this.judgeExceptions(frame, event);
    frame.last = step;
    this.thread.last = step;
    this.steps.push(step);
    this.cells.clock++;
    return step;
  }

  /** An exception was handled when its frame goes on with a line, unless it is raised again or leaves the frame after all. */
  private judgeExceptions(frame: OpenFrame, event: StepEvent): void {
    if (frame.pending.length === 0) return;
    if (event === "unwind") for (const step of frame.pending) setHandled(step, false);
    if (event === "unwind" || event === "return" || event === "yield") frame.pending = [];
  }

  /** Adds what was raised; the same exception raised again settles nothing about its first raising. */
  addException(frame: OpenFrame, step: MutableStep, exception: { type: string; message: string; value: Value }): void {
    step.exception = { ...exception, handled: true };
    // All that are pending are of one exception, so the first tells; a loop may raise the same one ten thousands of times.
    const earlier = frame.pending[0]?.exception?.value;
    const again = earlier !== undefined && "id" in earlier && "id" in exception.value && earlier.id === exception.value.id;
    if (again) frame.pending.push(step);
    else frame.pending = [step];
  }

  addOutput(text: string): void {
    if (this.thread.last !== null) this.thread.last.output += text;
  }

  private collectChanges(frame: OpenFrame, changes: readonly SlotChange[]): readonly Change[] {
    const { clock, lastChange } = this.cells;
    const moved = lastChange > frame.lookedAt;
    frame.lookedAt = clock;
    if (changes.length === 0 && !moved) return noChanges;
    const found: Change[] = [];
    for (const change of changes) this.collectBinding(frame, change, found);
    if (moved) this.collectMutations(frame, found);
    return found.length === 0 ? noChanges : found;
  }

  private collectBinding(frame: OpenFrame, { index, name, item }: SlotChange, found: Change[]): void {
    const variable = frame.variables[index];
    const title = name ?? variable?.name ?? frame.code.variables[index] ?? "?";
    const bound = variable !== undefined && variable.item !== null;
    frame.variables[index] = { name: title, item, seenAt: this.cells.clock };
    if (item !== null) found.push({ name: title, kind: bound ? "rebound" : "bound", value: this.valueOf(item) });
    else if (bound) found.push({ name: title, kind: "unbound", value: null });
  }

  private collectMutations(frame: OpenFrame, found: Change[]): void {
    for (const variable of frame.variables) {
      if (variable === undefined || typeof variable.item !== "number") continue;
      if (!this.cells.changedSince(variable.item, variable.seenAt)) continue;
      found.push({ name: variable.name, kind: "mutated", value: this.valueOf(variable.item) });
      variable.seenAt = this.cells.clock;
    }
  }

  valueOf(item: Item): Value {
    return typeof item === "number" ? this.values.valueOf(item) : item;
  }

  /** What was never settled is settled by the end. */
  finish(): void {
    for (const step of this.steps) if (step.settledAt === Number.POSITIVE_INFINITY) step.settledAt = this.steps.length;
    for (const frame of this.opened) for (const step of frame.pending) if (frame.last === step) setHandled(step, false);
  }
}

function setHandled(step: MutableStep, handled: boolean): void {
  if (step.exception !== null) step.exception = { ...step.exception, handled };
}
