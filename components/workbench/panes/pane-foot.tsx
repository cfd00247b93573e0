"use client";
import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { useCopy } from "@/components/ui/use-copy";
import { engineWith } from "../engine/engine-client";
import { findSpanOfStep } from "../engine/pack-spans";
import { type RecordingInput, recordingKey } from "../engine/recording-key";
import type { RenderedTrace, TraceOrder } from "../engine/trace-engine";
import { PaneNotes } from "./pane-notes";

type Props = {
  trace: RenderedTrace | null;
  order: Omit<TraceOrder, "recording">;
  recording: RecordingInput | null;
  step: number | null;
};

export function PaneFoot({ trace, order, recording, step }: Props) {
  const copy = useCopy();
  const prompt = useMutation({
    mutationFn: async (input: RecordingInput) => {
      const text = await (await engineWith("render", input)).prompt({ ...order, recording: recordingKey(input) });
      await copy(text, "Prompt");
    },
  });
  const isHidden = trace !== null && step !== null && findSpanOfStep(trace.spans, step) === null;
  return (
    <div className="flex h-7 shrink-0 items-center gap-3 border-t border-line px-3 text-xs text-soft">
      {trace === null ? null : <PaneNotes notes={trace.notes} />}
      <span className="grow" />
      {isHidden ? <span className="shrink-0 text-faint @max-[400px]:hidden">step {step + 1} is not in this text</span> : null}
      <Button
        look="link"
        size="text"
        disabled={trace === null || prompt.isPending}
        onClick={() => (recording === null ? undefined : prompt.mutate(recording))}
      >
        Copy prompt
      </Button>
    </div>
  );
}
