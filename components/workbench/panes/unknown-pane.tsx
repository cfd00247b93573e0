"use client";
import { Button } from "@/components/ui/button";
import { useWorkbench } from "../workbench-context";
import type { PaneState } from "../workbench-state";
import { AdapterMenu } from "./adapter-menu";

/** A pane of a link whose format this server does not have. */
export function UnknownPane({ pane }: { pane: PaneState }) {
  const { dispatch } = useWorkbench();
  return (
    <div className="grid h-full content-start gap-3 bg-surface p-4 text-soft">
      <p>
        This server has no format called <code>{pane.adapter}</code>.
      </p>
      <AdapterMenu
        trigger={<Button className="justify-self-start">Choose another</Button>}
        onChoose={(adapter) => dispatch({ type: "pane-changed", key: pane.key, change: { adapter, options: {} } })}
      />
    </div>
  );
}
