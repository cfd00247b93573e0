"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CodeDiff } from "@/components/code/code-diff";
import { Select } from "@/components/ui/select";
import { useAddress } from "@/components/ui/use-address";
import { problemQuery } from "@/lib/results/detail-queries";
import type { DrilledProblem, DrilledSample } from "@/lib/results/drill-schema";
import type { ArmReport } from "@/lib/results/schema";
import { Executions } from "./executions";
import { SampleVerdict } from "./sample-verdict";
import { TabLinks } from "./tab-links";

type Props = { arm: ArmReport; baseline: ArmReport; taskId: string };

const views = [
  { id: "program", title: "Programs" },
  { id: "prompt", title: "Prompts" },
  { id: "raw", title: "Answers as given" },
  { id: "execution", title: "Executions" },
] as const;
const viewIds = ["program", "prompt", "raw", "execution"] as const;

/** One problem in both arms: prompts, answers, programs as differences, and what scoring said of each. */
export function ProblemDetail({ arm, baseline, taskId }: Props) {
  const own = useQuery(problemQuery(arm.id, taskId));
  const against = useQuery(problemQuery(baseline.id, taskId));
  const [picked, setPicked] = useState({ arm: 0, baseline: 0 });
  const [viewText, setView] = useAddress("view");
  const view = viewIds.find((id) => id === viewText) ?? "program";
  const error = own.error ?? against.error;
  if (error !== null) return <p className="text-bad">{error.message}</p>;
  if (own.data === undefined || against.data === undefined)
    return <div aria-busy="true" className="h-120 rounded-lg bg-sunken" />;
  const titles = distinctTitles(arm, baseline);
  const left = against.data.samples[picked.baseline];
  const right = own.data.samples[picked.arm];
  const text = view === "execution" ? "program" : view;
  const leftText = left?.[text] ?? "";
  const rightText = right?.[text] ?? "";
  return (
    <section aria-label={`Problem ${taskId}`} className="min-w-0">
      <h2 className="font-mono font-semibold">{taskId}</h2>
      <p className="text-faint">j and k go to the next and the previous problem.</p>
      <div className="mt-2 grid grid-cols-2 gap-4">
        <SideHead
          title={titles.baseline}
          problem={against.data}
          index={picked.baseline}
          onPick={(index) => setPicked({ ...picked, baseline: index })}
        />
        <SideHead
          title={titles.arm}
          problem={own.data}
          index={picked.arm}
          onPick={(index) => setPicked({ ...picked, arm: index })}
        />
      </div>
      <TabLinks label="What is compared" tabs={views} current={view} onChange={(id) => setView(id === "program" ? null : id)} />
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
          <Same text={leftText} />
        ) : (
          <CodeDiff left={leftText} right={rightText} leftLabel={titles.baseline} rightLabel={titles.arm} />
        )}
      </div>
    </section>
  );
}

/** Conditions name the two sides, with their models where those differ. */
function distinctTitles(arm: ArmReport, baseline: ArmReport): { arm: string; baseline: string } {
  if (arm.modelTitle !== baseline.modelTitle) {
    return { arm: `${arm.conditionTitle}, ${arm.modelTitle}`, baseline: `${baseline.conditionTitle}, ${baseline.modelTitle}` };
  }
  if (arm.conditionTitle === baseline.conditionTitle) return { arm: arm.label, baseline: baseline.label };
  return { arm: arm.conditionTitle, baseline: baseline.conditionTitle };
}

function Same({ text }: { text: string }) {
  return (
    <div className="h-full overflow-auto p-3">
      <p className="mb-2 text-soft">Both are the same text.</p>
      <pre>{text}</pre>
    </div>
  );
}

type HeadProps = { title: string; problem: DrilledProblem; index: number; onPick: (index: number) => void };

function SideHead({ title, problem, index, onPick }: HeadProps) {
  const sample: DrilledSample | undefined = problem.samples[index];
  const choices = problem.samples.map(({ chain, round, verdict }, position) => ({
    value: String(position),
    label: `sample ${chain + 1}, round ${round + 1}: ${verdict}`,
  }));
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-center gap-2">
        <b className="font-semibold">{title}</b>
        {choices.length < 2 ? null : (
          <Select
            look="quiet"
            label={`Sample of ${title}`}
            value={String(index)}
            choices={choices}
            onChange={(value) => onPick(Number(value))}
          />
        )}
      </div>
      {problem.outcomes.length === 0 ? null : (
        <p className="text-soft">
          {problem.outcomes.map(({ round, verdict }) => `round ${round + 1} ${verdict}`).join(" · ")}
          {problem.outcomes.some(({ oracle }) => oracle) ? " (any sample of the round, oracle)" : ""}
        </p>
      )}
      {sample === undefined ? <p className="text-soft">No sample here.</p> : <SampleVerdict sample={sample} />}
    </div>
  );
}
