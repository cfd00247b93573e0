import type { Pane, View } from "@/lib/links/schema";
import type { Entry } from "@/lib/recordings/schema";
import type { Encoding } from "@/lib/traces/load-tokenizer";

export type Program = { readonly source: string; readonly entry: Entry };
/** A pane with a key that stays its own while panes move. */
export type PaneState = Pane & { readonly key: number };

export type WorkbenchState = {
  readonly program: Program;
  readonly recordingId: string | null;
  readonly panes: readonly PaneState[];
  readonly encoding: Encoding;
  /** Null until the reader chose one. */
  readonly step: number | null;
  /** The frame whose variables are shown; null for the step's own. */
  readonly frame: number | null;
  /** The variable whose changes the keys go to; null for any. */
  readonly watched: string | null;
};

export type WorkbenchAction =
  | { readonly type: "source-edited"; readonly source: string }
  | { readonly type: "entry-edited"; readonly entry: Entry }
  | { readonly type: "program-opened"; readonly program: Program }
  | { readonly type: "recorded"; readonly recordingId: string }
  | { readonly type: "step-moved"; readonly step: number }
  | { readonly type: "frame-chosen"; readonly frame: number | null }
  | { readonly type: "variable-watched"; readonly name: string | null }
  | { readonly type: "encoding-chosen"; readonly encoding: Encoding }
  | { readonly type: "pane-added"; readonly adapter: string }
  | { readonly type: "pane-removed"; readonly key: number }
  | { readonly type: "pane-moved"; readonly key: number; readonly to: number }
  | { readonly type: "pane-changed"; readonly key: number; readonly change: Partial<Pane> };

export const MAXIMUM_PANES = 6;

export function withKeys(panes: readonly Pane[]): PaneState[] {
  return panes.map((pane, key) => ({ ...pane, key }));
}

const notStepping = { step: null, frame: null, watched: null } as const;

export function reduceWorkbench(state: WorkbenchState, action: WorkbenchAction): WorkbenchState {
  switch (action.type) {
    case "source-edited":
      return { ...state, program: { ...state.program, source: action.source } };
    case "entry-edited":
      return { ...state, program: { ...state.program, entry: action.entry } };
    case "program-opened":
      return { ...state, ...notStepping, program: action.program, recordingId: null };
    case "recorded":
      return toRecorded(state, action.recordingId);
    case "step-moved":
      return { ...state, step: action.step, frame: null };
    case "frame-chosen":
      return { ...state, frame: action.frame };
    case "variable-watched":
      return { ...state, watched: action.name === state.watched ? null : action.name };
    case "encoding-chosen":
      return { ...state, encoding: action.encoding };
    default:
      return { ...state, panes: reducePanes(state.panes, action) };
  }
}

/** The same recording keeps its step, and so does the first one of a link that said where to open. */
function toRecorded(state: WorkbenchState, recordingId: string): WorkbenchState {
  if (recordingId === state.recordingId) return state;
  return state.recordingId === null ? { ...state, recordingId } : { ...state, ...notStepping, recordingId };
}

type PaneAction = Extract<WorkbenchAction, { type: `pane-${string}` }>;

function reducePanes(panes: readonly PaneState[], action: PaneAction): readonly PaneState[] {
  switch (action.type) {
    case "pane-added": {
      if (panes.length >= MAXIMUM_PANES) return panes;
      const key = 1 + Math.max(-1, ...panes.map((pane) => pane.key));
      return [...panes, { adapter: action.adapter, options: {}, budget: null, key }];
    }
    case "pane-removed":
      return panes.length === 1 ? panes : panes.filter((pane) => pane.key !== action.key);
    case "pane-moved": {
      const moved = panes.find((pane) => pane.key === action.key);
      if (moved === undefined) return panes;
      const others = panes.filter((pane) => pane !== moved);
      return [...others.slice(0, action.to), moved, ...others.slice(action.to)];
    }
    case "pane-changed":
      return panes.map((pane) => (pane.key === action.key ? { ...pane, ...action.change } : pane));
  }
}

/** What a link keeps of the workbench. */
export function toView(state: Pick<WorkbenchState, "panes" | "encoding">, step: number | null): View {
  const panes = state.panes.map(({ adapter, options, budget }) => ({ adapter, options, budget }));
  return { version: 1, panes, encoding: state.encoding, step };
}
