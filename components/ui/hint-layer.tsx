"use client";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { hintPlace } from "./hint-place";
import { HINT_ID, HintWatch, type ShownHint } from "./hint-watch";
import { Keys } from "./keys";

/** The one hint of the page: the text of `data-hint`, and the keys of `data-hint-keys`, of what is pointed at or has the focus. */
export function HintLayer() {
  const [shown, setShown] = useState<ShownHint | null>(null);
  useEffect(() => new HintWatch(setShown).start(), []);
  return shown === null ? null : createPortal(<HintBox {...shown} />, document.body);
}

function HintBox({ trigger, text, keys }: ShownHint) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      if (box.current === null) return;
      const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
      const { left, top } = hintPlace(trigger.getBoundingClientRect(), box.current.getBoundingClientRect(), room);
      box.current.style.translate = `${left}px ${top}px`;
    };
    place();
    document.addEventListener("scroll", place, { capture: true, passive: true });
    return () => document.removeEventListener("scroll", place, { capture: true });
  }, [trigger]);
  useEffect(() => tie(trigger, text), [trigger, text]);
  return (
    // The padding bridges the gap to the trigger, so that the pointer can move onto the hint without losing it.
    <div ref={box} id={HINT_ID} role="tooltip" className="pointer-events-auto fixed top-0 left-0 z-60 w-max max-w-80 py-1.5">
      <div className="flex items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs text-paper shadow-float">
        {text}
        {keys === undefined ? null : <Keys keys={keys} tone="inverse" />}
      </div>
    </div>
  );
}

/** Ties the hint to its trigger, unless it only repeats the trigger's name. */
function tie(trigger: HTMLElement, text: string): () => void {
  if (trigger.getAttribute("aria-label") === text) return () => undefined;
  const before = trigger.getAttribute("aria-describedby");
  trigger.setAttribute("aria-describedby", before === null ? HINT_ID : `${before} ${HINT_ID}`);
  return () => {
    if (before === null) trigger.removeAttribute("aria-describedby");
    else trigger.setAttribute("aria-describedby", before);
  };
}
