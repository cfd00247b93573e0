"use client";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useMemo, useReducer, useState } from "react";
import type { RecordingDetail } from "@/lib/recordings/api-schema";
import { recordingQuery } from "@/lib/recordings/queries";
import { eventAt, type Timeline, UNHANDLED } from "@/lib/stepping/timeline";
import { timelineQuery } from "./engine/engine-queries";
import type { Pointed } from "./text/segment-line";
import { useRecorder } from "./use-recorder";
import { PointingContext, ProgramContext, SteppingContext, type Workbench, WorkbenchContext } from "./workbench-context";
import { reduceWorkbench, type WorkbenchState } from "./workbench-state";

type Props = { initial: WorkbenchState; readOnly: boolean; children: ReactNode };

/** Holds one workbench: its program, panes and step, the recording shown, and what is pointed at. */
export function WorkbenchProvider({ initial, readOnly, children }: Props) {
  const [state, dispatch] = useReducer(reduceWorkbench, initial);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const recorder = useRecorder(useCallback((recordingId: string) => dispatch({ type: "recorded", recordingId }), []));
  const head = useQuery({ ...recordingQuery(state.recordingId ?? ""), enabled: state.recordingId !== null });
  const recording = state.recordingId === null ? null : (head.data ?? null);
  const timelineResult = useQuery(timelineQuery(recording));
  const timeline = timelineResult.data ?? null;
  const isStale = recording !== null && !isSameProgram(state.program, recording);
  const recordingError = head.error ?? timelineResult.error;
  const { program, recordingId, panes, encoding, watched, frame } = state;
  const value = useMemo<Workbench>(() => {
    const steady = { recordingId, panes, encoding, watched };
    return { state: steady, dispatch, recorder, recording, recordingError, timeline, isStale, readOnly };
  }, [recordingId, panes, encoding, watched, recorder, recording, recordingError, timeline, isStale, readOnly]);
  const stepping = useMemo(
    () => ({ step: resolveStep(state.step, timeline), chosen: state.step, frame }),
    [state.step, timeline, frame],
  );
  const point = useCallback((next: Pointed | null) => setPointed((before) => (isSamePoint(before, next) ? before : next)), []);
  const pointing = useMemo(() => ({ pointed, setPointed: point }), [pointed, point]);
  return (
    <WorkbenchContext value={value}>
      <ProgramContext value={program}>
        <SteppingContext value={stepping}>
          <PointingContext value={pointing}>{children}</PointingContext>
        </SteppingContext>
      </ProgramContext>
    </WorkbenchContext>
  );
}

function isSamePoint(one: Pointed | null, other: Pointed | null): boolean {
  return one?.step === other?.step && one?.line === other?.line;
}

function isSameProgram(program: WorkbenchState["program"], { header }: RecordingDetail): boolean {
  return program.source === header.source && JSON.stringify(program.entry) === JSON.stringify(header.entry);
}

/** The chosen step, within the recording; where none was chosen, where an uncaught exception was raised, else the beginning. */
function resolveStep(chosen: number | null, timeline: Timeline | null): number | null {
  if (timeline === null || timeline.count === 0) return null;
  if (chosen !== null) return Math.min(chosen, timeline.count - 1);
  for (let index = 0; index < timeline.count; index++) {
    if (eventAt(timeline, index) === "exception" && ((timeline.flags[index] ?? 0) & UNHANDLED) !== 0) return index;
  }
  return 0;
}
