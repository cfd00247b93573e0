"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CodeDiff } from "@/components/code/code-diff";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { findAdapter } from "@/lib/adapters/registry";
import { traceQuery } from "../engine/engine-queries";
import { useWorkbench } from "../workbench-context";
import type { PaneState } from "../workbench-state";

/** The texts of any two panes and what differs between them. */
export function DiffDialog({ pane, onClose }: { pane: number; onClose: () => void }) {
  const { state } = useWorkbench();
  const [left, setLeft] = useState(pane);
  const [right, setRight] = useState(() => state.panes.find(({ key }) => key !== pane)?.key ?? pane);
  const leftText = usePaneText(left);
  const rightText = usePaneText(right);
  const choices = state.panes.map((shown, index) => ({ value: String(shown.key), label: `${index + 1} · ${paneTitle(shown)}` }));
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title="Compare two panes" width="full">
      <div className="grid grid-cols-2 gap-4 border-b border-line px-4 py-2">
        <Select
          label="Left pane"
          value={String(left)}
          choices={choices}
          onChange={(value) => setLeft(Number(value))}
          className="justify-self-start"
        />
        <Select
          label="Right pane"
          value={String(right)}
          choices={choices}
          onChange={(value) => setRight(Number(value))}
          className="justify-self-start"
        />
      </div>
      <div className="min-h-0 grow">
        {leftText === null || rightText === null ? (
          <p className="p-4 text-soft">Rendering …</p>
        ) : (
          <CodeDiff left={leftText} right={rightText} leftLabel="Left pane" rightLabel="Right pane" />
        )}
      </div>
    </Dialog>
  );
}

function paneTitle(pane: PaneState): string {
  const title = findAdapter(pane.adapter)?.title ?? pane.adapter;
  const options = Object.entries(pane.options).map(([name, value]) => `${name} ${value}`);
  if (pane.budget !== null) options.push(`${pane.budget} tokens`);
  return options.length === 0 ? title : `${title} (${options.join(", ")})`;
}

function usePaneText(key: number): string | null {
  const { state, recording } = useWorkbench();
  const pane = state.panes.find((shown) => shown.key === key);
  const order = {
    adapterId: pane?.adapter ?? "",
    options: pane?.options ?? {},
    budget: pane?.budget ?? null,
    encoding: state.encoding,
  };
  const { data } = useQuery({ ...traceQuery(recording, order), enabled: pane !== undefined });
  return data?.text ?? null;
}
