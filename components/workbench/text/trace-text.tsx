"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { findFirst, findSpanNearStep, findSpanOfLine } from "../engine/pack-spans";
import type { RenderedTrace } from "../engine/trace-engine";
import { CHARACTER } from "./character-width";
import { offsetFromPoint } from "./offset-from-point";
import { type Pointed, pointAt } from "./segment-line";
import { TraceLine } from "./trace-line";

const ROW = 18;
const PADDING = 8;

type Props = {
  label: string;
  trace: RenderedTrace;
  step: number | null;
  /** Whether the reader went to the step, rather than it being where a recording opens. */
  isStepChosen: boolean;
  pointed: Pointed | null;
  /** A source line to bring into view, from the editor's cursor. */
  revealLine: number | null;
  isInline: boolean;
  onPoint: (pointed: Pointed | null) => void;
  onChooseStep: (step: number) => void;
};

/** A trace's text: only the lines in view are drawn, whatever its length. */
export function TraceText({ label, trace, step, isStepChosen, pointed, revealLine, isInline, onPoint, onChooseStep }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState(0);
  const { text, lineStarts, spans } = trace;
  const rows = useVirtualizer({
    count: lineStarts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    paddingStart: PADDING,
    paddingEnd: PADDING,
  });
  const highlight = useMemo(() => ({ step, pointed }), [step, pointed]);
  const isFirst = useRef(true);
  const reveal = useEffectEvent((span: number | null, isAcross: boolean) => {
    if (span === null) return;
    const start = spans.starts[span] ?? 0;
    const row = findFirst(lineStarts.length, (index) => (lineStarts[index] ?? 0) > start) - 1;
    const element = scroller.current;
    if (element === null) return;
    const column = start - (lineStarts[row] ?? 0);
    const length = Math.min((spans.ends[span] ?? start) - start, 24);
    if (isAcross) scrollAcross(element, column * CHARACTER, length * CHARACTER);
    const top = row * ROW;
    if (top < element.scrollTop || top + 2 * ROW > element.scrollTop + element.clientHeight)
      rows.scrollToIndex(row, { align: "center" });
  });
  // A text opens at the start of its lines and stays there until a step is gone to: values beside the code would hide it.
  useEffect(() => {
    reveal(step === null ? null : findSpanNearStep(spans, step), isStepChosen && !isFirst.current);
    isFirst.current = false;
  }, [step, spans, isStepChosen]);
  useEffect(() => reveal(revealLine === null ? null : findSpanOfLine(spans, revealLine), false), [revealLine, spans]);
  const pointFrom = (event: { clientX: number; clientY: number }) => {
    const offset = offsetFromPoint(event.clientX, event.clientY);
    return offset === null ? null : pointAt(spans, offset);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: stepping has keys of its own; the click is a second way
    <section
      ref={scroller}
      aria-label={label}
      data-own-arrows
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="h-full overflow-auto font-mono text-xs leading-4.5 focus-visible:-outline-offset-2"
      onScroll={(event) => setLeft(event.currentTarget.scrollLeft)}
      onPointerMove={(event) => onPoint(pointFrom(event))}
      onPointerLeave={() => onPoint(null)}
      onClick={(event) => {
        if (window.getSelection()?.isCollapsed === false) return;
        const found = pointFrom(event);
        if (found?.step != null) onChooseStep(found.step);
      }}
    >
      <div className="relative" style={{ height: rows.getTotalSize(), minWidth: `calc(${trace.columns}ch + 24px)` }}>
        {rows.getVirtualItems().map((row) => {
          const start = lineStarts[row.index] ?? 0;
          const end = (lineStarts[row.index + 1] ?? text.length + 1) - 1;
          return (
            <div
              key={row.key}
              className="absolute top-0 left-0 h-4.5 px-3 whitespace-pre"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <TraceLine
                text={text}
                start={start}
                end={end}
                spans={spans}
                highlight={highlight}
                isInline={isInline}
                scrollLeft={left}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** Scrolls sideways only when the text from `left` on is out of view. */
function scrollAcross(element: HTMLElement, left: number, width: number): void {
  const isOut = left < element.scrollLeft || left + width > element.scrollLeft + element.clientWidth - 24;
  if (isOut) element.scrollLeft = left + width < element.clientWidth - 24 ? 0 : Math.max(0, left - element.clientWidth / 3);
}
