"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { AlignedSteps } from "@/components/workbench/diff/aligned-steps";
import { divergenceQuery } from "@/components/workbench/engine/engine-queries";
import { fetchJson, jsonBody } from "@/lib/http/fetch-json";
import { type RecordingDetail, recordingDetailSchema, recordOutcomeSchema } from "@/lib/recordings/api-schema";
import type { Entry } from "@/lib/recordings/schema";
import { runsQuery } from "@/lib/results/detail-queries";
import type { DrilledSample } from "@/lib/results/drill-schema";
import { type Run, runOfSample } from "@/lib/results/run-of-sample";
import type { Runs } from "@/lib/results/runs-schema";

type Side = { readonly title: string; readonly sample: DrilledSample | undefined };
type Props = { armId: string; taskId: string; left: Side; right: Side };

/** Both programs recorded on one test when asked for, and laid beside each other at the first step where they part. */
export function Executions({ armId, taskId, left, right }: Props) {
  const { data: runs, error } = useQuery(runsQuery(armId, taskId));
  if (error !== null) return <p className="p-4 text-bad">{error.message}</p>;
  if (runs === undefined) return <div aria-busy="true" className="h-40 bg-sunken" />;
  return <Chosen key={`${left.sample?.id} ${right.sample?.id}`} runs={runs} left={left} right={right} />;
}

/** The first test that one of the two fails and the other passes, or that one fails. */
function telling(runs: Runs, samples: readonly (DrilledSample | undefined)[]): number {
  const failed = samples.map((sample) => new Set((sample?.tests ?? []).flatMap(({ passed, index }) => (passed ? [] : [index]))));
  const isPart = (index: number) => failed.some((set) => set.has(index));
  const isBoth = (index: number) => failed.every((set) => set.has(index));
  const indexes = runs.tests.map(({ index }) => index);
  return indexes.find((index) => isPart(index) && !isBoth(index)) ?? indexes.find(isPart) ?? 0;
}

function Chosen({ runs, left, right }: { runs: Runs } & Omit<Props, "armId" | "taskId">) {
  const [index, setIndex] = useState(() => telling(runs, [left.sample, right.sample]));
  const [expression, setExpression] = useState("");
  const test = runs.tests.find((each) => each.index === index);
  const entry: Entry | null = expression.trim() === "" ? (test?.entry ?? null) : { kind: "call", expression: expression.trim() };
  const record = useMutation({ mutationFn: (both: readonly [Run, Run]) => Promise.all(both.map(recordRun)) });
  const both = [left, right].flatMap(({ sample }) => {
    const run = entry === null ? null : runOfSample(runs, sample?.program ?? null, entry);
    return run === null ? [] : [run];
  });
  const [one, other] = both;
  const [before, after] = record.data ?? [];
  return (
    <div className="grid h-full grid-rows-[auto_minmax(0,1fr)]">
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2">
        {runs.tests.length === 0 ? (
          <span className="text-soft">This problem's benchmark is not here. Say how both programs are started:</span>
        ) : (
          <Select
            label="Test to record"
            value={String(index)}
            choices={runs.tests.map(({ index: value, title }) => ({ value: String(value), label: title }))}
            onChange={(value) => setIndex(Number(value))}
            className="max-w-90"
          />
        )}
        <TextField
          aria-label="Call to record instead"
          className="min-w-50 grow font-mono text-xs"
          placeholder={runs.tests.length === 0 ? `${runs.entryPoint ?? "f"}(1, 2)` : "or a call of your own"}
          value={expression}
          onChange={(event) => setExpression(event.target.value)}
        />
        <Button
          look="main"
          disabled={one === undefined || other === undefined || record.isPending}
          onClick={() => one !== undefined && other !== undefined && record.mutate([one, other])}
        >
          {record.isPending ? "Recording …" : "Record both"}
        </Button>
      </div>
      <div className="overflow-auto p-3" aria-live="polite">
        {record.error === null ? null : (
          <p role="alert" className="text-bad">
            {record.error.message}
          </p>
        )}
        {before === undefined || after === undefined ? (
          <Advice runs={runs} isReady={both.length === 2} isStarted={entry !== null} />
        ) : (
          <Aligned left={before} right={after} titles={[left.title, right.title]} />
        )}
      </div>
    </div>
  );
}

function Advice({ runs, isReady, isStarted }: { runs: Runs; isReady: boolean; isStarted: boolean }) {
  if (runs.kind === "output-prediction")
    return (
      <p className="text-soft">Both answers are about one and the same execution; recording it shows what each had to find.</p>
    );
  if (!isStarted) return <p className="text-soft">Choose a test, or write a call of the function that is to be run.</p>;
  if (!isReady) return <p className="text-soft">One of the two has no program that could be run.</p>;
  return (
    <p className="text-soft">Both programs run in the jail and are laid beside each other at the first step where they part.</p>
  );
}

type AlignedProps = { left: RecordingDetail; right: RecordingDetail; titles: readonly [string, string] };

function Aligned({ left, right, titles }: AlignedProps) {
  const { data, error } = useQuery(divergenceQuery(left, right));
  if (error !== null) return <p className="text-bad">{error.message}</p>;
  return (
    <>
      <div className="mb-2 grid grid-cols-2 gap-4 text-soft">
        {[left, right].map(({ id, steps, reason }, position) => (
          <p key={`${id} ${titles[position]}`}>
            <b className="font-semibold text-ink">{titles[position]}</b>: {steps.toLocaleString("en")} steps. {reason}
          </p>
        ))}
      </div>
      {data === undefined ? <p className="text-soft">Comparing …</p> : <AlignedSteps divergence={data} titles={titles} />}
    </>
  );
}

async function recordRun(run: Run): Promise<RecordingDetail> {
  const { id } = await fetchJson("/api/v1/recordings", recordOutcomeSchema, jsonBody(run));
  return fetchJson(`/api/v1/recordings/${id}`, recordingDetailSchema);
}
