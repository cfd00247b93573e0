import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** A part of the page that scrolls by itself, reachable by key and named; text for readers alone is placed in it and not beyond the page. */
export function ScrollRegion({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody can scroll here by key
    <section aria-label={label} tabIndex={0} className={classNames("scroll-hints relative overflow-x-auto", className)}>
      {children}
    </section>
  );
}
