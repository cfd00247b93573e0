"use client";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import type { StepView } from "@/lib/stepping/describe-step";
import { stepQuery } from "../engine/engine-queries";
import { useStepping, useWorkbench } from "../workbench-context";
import { OutputView } from "./output-view";
import { StackView } from "./stack-view";
import { VariablesView } from "./variables-view";

/** The program's state after the open step: variables, call stack, output. */
export function StateView() {
  const { recording } = useWorkbench();
  const { step, frame } = useStepping();
  const shownStep = useDeferredValue(step);
  const { data } = useQuery(stepQuery(recording, shownStep, frame));
  const view = recording === null || step === null ? null : (data ?? null);
  return (
    <section aria-label="State" className="grid h-full min-h-0 grid-cols-[3fr_2fr]">
      <div className="min-h-0 overflow-auto px-3 py-2.5" data-own-arrows>
        <h2 className="mb-1.5 text-2xs font-semibold text-faint">{title(view)}</h2>
        {view === null ? (
          <p className="text-faint">Once a program is recorded, its variables stand here at every step.</p>
        ) : (
          <VariablesView view={view} />
        )}
      </div>
      <div className="flex min-h-0 flex-col overflow-auto border-l border-line px-3 py-2.5">
        <h2 className="mb-1.5 text-2xs font-semibold text-faint">Stack</h2>
        <StackView view={view} />
        <h2 className="mt-3.5 mb-1.5 text-2xs font-semibold text-faint">Output</h2>
        <OutputView before={view?.outputBefore ?? ""} now={view?.outputNow ?? ""} />
      </div>
    </section>
  );
}

function title(view: StepView | null): string {
  return view === null ? "Variables" : `Variables after step ${(view.index + 1).toLocaleString("en")}`;
}
