"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { describeUnread, UnreadFields, useUnreadFields } from "@/components/ui/unread-fields";
import type { Benchmark } from "@/lib/benchmarks/api-schema";
import { type Assumed, startDraft } from "@/lib/experiments/queries";
import type { Model } from "@/lib/models/schema";
import type { AdapterDescription } from "./adapter-description";
import { DraftViews } from "./draft-views";
import { FaultLines } from "./fault-lines";
import { PlanPanel } from "./plan-panel";
import { type FaultyYaml, type FirstDraft, useDraft } from "./use-draft";
import { type FirstPlan, usePlan } from "./use-plan";

export type Installed = {
  readonly benchmarks: readonly Benchmark[];
  readonly models: readonly Model[];
  readonly adapters: readonly AdapterDescription[];
};

/** Where an experiment is designed: every choice shows at once what it costs and what it could find. */
export function Builder({ first, installed }: { first: FirstDraft & FirstPlan; installed: Installed }) {
  const state = useDraft(first);
  const { draft, faultyYaml, change, reset } = state;
  const { unread, report } = useUnreadFields();
  const [beginnings, setBeginnings] = useState(0);
  const [assumed, setAssumed] = useState<Assumed>({});
  const plan = usePlan(draft, assumed, first);
  const router = useRouter();
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: () => startDraft(draft),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ["experiments"], exact: true });
      router.push(`/experiments/${id}` as Route);
    },
  });
  const beginAgain = () => {
    reset();
    setBeginnings(beginnings + 1);
  };
  const id = useId();
  return (
    <div className="mx-auto w-full max-w-[1440px] px-6 pt-5 pb-16 max-sm:px-3">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="grow text-xl font-semibold tracking-tight">New experiment</h1>
        <Button look="link" size="text" onClick={beginAgain}>
          Begin again with the rehearsal
        </Button>
      </div>
      <p className="text-soft">
        Benchmarks × models × conditions × strategies × decodings. Nothing is asked or paid for before you start it.
      </p>
      <div className="mt-3 grid gap-6 lg:grid-cols-[minmax(0,1fr)_420px] xl:grid-cols-[minmax(0,1fr)_460px]">
        <div className="min-w-0">
          <div className="grid gap-1">
            <label htmlFor={id} className="text-xs text-soft">
              Name
            </label>
            <TextField
              id={id}
              value={draft.name}
              maxLength={200}
              disabled={faultyYaml !== null}
              onChange={(event) => change({ name: event.target.value })}
            />
            <FaultLines faults={plan.faults} at="name" />
          </div>
          <UnreadFields key={beginnings} report={report}>
            <DraftViews state={state} plan={plan} installed={installed} />
          </UnreadFields>
        </div>
        <div className="min-w-0 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-32px)] lg:self-start lg:overflow-auto">
          <PlanPanel
            plan={plan}
            holds={listHolds(faultyYaml, unread)}
            assumed={assumed}
            onAssume={setAssumed}
            onStart={() => start.mutate()}
            isStarting={start.isPending || start.isSuccess}
            trouble={start.error?.message ?? null}
          />
        </div>
      </div>
    </div>
  );
}

/** Why nothing may be started, though the last design without errors could be. */
function listHolds(faultyYaml: FaultyYaml, unread: readonly string[]): readonly string[] {
  const yaml = "The YAML has errors. The plan is of the last design without errors, which is not started.";
  const fields = `${describeUnread(unread)} The plan is of the last design that could be read, which is not started.`;
  return [...(faultyYaml === null ? [] : [yaml]), ...(unread.length === 0 ? [] : [fields])];
}
