import { memo } from "react";
import type { PackedSpans } from "../engine/pack-spans";
import { CHARACTER } from "./character-width";
import { type Highlight, type SegmentLook, segmentLine } from "./segment-line";

/** Lines longer than this are drawn only around what is in view. */
const LONG = 2_000;

const looks: Record<SegmentLook, string> = {
  step: "rounded-xs bg-mark text-ink shadow-[inset_0_-2px_0_var(--mark-edge)]",
  hover: "rounded-xs bg-hint text-ink shadow-[inset_0_-1px_0_var(--hint-edge)]",
  trace: "",
  source: "",
  plain: "",
};

type Props = {
  text: string;
  start: number;
  end: number;
  spans: PackedSpans;
  highlight: Highlight;
  /** In an annotated program the annotations stand back behind the source. */
  isInline: boolean;
  scrollLeft: number;
};

function Line({ text, start, end, spans, highlight, isInline, scrollLeft }: Props) {
  const skipped = end - start > LONG ? Math.max(0, Math.floor(scrollLeft / CHARACTER) - LONG / 4) : 0;
  const from = start + Math.min(skipped, end - start);
  const to = Math.min(end, from + LONG);
  const segments = segmentLine(spans, { start: from, end: to }, highlight);
  return (
    <span style={skipped === 0 ? undefined : { paddingLeft: `${skipped}ch` }}>
      {segments.map((segment) => {
        const quiet = isInline && (segment.look === "trace" || segment.look === "plain") && "text-soft";
        return (
          <span
            key={segment.start}
            data-offset={segment.start}
            data-look={segment.look}
            className={`${looks[segment.look]} ${quiet || ""}`}
          >
            {text.slice(segment.start, segment.end)}
          </span>
        );
      })}
    </span>
  );
}

export const TraceLine = memo(Line, (before, after) => {
  const sameText = before.text === after.text && before.start === after.start && before.spans === after.spans;
  const isLong = after.end - after.start > LONG;
  return sameText && before.highlight === after.highlight && (!isLong || before.scrollLeft === after.scrollLeft);
});
