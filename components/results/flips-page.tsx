"use client";
import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import Link from "next/link";
import { useCallback, useMemo } from "react";
import type { Command } from "@/components/commands/command";
import { useCommands } from "@/components/commands/command-provider";
import { classNames } from "@/components/ui/class-names";
import { useAddress } from "@/components/ui/use-address";
import { flipsQuery } from "@/lib/results/detail-queries";
import type { Flips } from "@/lib/results/drill-schema";
import { readPlace } from "@/lib/results/sample-place";
import type { ArmReport } from "@/lib/results/schema";
import { flipKinds, type ListedKind, ownKinds } from "./flip-kinds";
import { ProblemDetail } from "./problem-detail";

type Props = { experiment: { id: string; name: string }; arm: ArmReport; baseline: ArmReport | null };

/** A difference problem by problem, and each problem down to its prompts, programs and verdicts; without a baseline those of one arm alone. */
export function FlipsPage({ experiment, arm, baseline }: Props) {
  const [chosenMetric] = useAddress("metric");
  const metric = chosenMetric ?? arm.primary;
  const [task, setTaskAlone] = useAddress("task");
  const [sample, setSample] = useAddress("sample");
  const setTask = useCallback(
    (next: string | null) => {
      setSample(null);
      setTaskAlone(next);
    },
    [setSample, setTaskAlone],
  );
  const kinds = baseline === null ? ownKinds : flipKinds;
  const { data, error } = useQuery(flipsQuery({ arm: arm.id, baseline: baseline?.id ?? arm.id, metric }));
  const ordered = useMemo(
    () => (data === undefined ? [] : kinds.flatMap(({ kind }) => data.problems.filter((each) => each.kind === kind))),
    [data, kinds],
  );
  const current = task ?? ordered[0]?.taskId ?? null;
  const index = ordered.findIndex(({ taskId }) => taskId === current);
  useCommands(
    useMemo<readonly Command[]>(() => {
      const go = (by: number) => setTask(ordered[(index + by + ordered.length) % Math.max(1, ordered.length)]?.taskId ?? null);
      return [
        { id: "next-problem", title: "Next problem", group: "Go to", keys: "j", run: () => go(1) },
        { id: "previous-problem", title: "Previous problem", group: "Go to", keys: "k", run: () => go(-1) },
      ];
    }, [ordered, index, setTask]),
  );
  return (
    <div className="mx-auto w-full max-w-[1440px] px-6 pt-5 pb-16">
      <p className="text-soft">
        <Link href={`/experiments/${experiment.id}` as Route} className="hover:underline">
          {experiment.name}
        </Link>
      </p>
      <h1 className="text-xl font-semibold tracking-tight">{heading(arm, baseline)}</h1>
      {error === null ? null : <p className="text-bad">{error.message}</p>}
      <div className="mt-4 grid grid-cols-[260px_1fr] gap-6 max-md:grid-cols-1">
        <ProblemList kinds={kinds} data={data} current={current} onChoose={setTask} />
        {current === null ? null : (
          <ProblemDetail key={current} arm={arm} baseline={baseline} taskId={current} place={readPlace(sample)} />
        )}
      </div>
    </div>
  );
}

function heading(arm: ArmReport, baseline: ArmReport | null): string {
  if (baseline === null || arm.id === baseline.id)
    return `Samples of ${arm.factors.condition === null ? arm.label : `${arm.conditionTitle}, ${arm.modelTitle}`}`;
  if (arm.modelTitle === baseline.modelTitle)
    return `${arm.conditionTitle} against ${baseline.conditionTitle}, ${arm.modelTitle}`;
  return `${arm.conditionTitle}, ${arm.modelTitle} against ${baseline.conditionTitle}, ${baseline.modelTitle}`;
}

type ListProps = {
  kinds: readonly ListedKind[];
  data: Flips | undefined;
  current: string | null;
  onChoose: (task: string) => void;
};

function ProblemList({ kinds, data, current, onChoose }: ListProps) {
  if (data === undefined) return <div aria-busy="true" className="h-120 rounded-lg bg-sunken" />;
  return (
    <nav aria-label="Problems" className="max-h-[75vh] overflow-y-auto rounded-lg border border-line bg-surface">
      {kinds.map(({ kind, title, says }) => {
        const own = data.problems.filter((problem) => problem.kind === kind);
        if (own.length === 0) return null;
        return (
          <section key={kind} aria-label={title}>
            <h2 className="sticky top-0 border-b border-line bg-sunken px-3 py-1 font-semibold" title={says}>
              {title} <span className="font-normal text-soft">{own.length}</span>
            </h2>
            <ul>
              {own.map(({ taskId }) => (
                <li key={taskId}>
                  <button
                    type="button"
                    aria-current={taskId === current ? "true" : undefined}
                    onClick={() => onChoose(taskId)}
                    className={classNames(
                      "block min-h-6 w-full truncate px-3 py-1 text-left font-mono text-xs hover:bg-sunken",
                      taskId === current && "bg-accent-soft",
                    )}
                  >
                    {taskId}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
