"use client";
import { classNames } from "@/components/ui/class-names";
import type { StepView } from "@/lib/stepping/describe-step";
import { useWorkbench } from "../workbench-context";

const SHOWN = 60;

/** The calls that are open, innermost first; choosing one shows its variables. */
export function StackView({ view }: { view: StepView | null }) {
  const { dispatch } = useWorkbench();
  if (view === null) return <p className="text-faint">none</p>;
  const hidden = view.stack.length - SHOWN;
  return (
    <ol className="font-mono text-xs">
      {view.stack.slice(0, SHOWN).map((entry, index) => (
        <li key={entry.frame}>
          <button
            type="button"
            aria-current={entry.frame === view.frame ? "true" : undefined}
            className={classNames(
              "flex min-h-6 w-full items-center gap-2 rounded-xs px-1 text-left hover:bg-sunken",
              entry.frame === view.frame ? "text-ink" : "text-soft",
            )}
            onClick={() => dispatch({ type: "frame-chosen", frame: index === 0 ? null : entry.frame })}
          >
            <span className="truncate">{entry.function}</span>
            <span className="shrink-0 text-faint">line {entry.line}</span>
          </button>
        </li>
      ))}
      {hidden > 0 ? <li className="px-1 text-faint">and {hidden.toLocaleString("en")} more</li> : null}
    </ol>
  );
}
