import type { Span } from "@/lib/adapters/adapter";

/** Spans in flat arrays, so that hundreds of thousands pass from the worker to the page without being copied one by one. */
export type PackedSpans = {
  readonly count: number;
  readonly starts: Int32Array<ArrayBuffer>;
  readonly ends: Int32Array<ArrayBuffer>;
  /** -1 where a span is the bare source. */
  readonly steps: Int32Array<ArrayBuffer>;
  readonly lines: Int32Array<ArrayBuffer>;
  /** `reach[i]` is the largest end of the spans up to i: how far back a search for overlaps must go. */
  readonly reach: Int32Array<ArrayBuffer>;
  /** Indices of the spans in the order of their steps. */
  readonly byStep: Int32Array<ArrayBuffer>;
};

/** Packs spans, sorted by where they start. */
export function packSpans(spans: readonly Span[]): PackedSpans {
  const count = spans.length;
  const packed: PackedSpans = {
    count,
    starts: new Int32Array(count),
    ends: new Int32Array(count),
    steps: new Int32Array(count),
    lines: new Int32Array(count),
    reach: new Int32Array(count),
    byStep: new Int32Array(count),
  };
  let reach = 0;
  for (const [index, span] of spans.entries()) {
    reach = Math.max(reach, span.end);
    packed.starts[index] = span.start;
    packed.ends[index] = span.end;
    packed.steps[index] = span.step ?? -1;
    packed.lines[index] = span.line;
    packed.reach[index] = reach;
    packed.byStep[index] = index;
  }
  packed.byStep.sort((a, b) => (packed.steps[a] ?? 0) - (packed.steps[b] ?? 0) || a - b);
  return packed;
}

/** Index of the first element of a sorted array for which `isPast` holds; its length when there is none. */
export function findFirst(count: number, isPast: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Indices of the spans that overlap [start, end), in order. */
export function spansBetween(spans: PackedSpans, start: number, end: number): number[] {
  const after = findFirst(spans.count, (index) => (spans.starts[index] ?? 0) >= end);
  const found: number[] = [];
  for (let index = after - 1; index >= 0 && (spans.reach[index] ?? 0) > start; index--) {
    if ((spans.ends[index] ?? 0) > start) found.push(index);
  }
  return found.reverse();
}

/** Index of the first span that shows a step, or null. */
export function findSpanOfStep(spans: PackedSpans, step: number): number | null {
  const at = findFirst(spans.count, (index) => (spans.steps[spans.byStep[index] ?? 0] ?? 0) >= step);
  const found = spans.byStep[at];
  return found !== undefined && spans.steps[found] === step ? found : null;
}

/** Index of the span of a step or, in a trace that leaves it out, of the last step before it; null where there is none. */
export function findSpanNearStep(spans: PackedSpans, step: number): number | null {
  const after = findFirst(spans.count, (index) => (spans.steps[spans.byStep[index] ?? 0] ?? 0) > step);
  const last = spans.steps[spans.byStep[after - 1] ?? -1] ?? -1;
  return last < 0 ? null : findSpanOfStep(spans, last);
}

/** Index of the first span of a source line, or null. */
export function findSpanOfLine(spans: PackedSpans, line: number): number | null {
  const found = spans.lines.indexOf(line);
  return found === -1 ? null : found;
}
