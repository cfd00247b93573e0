"use client";
import { createContext, type Dispatch, useContext } from "react";
import type { RecordingDetail } from "@/lib/recordings/api-schema";
import type { Timeline } from "@/lib/stepping/timeline";
import type { Pointed } from "./text/segment-line";
import type { Recorder } from "./use-recorder";
import type { Program, WorkbenchAction, WorkbenchState } from "./workbench-state";

/** What changes seldom. Program, step and pointer have contexts of their own, so that typing and stepping redraw only what shows them. */
export type Workbench = {
  readonly state: Pick<WorkbenchState, "recordingId" | "panes" | "encoding" | "watched">;
  readonly dispatch: Dispatch<WorkbenchAction>;
  readonly recorder: Recorder;
  /** The recording that is shown, once its head has come. */
  readonly recording: RecordingDetail | null;
  readonly recordingError: Error | null;
  readonly timeline: Timeline | null;
  /** Whether the program was edited since it was recorded. */
  readonly isStale: boolean;
  readonly readOnly: boolean;
};

export type Stepping = {
  /** The step that is open, or null when there is none to open. */
  readonly step: number | null;
  /** The step that the reader chose, if any. */
  readonly chosen: number | null;
  readonly frame: number | null;
};

export type Pointing = { readonly pointed: Pointed | null; readonly setPointed: (pointed: Pointed | null) => void };

export const WorkbenchContext = createContext<Workbench | null>(null);
export const ProgramContext = createContext<Program>({ source: "", entry: { kind: "script", stdin: "" } });
export const SteppingContext = createContext<Stepping>({ step: null, chosen: null, frame: null });
export const PointingContext = createContext<Pointing>({ pointed: null, setPointed: () => undefined });

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === null) throw new Error("This component only works inside a workbench.");
  return workbench;
}

export function useProgram(): Program {
  return useContext(ProgramContext);
}

export function useStepping(): Stepping {
  return useContext(SteppingContext);
}

/** What the pointer or the cursor is on, shared by the source and all panes. */
export function usePointing(): Pointing {
  return useContext(PointingContext);
}
