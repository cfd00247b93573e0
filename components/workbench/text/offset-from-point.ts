/** The offset into a trace's text that a point of the page shows, or null beside the text. */
export function offsetFromPoint(x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (!caret || !(caret.offsetNode instanceof Text)) return null;
  const part = caret.offsetNode.parentElement;
  const start = Number.parseInt(part?.dataset.offset ?? "", 10);
  if (part === null || Number.isNaN(start)) return null;
  // The caret snaps to the nearest character, also from far beside the line.
  const box = part.getBoundingClientRect();
  const isInside = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  return isInside ? start + Math.max(0, Math.min(caret.offset, caret.offsetNode.length - 1)) : null;
}
