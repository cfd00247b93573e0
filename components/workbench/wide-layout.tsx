"use client";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { PaneGrid } from "./panes/pane-grid";
import { EntryForm } from "./program/entry-form";
import { ProgramPanel } from "./program/program-panel";
import { RecordStatus } from "./program/record-status";
import { StateView } from "./stepping/state-view";
import { StepBar } from "./stepping/step-bar";
import type { Layout } from "./workbench";

const separator = "bg-line outline-none hover:bg-line-strong data-[separator=active]:bg-accent focus-visible:bg-accent";

/** Program and state on the left, panes on the right, steps below; all borders can be dragged and are remembered. */
export function WideLayout({ hint, revealLine, onCursorLine, onRecord, onMove, onCompare }: Layout) {
  const columns = useDefaultLayout({ id: "polytrace-columns", onlySaveAfterUserInteractions: true });
  const left = useDefaultLayout({ id: "polytrace-left", onlySaveAfterUserInteractions: true });
  return (
    <>
      <Group id="polytrace-columns" orientation="horizontal" className="min-h-0 grow" {...columns}>
        <Panel id="left" defaultSize={400} minSize={300} groupResizeBehavior="preserve-pixel-size" className="bg-surface">
          <Group id="polytrace-left" orientation="vertical" className="h-full" {...left}>
            <Panel id="program" minSize={240} className="flex flex-col">
              <div className="min-h-0 grow">
                <ProgramPanel onCursorLine={onCursorLine} />
              </div>
              <EntryForm onRecord={onRecord} />
              <RecordStatus hint={hint} />
            </Panel>
            <Separator aria-label="Height of the program" className={`h-px ${separator}`} />
            <Panel id="state" defaultSize={210} minSize={90} groupResizeBehavior="preserve-pixel-size">
              <StateView />
            </Panel>
          </Group>
        </Panel>
        <Separator aria-label="Width of the program" className={`w-px ${separator}`} />
        <Panel id="panes" minSize={320}>
          <PaneGrid revealLine={revealLine} onCompare={onCompare} />
        </Panel>
      </Group>
      <StepBar onMove={onMove} />
    </>
  );
}
