"use client";
import { useEffectEvent, useMemo } from "react";
import type { Command } from "@/components/commands/command";
import { useCommands } from "@/components/commands/command-provider";
import type { DebugRun } from "./use-debug-run";

/** Offers running, stepping and stopping to keys and palette. */
export function useDebugCommands(debug: DebugRun): void {
  const run = useEffectEvent(() => (debug.isRunning ? undefined : debug.run()));
  const step = useEffectEvent(() => (debug.isRunning ? undefined : debug.step()));
  const stop = useEffectEvent(() => debug.stop());
  const { isRunning } = debug;
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        { id: "debug-run", title: "Run the rounds", group: "Record", keys: "mod+enter", whileTyping: true, run: () => run() },
        { id: "debug-step", title: "Run one round", group: "Step", keys: "n", run: () => step() },
        ...(isRunning
          ? [{ id: "debug-stop", title: "Stop", group: "Record", keys: "escape", whileTyping: true, run: () => stop() } as const]
          : []),
      ],
      [isRunning],
    ),
  );
}
