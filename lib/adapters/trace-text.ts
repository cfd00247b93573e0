import type { Note, Rendering, Span } from "@/lib/adapters/adapter";

/** Collects a trace's text and its spans in order, so that spans come out sorted and without overlap. */
export class TraceText {
  private readonly parts: string[] = [];
  private readonly spans: Span[] = [];
  private length = 0;

  /** Text that shows no step and no line: separators, tags, elisions. */
  write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  /** Text that shows a step. */
  writeStep(text: string, step: { readonly seq: number; readonly line: number }): void {
    this.spans.push({ start: this.length, end: this.length + text.length, step: step.seq, line: step.line });
    this.write(text);
  }

  /** A line of the program itself. */
  writeSource(text: string, line: number): void {
    if (text !== "") this.spans.push({ start: this.length, end: this.length + text.length, step: null, line });
    this.write(text);
  }

  finish(notes: readonly Note[]): Rendering {
    return { text: this.parts.join(""), spans: this.spans, notes: notes.filter((note) => note.count > 0) };
  }
}
