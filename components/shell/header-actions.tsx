"use client";
import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";

const slotId = "header-actions";

/** Where the page that is open puts its own buttons. */
export function HeaderActionsSlot() {
  return <div id={slotId} className="flex items-center gap-1" />;
}

/** Draws `children` in the header while the calling page is shown. */
export function HeaderActions({ children }: { children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  useEffect(() => {
    setSlot(document.getElementById(slotId));
    return () => setSlot(null);
  }, []);
  return slot === null ? null : createPortal(children, slot);
}
