"use client";
import { MoreHorizontal, Pause, Play, RotateCcw } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useExperimentActions } from "@/components/experiments/use-experiment-actions";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuLine } from "@/components/ui/menu";
import type { Progress } from "@/lib/experiments/api-schema";
import { CancelDialog } from "./cancel-dialog";
import { RaiseDialog } from "./raise-dialog";

/** Pause, resume, cancel, retry, draw more; only what the state allows. */
export function RunActions({ progress, errors }: { progress: Progress; errors: number }) {
  const { id, status } = progress.experiment;
  const act = useExperimentActions(id);
  const router = useRouter();
  const [dialog, setDialog] = useState<"cancel" | "raise" | null>(null);
  const close = () => setDialog(null);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {status === "running" ? (
        <Button disabled={act.isPending} onClick={() => act.mutate({ action: "pause" })}>
          <Pause size={14} aria-hidden />
          Pause
        </Button>
      ) : null}
      {status === "paused" ? (
        <Button look="main" disabled={act.isPending} onClick={() => act.mutate({ action: "resume" })}>
          <Play size={14} aria-hidden />
          Resume
        </Button>
      ) : null}
      {errors > 0 && status !== "cancelled" ? (
        <Button disabled={act.isPending} onClick={() => act.mutate({ action: "retry-errors" })}>
          <RotateCcw size={14} aria-hidden />
          Retry the errors
        </Button>
      ) : null}
      <Menu
        trigger={
          <Button look="quiet" size="icon" aria-label="More about this run">
            <MoreHorizontal size={16} aria-hidden />
          </Button>
        }
      >
        {status === "cancelled" ? null : (
          <MenuItem onSelect={() => setDialog("raise")} detail="Keeps everything that is there.">
            Draw more samples…
          </MenuItem>
        )}
        <MenuItem
          onSelect={() => router.push(`/experiments/new?from=${id}` as Route)}
          detail="Begin another with the same design."
        >
          Duplicate…
        </MenuItem>
        <MenuItem
          onSelect={() => window.location.assign(`/api/v1/experiments/${id}/spec`)}
          detail="As YAML, frozen, with its hash."
        >
          Download the specification
        </MenuItem>
        {status === "running" || status === "paused" ? (
          <>
            <MenuLine />
            <MenuItem onSelect={() => setDialog("cancel")}>Cancel the run…</MenuItem>
          </>
        ) : null}
      </Menu>
      <CancelDialog isOpen={dialog === "cancel"} onClose={close} onCancel={() => act.mutate({ action: "cancel" })} />
      {dialog === "raise" ? (
        <RaiseDialog
          strategies={progress.strategies}
          onClose={close}
          onRaise={(raises) => act.mutate({ action: "raise-samples", raises })}
        />
      ) : null}
    </div>
  );
}
