import type { ReactNode, Ref } from "react";
import { classNames } from "@/components/ui/class-names";
import { useNameInRound } from "./round-name";

type Props = { label: string; className?: string; ref?: Ref<HTMLPreElement>; children: ReactNode };

/** Text exactly as it is, in a box that scrolls. */
export function TextBox({ label, className, ref, children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: text that is kept as it stands needs pre
    <pre
      ref={ref}
      role="region"
      aria-label={useNameInRound(label)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className={classNames(
        "overflow-auto rounded-md border border-line bg-surface px-3 py-2 leading-4.5 whitespace-pre-wrap [overflow-wrap:anywhere]",
        className ?? "h-96",
      )}
    >
      {children}
    </pre>
  );
}
