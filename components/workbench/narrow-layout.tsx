"use client";
import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { AdapterMenu } from "./panes/adapter-menu";
import { Pane } from "./panes/pane";
import { EntryForm } from "./program/entry-form";
import { ProgramPanel } from "./program/program-panel";
import { RecordStatus } from "./program/record-status";
import { StateView } from "./stepping/state-view";
import { StepBar } from "./stepping/step-bar";
import type { Layout } from "./workbench";
import { useWorkbench } from "./workbench-context";
import { MAXIMUM_PANES } from "./workbench-state";

/** Everything below each other, with the steps always at hand at the bottom: for phones and narrow windows. */
export function NarrowLayout({ hint, revealLine, onCursorLine, onRecord, onMove, onCompare }: Layout) {
  const { state, dispatch, readOnly } = useWorkbench();
  return (
    <>
      <div className="bg-surface">
        <div className="h-72">
          <ProgramPanel onCursorLine={onCursorLine} />
        </div>
        <EntryForm onRecord={onRecord} />
        <RecordStatus hint={hint} />
        <div className="h-52 border-t border-line">
          <StateView />
        </div>
      </div>
      {state.panes.map((pane, index) => (
        <div key={pane.key} className="h-80 border-t-4 border-sunken">
          <Pane pane={pane} position={index} revealLine={revealLine} onCompare={onCompare} />
        </div>
      ))}
      {readOnly || state.panes.length >= MAXIMUM_PANES ? null : (
        <div className="grid place-items-center p-4">
          <AdapterMenu
            trigger={
              <Button>
                <Plus size={14} aria-hidden /> Add a pane
              </Button>
            }
            onChoose={(adapter) => dispatch({ type: "pane-added", adapter })}
          />
        </div>
      )}
      <div className="sticky bottom-0 z-10">
        <StepBar onMove={onMove} />
      </div>
    </>
  );
}
