"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ExternalLink } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { AdapterMark } from "@/components/workbench/panes/adapter-mark";
import { AdapterMenu } from "@/components/workbench/panes/adapter-menu";
import { getAdapter } from "@/lib/adapters/registry";
import { renderingQuery } from "@/lib/debug/queries";
import type { FailingRun } from "@/lib/debug/schema";
import { carriesTrace } from "@/lib/experiments/condition";
import type { RoundState } from "../round-state";
import { Part } from "./part";
import { TextBox } from "./text-box";

/** The recorded run of the first visible test that fails, in a format of choice. */
export function RecordingView({ round }: { round: RoundState }) {
  const { condition } = round.setup;
  const [adapter, setAdapter] = useState(carriesTrace(condition) ? condition.adapter : "next");
  const told = round.run;
  if (told === null)
    return <Part title="Failing run">{round.phase === "recording" ? <p className="text-soft">Recording …</p> : null}</Part>;
  if (told.run === null)
    return (
      <Part title="Failing run">
        <p className="text-soft">{told.absence}</p>
      </Part>
    );
  return (
    <Part title="Failing run" detail={<FormatMenu adapter={adapter} onChoose={setAdapter} />}>
      <Rendering run={told.run} adapter={adapter} />
    </Part>
  );
}

function FormatMenu({ adapter: id, onChoose }: { adapter: string; onChoose: (id: string) => void }) {
  const adapter = getAdapter(id);
  return (
    <AdapterMenu
      current={id}
      onChoose={onChoose}
      trigger={
        <Button look="quiet" size="small" className="min-w-0 gap-2">
          <AdapterMark adapter={adapter} />
          <span className="sr-only">Format: </span>
          {adapter.title}
          <ChevronDown size={12} aria-hidden className="text-faint" />
        </Button>
      }
    />
  );
}

function Rendering({ run, adapter }: { run: FailingRun; adapter: string }) {
  const { recording, comparison, isSame } = run;
  const { data, error } = useQuery(renderingQuery(recording.id, adapter));
  return (
    <>
      {error === null ? (
        <TextBox label="Trace of the failing run, text" className="h-64">
          {data?.text ?? ""}
        </TextBox>
      ) : (
        <p className="text-bad">{error.message}</p>
      )}
      <p className="mt-1 flex flex-wrap items-baseline gap-x-3 text-xs text-soft">
        <a
          href={`/trace?recording=${recording.id}`}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center gap-1 text-accent underline underline-offset-2"
        >
          Open in the workbench <ExternalLink size={12} aria-hidden />
        </a>
        <span className="tabular-nums">
          {recording.steps.toLocaleString("en")} steps · {recording.status}
        </span>
        <span className={isSame ? "" : "text-warn"}>{comparison}</span>
      </p>
    </>
  );
}
