"use client";
import { useQuery } from "@tanstack/react-query";
import { classNames } from "@/components/ui/class-names";
import { findAdapter } from "@/lib/adapters/registry";
import { traceQuery } from "../engine/engine-queries";
import { TraceText } from "../text/trace-text";
import { usePointing, useStepping, useWorkbench } from "../workbench-context";
import type { PaneState } from "../workbench-state";
import { PaneEmpty } from "./pane-empty";
import { PaneFoot } from "./pane-foot";
import { PaneHead } from "./pane-head";
import { UnknownPane } from "./unknown-pane";
import { usePaneDrop } from "./use-pane-drop";

type Props = { pane: PaneState; position: number; revealLine: number | null; onCompare: (key: number) => void };

/** One recording in one format. */
export function Pane({ pane, position, revealLine, onCompare }: Props) {
  const { state, dispatch, recording, recordingError } = useWorkbench();
  const { step, chosen } = useStepping();
  const drop = usePaneDrop(position);
  const { pointed, setPointed } = usePointing();
  const adapter = findAdapter(pane.adapter);
  const order = { adapterId: pane.adapter, options: pane.options, budget: pane.budget, encoding: state.encoding };
  const result = useQuery({ ...traceQuery(recording, order), enabled: adapter !== null });
  if (adapter === null) return <UnknownPane pane={pane} />;
  const isShown = recording !== null && recording.status !== "syntax-error";
  const trace = isShown ? (result.data ?? null) : null;
  const label = `${adapter.title} trace`;
  return (
    <section
      aria-label={label}
      className={classNames(
        "@container flex h-full min-h-0 flex-col bg-surface",
        drop.isOver && "outline-2 -outline-offset-2 outline-accent",
      )}
      {...drop.handlers}
    >
      <PaneHead
        adapter={adapter}
        pane={pane}
        position={position}
        count={state.panes.length}
        trace={trace}
        dispatch={dispatch}
        onCompare={onCompare}
      />
      <div className={classNames("min-h-0 grow", result.isPlaceholderData && "opacity-60")}>
        {trace === null ? (
          <PaneEmpty error={recordingError ?? result.error} adapter={adapter} />
        ) : (
          <TraceText
            label={`${label}, text`}
            trace={trace}
            step={step}
            isStepChosen={chosen !== null}
            pointed={pointed}
            revealLine={revealLine}
            isInline={adapter.placement === "inline"}
            onPoint={setPointed}
            onChooseStep={(chosen) => dispatch({ type: "step-moved", step: chosen })}
          />
        )}
      </div>
      <PaneFoot trace={trace} order={order} recording={recording} step={step} />
    </section>
  );
}
