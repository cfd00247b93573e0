"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CodeDiff } from "@/components/code/code-diff";
import { classNames } from "@/components/ui/class-names";
import { useAddress } from "@/components/ui/use-address";
import { problemQuery } from "@/lib/results/detail-queries";
import { nameContrast } from "@/lib/results/name-contrast";
import { indexOfPlace, type SamplePlace } from "@/lib/results/sample-place";
import type { ArmReport } from "@/lib/results/schema";
import { Executions } from "./executions";
import { SideHead } from "./side-head";
import { TabLinks } from "./tab-links";

type Props = {
  arm: ArmReport;
  baseline: ArmReport | null;
  taskId: string;
  /** The sample to begin with, and its counterpart in the baseline. */
  place: SamplePlace | null;
};

const views = [
  { id: "program", title: "Programs" },
  { id: "prompt", title: "Prompts" },
  { id: "raw", title: "Answers as given" },
  { id: "execution", title: "Executions" },
] as const;

/** One problem in both arms: prompts, answers, programs as differences, and what scoring said of each; without a baseline in one arm. */
export function ProblemDetail({ arm, baseline, taskId, place }: Props) {
  const chain = place?.chain ?? null;
  const own = useQuery(problemQuery(arm.id, taskId, chain));
  const against = useQuery(problemQuery(baseline?.id ?? arm.id, taskId, chain));
  const [picked, setPicked] = useState<{ arm?: number; baseline?: number }>({});
  const [viewText, setView] = useAddress("view");
  const tabs = baseline === null ? views.filter(({ id }) => id !== "execution") : views;
  const view = tabs.find(({ id }) => id === viewText)?.id ?? "program";
  const error = own.error ?? against.error;
  if (error !== null) return <p className="text-bad">{error.message}</p>;
  if (own.data === undefined || against.data === undefined)
    return <div aria-busy="true" className="h-120 rounded-lg bg-sunken" />;
  const titles = nameContrast(arm, baseline ?? arm);
  const rightIndex = picked.arm ?? indexOfPlace(own.data.samples, place);
  const leftIndex = picked.baseline ?? indexOfPlace(against.data.samples, place);
  const right = own.data.samples[rightIndex];
  const left = baseline === null ? right : against.data.samples[leftIndex];
  const text = view === "execution" ? "program" : view;
  const leftText = left?.[text] ?? "";
  const rightText = right?.[text] ?? "";
  return (
    <section aria-label={`Problem ${taskId}`} className="min-w-0">
      <h2 className="font-mono font-semibold">{taskId}</h2>
      <p className="text-faint">j and k go to the next and the previous problem.</p>
      <div className={classNames("mt-2 grid gap-4", baseline !== null && "grid-cols-2")}>
        {baseline === null ? null : (
          <SideHead
            title={titles.baseline}
            problem={against.data}
            index={leftIndex}
            onPick={(index) => setPicked({ ...picked, baseline: index })}
          />
        )}
        <SideHead
          title={titles.arm}
          problem={own.data}
          index={rightIndex}
          onPick={(index) => setPicked({ ...picked, arm: index })}
        />
      </div>
      <TabLinks label="What is compared" tabs={tabs} current={view} onChange={(id) => setView(id === "program" ? null : id)} />
      <div
        role="tabpanel"
        aria-label={views.find(({ id }) => id === view)?.title}
        className="mt-3 h-110 overflow-hidden rounded-lg border border-line bg-surface"
      >
        {view === "execution" ? (
          <Executions
            armId={arm.id}
            taskId={taskId}
            left={{ title: titles.baseline, sample: left }}
            right={{ title: titles.arm, sample: right }}
          />
        ) : leftText === "" && rightText === "" ? (
          <p className="p-4 text-soft">
            {view === "prompt" ? "The source does not keep its prompts." : "Nothing was kept of this."}
          </p>
        ) : leftText === rightText ? (
          <Same text={rightText} note={baseline === null ? null : "Both are the same text."} />
        ) : (
          <CodeDiff left={leftText} right={rightText} leftLabel={titles.baseline} rightLabel={titles.arm} />
        )}
      </div>
    </section>
  );
}

function Same({ text, note }: { text: string; note: string | null }) {
  return (
    <div className="h-full overflow-auto p-3">
      {note === null ? null : <p className="mb-2 text-soft">{note}</p>}
      <pre>{text}</pre>
    </div>
  );
}
