"use client";
import { useCallback, useEffectEvent, useMemo } from "react";
import type { Command } from "@/components/commands/command";
import { useCommands } from "@/components/commands/command-provider";
import { listAdapters } from "@/lib/adapters/registry";
import { type Move, moveStep } from "@/lib/stepping/move-step";
import { engineWith } from "./engine/engine-client";
import { recordingKey } from "./engine/recording-key";
import { useStepping, useWorkbench } from "./workbench-context";

const moves: readonly { move: Move; title: string; keys: string }[] = [
  { move: "next", title: "Step", keys: "arrowright" },
  { move: "previous", title: "Step back", keys: "arrowleft" },
  { move: "over", title: "Step over", keys: "n" },
  { move: "over-back", title: "Step over, backwards", keys: "shift+n" },
  { move: "out", title: "Step out", keys: "o" },
  { move: "out-back", title: "Step out, backwards", keys: "shift+o" },
  { move: "change", title: "Next change of the followed variable", keys: "c" },
  { move: "change-back", title: "Previous change of the followed variable", keys: "shift+c" },
  { move: "exception", title: "Next exception", keys: "e" },
  { move: "start", title: "First step", keys: "home" },
  { move: "end", title: "Last step", keys: "end" },
];

type Actions = { onRecord: () => void; onComparePanes: () => void; onCompareRuns: () => void };

/** Offers what the workbench can do to keys and palette; returns the function that moves through the steps. */
export function useWorkbenchCommands({ onRecord, onComparePanes, onCompareRuns }: Actions): (move: Move) => void {
  const { state, dispatch, recorder, recording, timeline } = useWorkbench();
  const { step } = useStepping();
  const moveTo = useEffectEvent(async (move: Move) => {
    if (timeline === null || step === null) return;
    const isChange = move === "change" || move === "change-back";
    if (!isChange || state.watched === null || recording === null) {
      dispatch({ type: "step-moved", step: moveStep(timeline, step, move) });
      return;
    }
    const engine = await engineWith("step", recording);
    const found = await engine.findChange(recordingKey(recording), {
      from: step,
      direction: move === "change" ? 1 : -1,
      name: state.watched,
    });
    if (found !== null) dispatch({ type: "step-moved", step: found });
  });
  const record = useEffectEvent(onRecord);
  const comparePanes = useEffectEvent(onComparePanes);
  const compareRuns = useEffectEvent(onCompareRuns);
  const cancel = useEffectEvent(recorder.cancel);
  const isRunning = recorder.isRunning;
  const run = useCallback((move: Move) => void moveTo(move), []);
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        { id: "record", title: "Record the program", group: "Record", keys: "mod+enter", whileTyping: true, run: () => record() },
        ...(isRunning
          ? [
              {
                id: "cancel",
                title: "Cancel the run",
                group: "Record",
                keys: "escape",
                whileTyping: true,
                run: () => cancel(),
              } as const,
            ]
          : []),
        ...moves.map(
          ({ move, title, keys }): Command => ({ id: `step-${move}`, title, group: "Step", keys, run: () => void moveTo(move) }),
        ),
        { id: "compare-panes", title: "Compare two panes", group: "Panes", keys: "d", run: () => comparePanes() },
        {
          id: "compare-runs",
          title: "Compare with another recording",
          group: "Panes",
          keys: "shift+d",
          run: () => compareRuns(),
        },
        ...listAdapters().map(
          ({ id, title }): Command => ({
            id: `add-${id}`,
            title: `Add pane: ${title}`,
            group: "Panes",
            run: () => dispatch({ type: "pane-added", adapter: id }),
          }),
        ),
      ],
      [dispatch, isRunning],
    ),
  );
  return run;
}
