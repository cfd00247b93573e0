import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** A number or word that says more about itself on hover and focus; `HintLayer` shows the text, as it does for every `data-hint`. */
export function Hint({ text, className, children }: { text: string; className?: string; children: ReactNode }) {
  return (
    <button type="button" data-hint={text} className={classNames("cursor-help", className)}>
      {children}
    </button>
  );
}
