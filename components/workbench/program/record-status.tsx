"use client";
import { CircleAlert, CircleCheck, LoaderCircle, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { RunningTime } from "@/components/ui/running-time";
import { ApiError } from "@/lib/http/fetch-json";
import type { RecordingDetail } from "@/lib/recordings/api-schema";
import { useWorkbench } from "../workbench-context";
import { statusWords } from "./status-words";

/** One line that always says where things stand: what to do, what runs, how it ended. */
export function RecordStatus({ hint }: { hint: string | null }) {
  const { state, recorder, recording, isStale } = useWorkbench();
  return (
    <div role="status" aria-label="State of the recording" className="flex min-h-9 items-start gap-2 px-3 pb-2.5 text-soft">
      <Content
        hint={hint}
        recording={recording}
        isStale={isStale}
        isLoading={state.recordingId !== null && recording === null}
        isRunning={recorder.isRunning}
        startedAt={recorder.startedAt}
        error={recorder.error}
      />
    </div>
  );
}

type Props = {
  hint: string | null;
  recording: RecordingDetail | null;
  isStale: boolean;
  isLoading: boolean;
  isRunning: boolean;
  startedAt: number;
  error: Error | null;
};

function Content({ hint, recording, isStale, isLoading, isRunning, startedAt, error }: Props) {
  if (isRunning) {
    return (
      <Line icon={<LoaderCircle size={14} className="text-accent motion-safe:animate-spin" />}>
        Recording … <RunningTime since={startedAt} />
      </Line>
    );
  }
  if (hint !== null) return <Line icon={<CircleAlert size={14} className="text-warn" />}>{hint}</Line>;
  if (error !== null) return <Line icon={<TriangleAlert size={14} className="text-bad" />}>{describeError(error)}</Line>;
  if (recording === null)
    return (
      <Line icon={<CircleCheck size={14} className="text-faint" />}>
        {isLoading ? "Loading the recording …" : "Not recorded yet."}
      </Line>
    );
  const { tone, words } = statusWords(recording);
  const icon =
    tone === "good" ? (
      <CircleCheck size={14} className="text-[var(--codeexecutor)]" />
    ) : (
      <TriangleAlert size={14} className={tone === "bad" ? "text-bad" : "text-warn"} />
    );
  return (
    <Line icon={icon}>
      <span className={classNames(tone === "good" ? "" : "text-ink")}>{words}</span>
      <span className="text-faint">
        {" · "}
        {recording.steps.toLocaleString("en")} {recording.steps === 1 ? "step" : "steps"} · {formatDuration(recording.elapsedMs)}{" "}
        · CPython {recording.header.pythonVersion}
      </span>
      {isStale ? (
        <span className="block text-warn">Edited since it was recorded: the traces show the program as it was.</span>
      ) : null}
    </Line>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <>
      <span aria-hidden="true" className="mt-0.5 shrink-0">
        {icon}
      </span>
      <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
    </>
  );
}

function describeError(error: Error): string {
  if (!(error instanceof ApiError) || error.status !== 429) return error.message;
  const wait = error.retryAfterSeconds;
  return wait === null ? error.message : `${error.message} Try again in ${wait === 1 ? "a second" : `${wait} seconds`}.`;
}

function formatDuration(ms: number): string {
  return ms < 1_000 ? `${ms.toFixed(1)} ms` : `${(ms / 1_000).toFixed(2)} s`;
}
