"use client";
import { Keys } from "@/components/ui/keys";
import type { Adapter } from "@/lib/adapters/adapter";
import { useWorkbench } from "../workbench-context";

/** What stands in a pane that has no text yet: why, and what to do. */
export function PaneEmpty({ error, adapter }: { error: Error | null; adapter: Adapter }) {
  const { recording, recorder, state } = useWorkbench();
  if (error !== null) {
    return <p className="p-4 text-bad">{error.message}</p>;
  }
  if (recording?.status === "syntax-error") {
    return <p className="p-4 text-soft">Python could not read the program, so nothing ran. The line is marked in the source.</p>;
  }
  if (recorder.isRunning || state.recordingId !== null) return <Shimmer />;
  return (
    <div className="max-w-prose p-4 text-soft">
      <p className="mb-2">
        Record the program with <Keys keys="mod+enter" /> and its trace stands here.
      </p>
      <p>{adapter.description}</p>
    </div>
  );
}

function Shimmer() {
  return (
    <div aria-hidden="true" className="grid gap-2.5 p-3 pt-4">
      {["w-3/5", "w-4/5", "w-2/5", "w-3/4", "w-1/2"].map((width) => (
        <div key={width} className={`h-2 rounded bg-sunken motion-safe:animate-pulse ${width}`} />
      ))}
    </div>
  );
}
