import { type PackedSpans, spansBetween } from "../engine/pack-spans";

/** What is pointed at: a step, or a source line where no step is meant. */
export type Pointed = { readonly step: number | null; readonly line: number | null };

export type SegmentLook = "step" | "hover" | "trace" | "source" | "plain";
export type Segment = { readonly start: number; readonly end: number; readonly look: SegmentLook };

export type Highlight = { readonly step: number | null; readonly pointed: Pointed | null };

const rank: Record<SegmentLook, number> = { plain: 0, source: 1, trace: 2, hover: 3, step: 4 };

/** Cuts the text range [start, end) where its look changes; the parts cover the range without gaps. */
export function segmentLine(
  spans: PackedSpans,
  range: { readonly start: number; readonly end: number },
  highlight: Highlight,
): Segment[] {
  const found = spansBetween(spans, range.start, range.end);
  const edges = new Set([range.start, range.end]);
  for (const index of found) {
    edges.add(Math.max(range.start, spans.starts[index] ?? 0));
    edges.add(Math.min(range.end, spans.ends[index] ?? 0));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [at, start] of sorted.entries()) {
    const end = sorted[at + 1];
    if (end === undefined) break;
    const look = strongest(spans, found, { start, end, highlight });
    const last = segments.at(-1);
    if (last?.look === look) segments[segments.length - 1] = { ...last, end };
    else segments.push({ start, end, look });
  }
  return segments;
}

type Part = { readonly start: number; readonly end: number; readonly highlight: Highlight };

function strongest(spans: PackedSpans, candidates: readonly number[], { start, end, highlight }: Part): SegmentLook {
  let best: SegmentLook = "plain";
  for (const index of candidates) {
    if ((spans.starts[index] ?? 0) > start || (spans.ends[index] ?? 0) < end) continue;
    const look = lookOf(spans.steps[index] ?? -1, spans.lines[index] ?? 0, highlight);
    if (rank[look] > rank[best]) best = look;
  }
  return best;
}

function lookOf(step: number, line: number, { step: current, pointed }: Highlight): SegmentLook {
  if (current !== null && step === current) return "step";
  if (pointed !== null && (pointed.step !== null ? step === pointed.step : line === pointed.line)) return "hover";
  return step === -1 ? "source" : "trace";
}

/** What the text shows at an offset: the shortest span there, or null. */
export function pointAt(spans: PackedSpans, offset: number): Pointed | null {
  let best: number | null = null;
  const length = (index: number) => (spans.ends[index] ?? 0) - (spans.starts[index] ?? 0);
  for (const index of spansBetween(spans, offset, offset + 1)) if (best === null || length(index) < length(best)) best = index;
  if (best === null) return null;
  const step = spans.steps[best] ?? -1;
  return { step: step === -1 ? null : step, line: spans.lines[best] ?? null };
}
