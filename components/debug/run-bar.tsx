"use client";
import { CircleAlert, CircleCheck, LoaderCircle, Play, RotateCcw, Square, StepForward } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Keys } from "@/components/ui/keys";
import { RunningTime } from "@/components/ui/running-time";
import type { DebugSetup } from "@/lib/debug/schema";
import { describeRun } from "./describe-run";
import type { DebugRun } from "./use-debug-run";

type Props = { run: DebugRun; setup: DebugSetup; model: string };

/** Run, step and stop, and the one sentence that says where things stand. */
export function RunBar({ run, setup, model }: Props) {
  const { rounds, isRunning, next, isStale } = run;
  const isFresh = rounds.length === 0 || isStale;
  const main = isFresh ? "Run" : next === null ? "Run again" : "Go on";
  return (
    <div className="grid shrink-0 gap-2 border-t border-line px-4 py-3 max-lg:sticky max-lg:bottom-0 max-lg:bg-surface">
      <div className="flex items-center gap-2">
        {isRunning ? (
          <Button onClick={run.stop} className="w-28">
            <Square size={11} fill="currentColor" aria-hidden /> Stop
          </Button>
        ) : (
          <Button look="main" onClick={run.run} className="w-28">
            <Play size={11} fill="currentColor" aria-hidden /> {main}
          </Button>
        )}
        <Button onClick={run.step} disabled={isRunning || next === null}>
          <StepForward size={13} aria-hidden /> Step
        </Button>
        <IconButton label="Start over" disabled={rounds.length === 0} onClick={run.clear}>
          <RotateCcw size={14} aria-hidden />
        </IconButton>
        <span className="grow" />
        <Keys keys="mod+enter" />
      </div>
      <p role="status" aria-label="State of the run" className="flex min-h-9 items-start gap-2 text-soft">
        <State run={run} setup={setup} model={model} />
      </p>
    </div>
  );
}

function State({ run, setup, model }: Props) {
  const { tone, words } = describeRun(run, { setup, model });
  const last = run.rounds.at(-1);
  const icons: Record<typeof tone, ReactNode> = {
    busy: <LoaderCircle size={14} className="text-accent motion-safe:animate-spin" />,
    good: <CircleCheck size={14} className="text-[var(--codeexecutor)]" />,
    plain: <CircleCheck size={14} className="text-faint" />,
    warn: <CircleAlert size={14} className="text-warn" />,
    bad: <CircleAlert size={14} className="text-bad" />,
  };
  return (
    <>
      <span aria-hidden className="mt-0.5 shrink-0">
        {icons[tone]}
      </span>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {words} {run.isRunning && last !== undefined ? <RunningTime key={last.number} since={last.startedAt} /> : null}
      </span>
    </>
  );
}
