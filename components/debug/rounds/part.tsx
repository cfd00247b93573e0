import type { ReactNode } from "react";
import { useNameInRound } from "./round-name";

/** A part of a round under its own small heading; `detail` stands at the right. */
export function Part({ title, detail, children }: { title: string; detail?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={useNameInRound(title)} className="min-w-0">
      <div className="flex min-h-7 items-center gap-3">
        <h3 className="font-medium whitespace-nowrap">{title}</h3>
        <span className="grow" />
        <div className="flex min-w-0 items-center gap-3 text-xs text-soft tabular-nums">{detail}</div>
      </div>
      {children}
    </section>
  );
}
