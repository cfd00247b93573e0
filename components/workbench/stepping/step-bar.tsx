"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeftToLine, ArrowRightToLine, ChevronLeft, ChevronRight, CornerRightUp, Redo2 } from "lucide-react";
import { useDeferredValue } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { Move } from "@/lib/stepping/move-step";
import { stepQuery } from "../engine/engine-queries";
import { useStepping, useWorkbench } from "../workbench-context";
import { StepSlider } from "./step-slider";

const icon = { size: 15, "aria-hidden": true } as const;
const buttons: readonly { move: Move; label: string; keys: string; icon: React.ReactNode }[] = [
  { move: "start", label: "First step", keys: "home", icon: <ArrowLeftToLine {...icon} /> },
  { move: "previous", label: "Step back", keys: "arrowleft", icon: <ChevronLeft {...icon} /> },
  { move: "next", label: "Step", keys: "arrowright", icon: <ChevronRight {...icon} /> },
  { move: "over", label: "Step over", keys: "n", icon: <Redo2 {...icon} /> },
  { move: "out", label: "Step out", keys: "o", icon: <CornerRightUp {...icon} /> },
  { move: "end", label: "Last step", keys: "end", icon: <ArrowRightToLine {...icon} /> },
];

/** Buttons, what the open step did, and the slider over all of them. */
export function StepBar({ onMove }: { onMove: (move: Move) => void }) {
  const { timeline } = useWorkbench();
  const isEmpty = timeline === null || timeline.count === 0;
  return (
    <section
      aria-label="Steps"
      className="grid h-23 shrink-0 grid-cols-[minmax(0,1fr)] content-center gap-1 border-t border-line bg-surface px-4"
    >
      <div className="flex h-8 items-center gap-1">
        {buttons.map(({ move, label, keys, icon: sign }) => (
          <IconButton key={move} label={label} keys={keys} look="plain" disabled={isEmpty} onClick={() => onMove(move)}>
            {sign}
          </IconButton>
        ))}
        <StepSentence />
        <span className="grow" />
        <span className="hidden text-faint lg:flex lg:gap-3">
          <span>▸ call</span>
          <span>◂ return</span>
          <span>✕ exception</span>
          <span>• output</span>
        </span>
      </div>
      <StepSlider />
    </section>
  );
}

function StepSentence() {
  const { recording, timeline } = useWorkbench();
  const { step, frame } = useStepping();
  const shown = useDeferredValue(step);
  const { data } = useQuery(stepQuery(recording, shown, frame));
  if (timeline === null || step === null) return <p className="ml-2 truncate text-faint">No steps yet.</p>;
  return (
    <p className="ml-2 min-w-0 truncate text-soft" aria-live="polite">
      Step <b className="font-semibold text-ink tabular-nums">{(step + 1).toLocaleString("en")}</b> of{" "}
      {timeline.count.toLocaleString("en")} · line {timeline.lines[step]}
      {data == null ? null : <span> · {data.summary}</span>}
    </p>
  );
}
