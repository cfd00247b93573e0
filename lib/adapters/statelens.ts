import type { Adapter, AdapterOptions, Rendering } from "@/lib/adapters/adapter";
import { walkFrames } from "@/lib/adapters/choose-frames";
import { LoopFolder, type Row } from "@/lib/adapters/fold-loops";
import { FrameTexts } from "@/lib/adapters/frame-texts";
import { listRecordingNotes, listValueNotes, noLosses, noteOutput } from "@/lib/adapters/list-notes";
import { readChoice } from "@/lib/adapters/read-option";
import { listTargetFrames } from "@/lib/adapters/target-frames";
import { TraceText } from "@/lib/adapters/trace-text";
import { createRepr } from "@/lib/recordings/repr-value";
import type { Recording, Step } from "@/lib/recordings/schema";
import { splitSource } from "@/lib/recordings/split-source";

/**
 * StateLens's traces: one row per executed line of the entry's function with all its variables as they are after the line. Linear in the
 * number of steps times the number of variables.
 */
export const statelens: Adapter = {
  id: "statelens",
  title: "StateLens",
  label: "StateLens",
  glyph: "L",
  colour: "statelens",
  paper: {
    title: "StateLens: Line-by-Line Execution State Supervision for Code LLMs",
    url: "https://github.com/DonaldLamNL/StateLens",
  },
  dialect: "as released",
  version: "1",
  asReleased: true,
  description:
    "One row per executed line: its number, its code, and every variable of the function, sorted by name, as it is after the line. Loops show their first two iterations and the last under headings, or all rows without headings. After the tracers that the paper's authors released, whose model is trained on these texts.",
  placement: "block",
  mayShrink: true,
  options: [
    {
      name: "loops",
      label: "Loops",
      description: "skip: the first two iterations and the last of loops with more than three, under headings. full: every row.",
      type: "choice",
      default: "skip",
      choices: ["skip", "full"],
    },
  ],
  cutMark: (shown, all) => `... trace cut after step ${shown} of ${all}`,
  render: renderStatelens,
};

function renderStatelens(recording: Recording, options: AdapterOptions): Rendering {
  const losses = noLosses();
  const repr = createRepr(losses, recording.header.pythonVersion);
  const states = new FrameTexts(recording, {
    describe: (name, value) => `${name}=${repr(value)}`,
    separator: ", ",
    order: "name",
  });
  const text = new TraceText();
  const writer = readChoice(options, "loops") === "full" ? new FullWriter(text) : new FoldedWriter(text);
  const rows = new RowsInTime(recording, states, writer);
  const hidden = walkFrames(recording, listTargetFrames(recording), {
    onEffect: (step) => states.apply(withoutHiddenNames(step)),
    onEvent: (step) => rows.addEvent(step),
  });
  writer.finish();
  return text.finish([
    { kind: "elided", message: "Steps in iterations between the second and the last of a loop", count: writer.skipped },
    { kind: "elided", message: "Checks at the head of a loop that no iteration follows", count: writer.dropped },
    { ...hidden, message: "Steps in functions other than the one that the entry calls first, which the release does not trace" },
    { kind: "not-representable", message: "Returns, yields and exceptions (the format has no text for them)", count: rows.ends },
    { kind: "not-representable", message: "Lines that had not come to their end", count: rows.open },
    noteOutput(recording),
    ...listValueNotes(losses),
    ...listRecordingNotes(recording),
  ]);
}

// The release shows no name that begins with two underscores or with a dot.
function withoutHiddenNames(step: Step): Step {
  const isHidden = (name: string): boolean => name.startsWith("__") || name.startsWith(".");
  if (!step.changes.some(({ name }) => isHidden(name))) return step;
  return { ...step, changes: step.changes.filter(({ name }) => !isHidden(name)) };
}

type RowWriter = {
  readonly add: (row: Row & { readonly step: Step }, line: number, code: string) => void;
  readonly finish: () => void;
  readonly skipped: number;
  readonly dropped: number;
};

/** A line's row is written at the next event of its frame, when its effect is complete; a call begins at the function's first line. */
class RowsInTime {
  /** Returns, yields and exceptions. */
  ends = 0;
  private readonly running = new Map<number, { readonly step: Step; readonly line: number }>();
  private readonly firstLines: ReadonlyMap<number, number>;
  private readonly lines: readonly string[];

  constructor(
    { header, frames }: Recording,
    private readonly states: FrameTexts,
    private readonly writer: RowWriter,
  ) {
    this.firstLines = new Map(frames.map(({ frame, firstLine }) => [frame, firstLine]));
    this.lines = splitSource(header.source).map(({ content }) => content);
  }

  /** Lines without a row. */
  get open(): number {
    return this.running.size;
  }

  addEvent(step: Step): void {
    if (step.event === "exception") {
      this.ends += 1;
      return;
    }
    const before = this.running.get(step.frame);
    if (before !== undefined) this.addRow(before.step, before.line);
    if (step.event === "call") this.states.apply(withoutHiddenNames(step));
    if (step.event === "call" || step.event === "resume" || step.event === "line") {
      const line = step.event === "line" ? step.line : (this.firstLines.get(step.frame) ?? step.line);
      this.running.set(step.frame, { step, line });
      return;
    }
    this.running.delete(step.frame);
    this.ends += 1;
  }

  private addRow(step: Step, line: number): void {
    // An empty module has a step, but no line.
    if (line < 1) return;
    const source = this.lines[line - 1] ?? "";
    const code = source.trimStart();
    const state = this.states.join(step.frame);
    const text = state === "" ? `Line ${line}: \`${code}\`` : `Line ${line}: \`${code}\`; ${state}`;
    this.writer.add({ text, step }, line, source);
  }
}

/** Writes every row as it comes. */
class FullWriter implements RowWriter {
  readonly skipped = 0;
  readonly dropped = 0;
  private isFirst = true;

  constructor(private readonly text: TraceText) {}

  add({ text, step }: Row & { readonly step: Step }): void {
    if (!this.isFirst) this.text.write("\n");
    this.isFirst = false;
    this.text.writeStep(text, step);
  }

  finish(): void {}
}

/** Keeps rows until their loops have ended. */
class FoldedWriter implements RowWriter {
  private readonly folder = new LoopFolder();

  constructor(private readonly text: TraceText) {}

  get skipped(): number {
    return this.folder.skipped;
  }

  get dropped(): number {
    return this.folder.dropped;
  }

  add(row: Row, line: number, source: string): void {
    const code = source.trimStart();
    this.folder.add({ row, line, code, indent: source.length - code.length });
  }

  finish(): void {
    this.folder.finish().forEach(({ text, step }, index) => {
      if (index > 0) this.text.write("\n");
      if (step === null) this.text.write(text);
      else this.text.writeStep(text, step);
    });
  }
}
