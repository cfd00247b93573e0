import type { Note, Rendering, Span } from "@/lib/adapters/adapter";

// Pieces are joined in batches, because a million small strings that stay alive are what makes rendering slow.
const BATCH = 4096;

/** Collects a trace's text and its spans in order, so that spans come out sorted and without overlap. */
export class TraceText {
  private readonly chunks: string[] = [];
  private readonly spans: Span[] = [];
  private pieces: string[] = [];
  private length = 0;

  /** Text that shows no step and no line: separators, tags, elisions. */
  write(text: string): void {
    this.pieces.push(text);
    this.length += text.length;
    if (this.pieces.length < BATCH) return;
    this.chunks.push(this.pieces.join(""));
    this.pieces = [];
  }

  /** Text that shows a step. */
  writeStep(text: string, { seq, line }: { readonly seq: number; readonly line: number }): void {
    this.spans.push({ start: this.length, end: this.length + text.length, step: seq, line });
    this.write(text);
  }

  /** Lines that show a step, with the line feed after them. */
  writeStepLine(text: string, step: { readonly seq: number; readonly line: number }): void {
    this.writeStep(text, step);
    this.write("\n");
  }

  /** A line of the program itself. */
  writeSource(text: string, line: number): void {
    if (text !== "") this.spans.push({ start: this.length, end: this.length + text.length, step: null, line });
    this.write(text);
  }

  finish(notes: readonly Note[]): Rendering {
    const text = this.chunks.join("") + this.pieces.join("");
    return { text, spans: this.spans, notes: notes.filter((note) => note.count > 0) };
  }
}
