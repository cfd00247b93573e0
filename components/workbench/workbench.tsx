"use client";
import { useState } from "react";
import { useMedia } from "@/components/ui/use-media";
import { DiffDialog } from "./diff/diff-dialog";
import { RecordingDiffDialog } from "./diff/recording-diff-dialog";
import { NarrowLayout } from "./narrow-layout";
import { missingEntry } from "./program/missing-entry";
import { useRememberPanes } from "./use-remember-panes";
import { useWorkbenchCommands } from "./use-workbench-commands";
import { WideLayout } from "./wide-layout";
import { useProgram, useWorkbench } from "./workbench-context";
import { WorkbenchHeader } from "./workbench-header";

export type Layout = {
  readonly hint: string | null;
  readonly revealLine: number | null;
  readonly onCursorLine: (line: number) => void;
  readonly onRecord: () => void;
  readonly onMove: (move: Parameters<ReturnType<typeof useWorkbenchCommands>>[0]) => void;
  readonly onCompare: (key: number) => void;
};

/** The whole of `/trace`: program, panes, state and steps, in the arrangement that the window has room for. */
export function Workbench({ notice }: { notice: string | null }) {
  const { state, recorder } = useWorkbench();
  const program = useProgram();
  const [hint, setHint] = useState(notice);
  const [revealLine, setRevealLine] = useState<number | null>(null);
  const [compared, setCompared] = useState<number | null>(null);
  const [comparesRuns, setComparesRuns] = useState(false);
  const isWide = useMedia("(min-width: 900px)", true);
  const record = () => {
    const missing = missingEntry(program.entry);
    setHint(missing);
    if (missing === null) recorder.record(program);
  };
  useRememberPanes();
  const move = useWorkbenchCommands({
    onRecord: record,
    onCompareRuns: () => setComparesRuns(true),
    onComparePanes: () => setCompared(state.panes[0]?.key ?? null),
  });
  const layout: Layout = {
    hint,
    revealLine,
    onCursorLine: setRevealLine,
    onRecord: record,
    onMove: move,
    onCompare: setCompared,
  };
  return (
    <div className="flex h-[calc(100dvh-44px)] min-h-0 grow flex-col max-[900px]:h-auto">
      <h1 className="sr-only">Trace workbench</h1>
      <WorkbenchHeader onCompareRuns={() => setComparesRuns(true)} />
      {isWide ? <WideLayout {...layout} /> : <NarrowLayout {...layout} />}
      {compared === null ? null : <DiffDialog pane={compared} onClose={() => setCompared(null)} />}
      {comparesRuns ? <RecordingDiffDialog onClose={() => setComparesRuns(false)} /> : null}
    </div>
  );
}
