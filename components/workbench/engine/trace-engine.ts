import { transfer } from "comlink";
import type { AdapterOptions, Note } from "@/lib/adapters/adapter";
import { decodeRecording } from "@/lib/recordings/decode-recording";
import type { Recording } from "@/lib/recordings/schema";
import { describeStep, type StepView } from "@/lib/stepping/describe-step";
import { type ChangeSearch, findChange } from "@/lib/stepping/find-change";
import { type Divergence, findDivergence } from "@/lib/stepping/find-divergence";
import { buildTimeline, type Timeline } from "@/lib/stepping/timeline";
import { buildPrompt } from "@/lib/traces/build-prompt";
import { type Encoding, loadTokenizer } from "@/lib/traces/load-tokenizer";
import { renderTrace } from "@/lib/traces/render-trace";
import { findLineStarts } from "./line-starts";
import { type PackedSpans, packSpans } from "./pack-spans";
import { type RecordingInput, recordingKey } from "./recording-key";

export type TraceOrder = {
  /** From `recordingKey`. */
  readonly recording: string;
  readonly adapterId: string;
  readonly options: AdapterOptions;
  readonly budget: number | null;
  readonly encoding: Encoding;
};

export type RenderedTrace = {
  readonly text: string;
  readonly lineStarts: Int32Array<ArrayBuffer>;
  /** Length of the longest line. */
  readonly columns: number;
  readonly spans: PackedSpans;
  readonly notes: readonly Note[];
  readonly tokens: number;
  readonly sourceTokens: number;
};

/** Decodes, renders and steps through recordings away from the page, so that typing and sliding stay smooth. */
export class TraceEngine {
  readonly #recordings = new Map<string, Recording>();

  /** Fetches and decodes a recording; it stays until `close`. */
  async open(input: RecordingInput): Promise<void> {
    const response = await fetch(`/api/v1/recordings/${input.id}/stream`);
    if (!response.ok)
      throw new Error(`The recording could not be loaded (${response.status}). It may have expired: record the program again.`);
    const stream = new Uint8Array(await response.arrayBuffer());
    this.#recordings.set(recordingKey(input), decodeRecording({ header: input.header, stream, end: input.end }));
  }

  close(key: string): void {
    this.#recordings.delete(key);
  }

  timeline(key: string): Timeline {
    const timeline = buildTimeline(this.#get(key));
    const { events, lines, depths, threads, frames, flags } = timeline;
    return transfer(timeline, [events.buffer, lines.buffer, depths.buffer, threads.buffer, frames.buffer, flags.buffer]);
  }

  describe(key: string, index: number, frame: number | null): StepView | null {
    return describeStep(this.#get(key), index, frame);
  }

  findChange(key: string, search: ChangeSearch): number | null {
    return findChange(this.#get(key), search);
  }

  findDivergence(left: string, right: string): Divergence {
    return findDivergence(this.#get(left), this.#get(right));
  }

  async render({ recording: key, adapterId, options, budget, encoding }: TraceOrder): Promise<RenderedTrace> {
    const recording = this.#get(key);
    const limit = budget === null ? {} : { budget: { tokens: budget, encoding } };
    const { text, spans, notes, tokens } = await renderTrace({ recording, adapterId, options, encoding, ...limit });
    const tokenizer = await loadTokenizer(encoding);
    const lineStarts = findLineStarts(text);
    const packed = packSpans(spans);
    const rendered: RenderedTrace = {
      text,
      lineStarts,
      columns: longestLine(text, lineStarts),
      spans: packed,
      notes,
      tokens,
      sourceTokens: tokenizer.count(recording.header.source),
    };
    const { starts, ends, steps, lines, reach, byStep } = packed;
    return transfer(rendered, [
      lineStarts.buffer,
      starts.buffer,
      ends.buffer,
      steps.buffer,
      lines.buffer,
      reach.buffer,
      byStep.buffer,
    ]);
  }

  async prompt({ recording: key, adapterId, options, budget, encoding }: TraceOrder): Promise<string> {
    const recording = this.#get(key);
    const limit = budget === null ? {} : { budget: { tokens: budget, encoding } };
    const { text } = await renderTrace({ recording, adapterId, options, encoding, ...limit });
    return buildPrompt({ recording, adapterId, trace: text });
  }

  #get(key: string): Recording {
    const recording = this.#recordings.get(key);
    if (recording === undefined) throw new Error("This recording is not open any more. Record the program again.");
    return recording;
  }
}

function longestLine(text: string, lineStarts: Int32Array): number {
  let longest = 0;
  for (const [index, start] of lineStarts.entries())
    longest = Math.max(longest, (lineStarts[index + 1] ?? text.length + 1) - 1 - start);
  return longest;
}
