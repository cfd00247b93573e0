"use client";
import { Slider } from "radix-ui";
import { useEffect, useRef } from "react";
import { eventAt } from "@/lib/stepping/timeline";
import { useStepping, useWorkbench } from "../workbench-context";
import { drawTimeline } from "./draw-timeline";
import { useRedraw } from "./use-redraw";

/** A slider over all steps, on a drawing of what happens when. */
export function StepSlider() {
  const { timeline, dispatch } = useWorkbench();
  const { step } = useStepping();
  const canvas = useRef<HTMLCanvasElement>(null);
  const version = useRedraw(canvas);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new size or theme (version) needs a new drawing
  useEffect(() => {
    if (canvas.current !== null) drawTimeline(canvas.current, timeline);
  }, [timeline, version]);
  const last = Math.max(0, (timeline?.count ?? 1) - 1);
  const value = step ?? 0;
  const event = timeline === null ? null : eventAt(timeline, value);
  return (
    <Slider.Root
      value={[value]}
      min={0}
      max={Math.max(1, last)}
      disabled={timeline === null || timeline.count === 0}
      onValueChange={([next]) => (next === undefined ? undefined : dispatch({ type: "step-moved", step: Math.min(next, last) }))}
      className="relative flex h-9 w-full touch-none items-center select-none data-disabled:opacity-40"
    >
      <div aria-hidden="true" className="pointer-events-none absolute inset-0">
        <canvas ref={canvas} className="h-full w-full" />
      </div>
      <Slider.Track className="relative h-9 w-full grow cursor-pointer" />
      <Slider.Thumb
        aria-label="Step"
        aria-valuetext={
          timeline === null || timeline.count === 0
            ? "no steps"
            : `step ${value + 1} of ${timeline.count}, ${event}, line ${timeline.lines[value]}`
        }
        className="block size-3 rounded-full border-2 border-surface bg-accent shadow-[0_0_0_1.5px_var(--accent)] outline-offset-4"
      />
    </Slider.Root>
  );
}
