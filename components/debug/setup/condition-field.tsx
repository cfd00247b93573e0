"use client";
import { ChevronDown } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { AdapterMark } from "@/components/workbench/panes/adapter-mark";
import { AdapterMenu } from "@/components/workbench/panes/adapter-menu";
import { PaneOptions } from "@/components/workbench/panes/pane-options";
import { getAdapter } from "@/lib/adapters/registry";
import type { TaskKind } from "@/lib/benchmarks/schema";
import { type Condition, carriesTrace, type TraceCondition } from "@/lib/experiments/condition";

const rungs = [
  { value: "code", label: "Code", detail: "The task and the program, and that it is wrong." },
  { value: "feedback", label: "Feedback", detail: "Also the first visible test that fails: call, expected, actual." },
  { value: "trace", label: "Trace", detail: "Also the trace of that failing run, in a format of your choice." },
  { value: "trace-only", label: "Trace only", detail: "The trace without the expected and the actual value." },
  { value: "explain", label: "Explain", detail: "As feedback, and asks to explain the run before correcting." },
] as const;

type Props = { condition: Condition; kind: TaskKind; onChange: (condition: Condition) => void };

const usual: TraceCondition = { kind: "trace", adapter: "next", options: {}, budget: 2048, encoding: "o200k_base" };

/** What information the prompt carries: a rung of the ladder, and for traces the format with its options and budget. */
export function ConditionField({ condition, kind, onChange }: Props) {
  // The format comes back when a rung with a trace is chosen again.
  const last = useRef(usual);
  if (carriesTrace(condition)) last.current = condition;
  const choose = (value: string) => {
    const rung = rungs.find((each) => each.value === value)?.value;
    if (rung === "trace" || rung === "trace-only") onChange({ ...last.current, kind: rung });
    else if (rung !== undefined) onChange({ kind: rung });
  };
  return (
    <div className="grid gap-1">
      <h2 className="font-semibold">Condition</h2>
      <div className="flex items-center gap-1.5">
        <Select
          label="Condition"
          className="w-28 shrink-0 justify-between"
          value={condition.kind}
          choices={rungs}
          onChange={choose}
        />
        {carriesTrace(condition) ? <Format condition={condition} onChange={onChange} /> : null}
      </div>
      <p className="text-xs text-soft">
        {rungs.find(({ value }) => value === condition.kind)?.detail}
        {kind === "synthesis" && condition.kind !== "code"
          ? " Nothing has failed yet in the first prompt, so it is the same in every condition."
          : ""}
      </p>
    </div>
  );
}

function Format({ condition, onChange }: { condition: TraceCondition; onChange: (condition: Condition) => void }) {
  const adapter = getAdapter(condition.adapter);
  return (
    <>
      <AdapterMenu
        current={adapter.id}
        onChoose={(id) => onChange({ ...condition, adapter: id, options: {} })}
        trigger={
          <Button className="min-w-0 shrink! grow justify-start">
            <AdapterMark adapter={adapter} />
            <span className="sr-only">Format: </span>
            <span className="truncate">{adapter.title}</span>
            <span className="grow" />
            <ChevronDown size={12} aria-hidden className="shrink-0 text-faint" />
          </Button>
        }
      />
      <PaneOptions
        key={adapter.id}
        adapter={adapter}
        pane={condition}
        usualBudget={usual.budget ?? 2048}
        onChange={(change) => onChange({ ...condition, ...change })}
      />
    </>
  );
}
