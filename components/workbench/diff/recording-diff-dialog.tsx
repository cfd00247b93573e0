"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CodeDiff } from "@/components/code/code-diff";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { Tabs } from "@/components/ui/tabs";
import type { RecordingDetail } from "@/lib/recordings/api-schema";
import { recentRecordingsQuery, recordingQuery } from "@/lib/recordings/queries";
import { divergenceQuery } from "../engine/engine-queries";
import { useWorkbench } from "../workbench-context";
import { AlignedSteps } from "./aligned-steps";

/** This recording beside another, aligned at the first step where they do something different. */
export function RecordingDiffDialog({ onClose }: { onClose: () => void }) {
  const { recording } = useWorkbench();
  const recent = useQuery(recentRecordingsQuery());
  const others = (recent.data?.recordings ?? []).filter(({ id }) => id !== recording?.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const otherId = chosen ?? others[0]?.id ?? null;
  const other = useQuery({ ...recordingQuery(otherId ?? ""), enabled: otherId !== null });
  const choices = others.map((item) => ({
    value: item.id,
    label: item.title,
    detail: `${item.status} · ${item.steps.toLocaleString("en")} steps · ${timeOf(item.createdAt)}`,
  }));
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title="Compare with another recording" width="full">
      <div className="flex items-center gap-2 border-b border-line px-4 py-2">
        <span className="text-soft">Before</span>
        {otherId === null ? (
          <span className="text-faint">
            {recent.isPending
              ? "loading …"
              : "There is no other recording yet. Edit the program, record it again, and come back."}
          </span>
        ) : (
          <Select label="Other recording" value={otherId} choices={choices} onChange={setChosen} />
        )}
      </div>
      {recording !== null && other.data !== undefined ? <Comparison left={other.data} right={recording} /> : null}
      {other.error === null ? null : <p className="p-4 text-bad">{other.error.message}</p>}
    </Dialog>
  );
}

function Comparison({ left, right }: { left: RecordingDetail; right: RecordingDetail }) {
  const { data, error } = useQuery(divergenceQuery(left, right));
  if (error !== null) return <p className="p-4 text-bad">{error.message}</p>;
  const steps = data === undefined ? <p className="text-soft">Comparing …</p> : <AlignedSteps divergence={data} />;
  const programs = (
    <div className="h-[60dvh]">
      <CodeDiff left={left.header.source} right={right.header.source} leftLabel="Other program" rightLabel="This program" />
    </div>
  );
  return (
    <Tabs
      label="What to compare"
      tabs={[
        { id: "steps", title: "Executions", content: steps },
        { id: "programs", title: "Programs", content: programs },
      ]}
    />
  );
}

function timeOf(createdAt: string): string {
  return new Date(createdAt).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" });
}
