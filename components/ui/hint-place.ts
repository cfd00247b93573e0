type Size = { readonly width: number; readonly height: number };
type Box = Size & { readonly left: number; readonly top: number };

const MARGIN = 8;

/** Where a hint stands: above its trigger, below where there is no room above, and never beyond the window's sides. */
export function hintPlace(trigger: Box, hint: Size, window: Size): { readonly left: number; readonly top: number } {
  const middle = trigger.left + trigger.width / 2 - hint.width / 2;
  const above = trigger.top - hint.height;
  return {
    left: Math.max(MARGIN, Math.min(middle, window.width - MARGIN - hint.width)),
    top: above >= 0 ? above : trigger.top + trigger.height,
  };
}
