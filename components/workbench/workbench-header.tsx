"use client";
import { GitCompareArrows, Plus, Share2 } from "lucide-react";
import { useMemo, useState } from "react";
import type { Command } from "@/components/commands/command";
import { useCommands } from "@/components/commands/command-provider";
import { HeaderActions } from "@/components/shell/header-actions";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { encodingSchema } from "@/lib/links/schema";
import { AdapterMenu } from "./panes/adapter-menu";
import { ShareDialog } from "./share/share-dialog";
import { useProgram, useWorkbench } from "./workbench-context";
import { MAXIMUM_PANES } from "./workbench-state";

const encodings = [
  { value: "o200k_base", label: "o200k", detail: "Tokens as GPT-4o and later count them." },
  { value: "cl100k_base", label: "cl100k", detail: "Tokens as GPT-4 and GPT-3.5 count them." },
] as const;

/** The workbench's own buttons, drawn in the page's header. */
export function WorkbenchHeader({ onCompareRuns }: { onCompareRuns: () => void }) {
  const { state, dispatch, recording } = useWorkbench();
  const program = useProgram();
  const [shares, setShares] = useState(false);
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: "share",
          title: "Share this view",
          group: "Share",
          keys: "s",
          keywords: ["link", "embed", "copy"],
          run: () => setShares(true),
        },
      ],
      [],
    ),
  );
  return (
    <HeaderActions>
      <Select
        label="Tokens counted with"
        look="quiet"
        className="max-md:hidden"
        value={state.encoding}
        choices={encodings}
        onChange={(value) => dispatch({ type: "encoding-chosen", encoding: encodingSchema.parse(value) })}
      />
      <AdapterMenu
        trigger={
          <Button look="quiet" disabled={state.panes.length >= MAXIMUM_PANES} className="max-md:hidden">
            <Plus size={14} aria-hidden /> Pane
          </Button>
        }
        onChoose={(adapter) => dispatch({ type: "pane-added", adapter })}
      />
      <Button look="quiet" disabled={recording === null} onClick={onCompareRuns} className="max-lg:hidden">
        <GitCompareArrows size={14} aria-hidden /> Compare runs
      </Button>
      <Button disabled={program.source === ""} onClick={() => setShares(true)}>
        <Share2 size={13} aria-hidden /> Share
      </Button>
      {shares ? <ShareDialog onClose={() => setShares(false)} /> : null}
    </HeaderActions>
  );
}
