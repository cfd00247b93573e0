"use client";
import { Eye } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import type { StepView } from "@/lib/stepping/describe-step";
import { useWorkbench } from "../workbench-context";

const SHORT = 300;

/** Names and values; what the step changed is marked. Choosing a name makes the change keys follow it. */
export function VariablesView({ view }: { view: StepView }) {
  const { state, dispatch } = useWorkbench();
  if (view.variables.length === 0) return <p className="text-faint">none yet</p>;
  return (
    <table aria-label="Variables" className="w-full border-collapse font-mono text-xs">
      <tbody>
        {view.variables.map((variable) => (
          <tr key={variable.name} className={classNames(variable.changed && "bg-mark shadow-[inset_3px_0_0_var(--mark-edge)]")}>
            <th scope="row" className="w-px max-w-40 pr-3 pl-1.5 text-left align-top font-normal text-soft">
              <button
                type="button"
                aria-pressed={state.watched === variable.name}
                title={
                  state.watched === variable.name
                    ? "The change keys follow this variable"
                    : "Follow this variable with the change keys"
                }
                className="flex min-h-6 max-w-full min-w-6 items-center gap-1 truncate rounded-xs hover:text-ink aria-pressed:font-semibold aria-pressed:text-accent"
                onClick={() => dispatch({ type: "variable-watched", name: variable.name })}
              >
                {state.watched === variable.name ? <Eye size={11} aria-hidden className="shrink-0" /> : null}
                {variable.name}
              </button>
            </th>
            <td className="py-[3px] pr-1 align-top break-all whitespace-pre-wrap" title={variable.kind}>
              {variable.text.length > SHORT ? `${variable.text.slice(0, SHORT)} …` : variable.text}
              {variable.changed ? <span className="sr-only"> (changed)</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
