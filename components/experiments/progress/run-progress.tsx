"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { duration } from "@/components/experiments/builder/range-text";
import { ChainBar } from "@/components/experiments/chain-bar";
import { StatusMark } from "@/components/experiments/status-mark";
import type { Progress } from "@/lib/experiments/api-schema";
import { progressQuery } from "@/lib/experiments/queries";
import { ArmProgressTable } from "./arm-progress-table";
import { RunActions } from "./run-actions";
import { RunErrors } from "./run-errors";
import { RunFigures } from "./run-figures";

/** Results are computed anew at most so often while samples come in. */
const REFRESH_MS = 3_000;

/** How far a run is, what it met, and what can be done about it; the results below follow it. */
export function RunProgress({ first }: { first: Progress }) {
  const { id } = first.experiment;
  const { data: progress, error } = useQuery({ ...progressQuery(id), initialData: first, staleTime: 0 });
  useFreshResults(progress);
  const { experiment, arms } = progress;
  const sum = (pick: (arm: Progress["arms"][number]) => number) => arms.reduce((total, arm) => total + pick(arm), 0);
  const [done, chains, errors] = [sum((arm) => arm.chainsDone), sum((arm) => arm.chains), sum((arm) => arm.infrastructure)];
  const isOver = experiment.status === "completed" && errors === 0;
  return (
    <section aria-label="Progress" className="mt-3 grid grid-cols-1 gap-3 rounded-lg border border-line bg-surface px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <StatusMark experiment={experiment} />
        <p className="min-w-0 tabular-nums">
          <b className="font-semibold">{done.toLocaleString("en")}</b> of {chains.toLocaleString("en")} chains
          <span className="text-soft">{paceText(progress, done, chains)}</span>
        </p>
        <span className="grow" />
        <RunActions progress={progress} errors={errors} />
      </div>
      <ChainBar label="Chains of all arms" done={done} errors={errors} total={chains} />
      {experiment.reason === null ? null : <p className="text-warn">{experiment.reason}</p>}
      {error === null ? null : (
        <p role="alert" className="text-bad">
          {error.message} What is shown is from before; the page keeps asking.
        </p>
      )}
      {isOver ? null : (
        <p className="text-soft">
          The results below are partial: they are of {done.toLocaleString("en")} of {chains.toLocaleString("en")} chains and
          change as more come in.
        </p>
      )}
      <RunErrors progress={progress} />
      <RunFigures progress={progress} />
      <details open={!isOver}>
        <summary className="cursor-pointer text-soft hover:text-ink">
          {arms.length} {arms.length === 1 ? "arm" : "arms"}
        </summary>
        <ArmProgressTable progress={progress} />
      </details>
    </section>
  );
}

function paceText({ experiment, chainsPerMinute, remainingSeconds }: Progress, done: number, chains: number): string {
  if (experiment.status !== "running") return "";
  if (remainingSeconds === null || done >= chains) return " · nothing came to its end in the last minute yet";
  return ` · ${Math.round(chainsPerMinute).toLocaleString("en")} a minute · about ${duration(remainingSeconds)} left`;
}

/** Asks for the results again when samples have come in, not more often than they can be read. */
function useFreshResults({ experiment: { id, status }, arms }: Progress): void {
  const client = useQueryClient();
  const samples = arms.reduce((total, arm) => total + arm.samples, 0);
  const shown = useRef({ samples, status, at: 0 });
  useEffect(() => {
    const { current } = shown;
    if (current.samples === samples && current.status === status) return;
    const wait = status === "running" ? Math.max(0, current.at + REFRESH_MS - Date.now()) : 0;
    const timer = setTimeout(() => {
      shown.current = { samples, status, at: Date.now() };
      void client.invalidateQueries({ queryKey: ["results", id] });
    }, wait);
    return () => clearTimeout(timer);
  }, [client, id, samples, status]);
}
