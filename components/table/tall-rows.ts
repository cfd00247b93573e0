import { elementScroll, observeElementOffset, type Virtualizer } from "@tanstack/react-virtual";

export const ROW = 26;

/** Browsers draw nothing below some height: Firefox beyond 17.8 million pixels, Chromium beyond 33.5 million. */
const MOST_HEIGHT = 12_000_000;

type Rows = Virtualizer<HTMLDivElement, Element>;

/** Height of what is scrolled. */
export function heightOf(total: number): number {
  return Math.min(total * ROW, MOST_HEIGHT);
}

/** How many pixels of rows one pixel of scrolling stands for: 1, or more where the rows are higher than can be drawn. */
export function stretchOf(total: number, view: number): number {
  return total * ROW <= MOST_HEIGHT ? 1 : (total * ROW - view) / (MOST_HEIGHT - view);
}

function stretch({ options, scrollElement }: Rows): number {
  return stretchOf(options.count, scrollElement?.clientHeight ?? 0);
}

/** For a virtualizer of any number of rows: it sees offsets among the rows, the browser what it can scroll to. */
export const tallRows = {
  estimateSize: () => ROW,
  observeElementOffset: (rows: Rows, report: (offset: number, isScrolling: boolean) => void) =>
    observeElementOffset(rows, (offset, isScrolling) => report(offset * stretch(rows), isScrolling)),
  scrollToFn: (offset: number, options: { adjustments?: number; behavior?: ScrollBehavior }, rows: Rows) =>
    elementScroll(offset / stretch(rows), { ...options, adjustments: (options.adjustments ?? 0) / stretch(rows) }, rows),
};

/** Where an element has to be scrolled to so that a row is in view; where it is already when it is. */
export function scrollTopFor(
  index: number,
  total: number,
  { scrollTop, clientHeight }: Pick<Element, "scrollTop" | "clientHeight">,
) {
  const by = stretchOf(total, clientHeight);
  const offset = scrollTop * by;
  const top = index * ROW;
  if (top < offset) return top / by;
  return top + ROW > offset + clientHeight ? (top + ROW - clientHeight) / by : scrollTop;
}
