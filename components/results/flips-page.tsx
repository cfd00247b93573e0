"use client";
import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import Link from "next/link";
import { useMemo } from "react";
import type { Command } from "@/components/commands/command";
import { useCommands } from "@/components/commands/command-provider";
import { classNames } from "@/components/ui/class-names";
import { useAddress } from "@/components/ui/use-address";
import { flipsQuery } from "@/lib/results/detail-queries";
import type { FlipKind, Flips } from "@/lib/results/drill-schema";
import type { ArmReport } from "@/lib/results/schema";
import { ProblemDetail } from "./problem-detail";

type Props = { experiment: { id: string; name: string }; arm: ArmReport; baseline: ArmReport };

const kinds: readonly { readonly kind: FlipKind; readonly title: string; readonly says: string }[] = [
  { kind: "fixed", title: "fixed", says: "the control fails it, this arm solves it" },
  { kind: "broken", title: "broken", says: "the control solves it, this arm fails it" },
  { kind: "better", title: "better", says: "solved more often" },
  { kind: "worse", title: "worse", says: "solved less often" },
  { kind: "same", title: "same", says: "solved as often" },
  { kind: "both", title: "both solve it", says: "no difference" },
  { kind: "neither", title: "neither solves it", says: "no difference" },
  { kind: "dropped", title: "dropped", says: "unknown in one of the two, so not compared" },
];

/** A difference problem by problem, and each problem down to its prompts, programs and verdicts. */
export function FlipsPage({ experiment, arm, baseline }: Props) {
  const [chosenMetric] = useAddress("metric");
  const metric = chosenMetric ?? arm.primary;
  const [task, setTask] = useAddress("task");
  const { data, error } = useQuery(flipsQuery({ arm: arm.id, baseline: baseline.id, metric }));
  const ordered = useMemo(
    () => (data === undefined ? [] : kinds.flatMap(({ kind }) => data.problems.filter((each) => each.kind === kind))),
    [data],
  );
  const index = Math.max(
    0,
    ordered.findIndex(({ taskId }) => taskId === task),
  );
  const current = ordered[index];
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
        <ProblemList data={data} current={current?.taskId ?? null} onChoose={(next) => setTask(next)} />
        {current === undefined ? null : (
          <ProblemDetail key={current.taskId} arm={arm} baseline={baseline} taskId={current.taskId} />
        )}
      </div>
    </div>
  );
}

function heading(arm: ArmReport, baseline: ArmReport): string {
  if (arm.id === baseline.id) return `Samples of ${arm.conditionTitle}, ${arm.modelTitle}`;
  if (arm.modelTitle === baseline.modelTitle)
    return `${arm.conditionTitle} against ${baseline.conditionTitle}, ${arm.modelTitle}`;
  return `${arm.conditionTitle}, ${arm.modelTitle} against ${baseline.conditionTitle}, ${baseline.modelTitle}`;
}

type ListProps = { data: Flips | undefined; current: string | null; onChoose: (task: string) => void };

function ProblemList({ data, current, onChoose }: ListProps) {
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
