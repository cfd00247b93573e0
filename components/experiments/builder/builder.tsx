"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Route } from "next";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { TabLinks } from "@/components/results/tab-links";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { Benchmark } from "@/lib/benchmarks/api-schema";
import { type Assumed, startDraft } from "@/lib/experiments/queries";
import type { Model } from "@/lib/models/schema";
import type { AdapterDescription } from "./adapter-description";
import { FaultLines } from "./fault-lines";
import { FormParts } from "./form-parts";
import { PlanPanel } from "./plan-panel";
import { PromptsPart } from "./prompts-part";
import { type FirstDraft, useDraft } from "./use-draft";
import { type FirstPlan, usePlan } from "./use-plan";

const YamlPart = dynamic(() => import("./yaml-part"), { ssr: false, loading: () => <p className="text-soft">Loading…</p> });

const tabs = [
  { id: "design", title: "Design" },
  { id: "prompts", title: "Prompts as sent" },
  { id: "yaml", title: "YAML" },
] as const;

export type Installed = {
  readonly benchmarks: readonly Benchmark[];
  readonly models: readonly Model[];
  readonly adapters: readonly AdapterDescription[];
};

/** Where an experiment is designed: every choice shows at once what it costs and what it could find. */
export function Builder({ first, installed }: { first: FirstDraft & FirstPlan; installed: Installed }) {
  const { draft, change, reset } = useDraft(first);
  const [assumed, setAssumed] = useState<Assumed>({});
  const [tab, setTab] = useState("design");
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
  const id = useId();
  return (
    <div className="mx-auto w-full max-w-[1440px] px-6 pt-5 pb-16 max-sm:px-3">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="grow text-xl font-semibold tracking-tight">New experiment</h1>
        <Button look="link" size="text" onClick={reset}>
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
            <TextField id={id} value={draft.name} maxLength={200} onChange={(event) => change({ name: event.target.value })} />
            <FaultLines faults={plan.faults} at="name" />
          </div>
          <TabLinks label="Views of the draft" tabs={tabs} current={tab} onChange={setTab} />
          <div role="tabpanel" aria-labelledby={`tab-${tab}`} className="pt-4">
            {tab === "design" ? <FormParts draft={draft} installed={installed} plan={plan} onChange={change} /> : null}
            {tab === "prompts" ? <PromptsPart draft={draft} isComplete={plan.faults.length === 0} /> : null}
            {tab === "yaml" ? <YamlPart draft={draft} outcome={plan.isStale ? null : plan.outcome} onChange={change} /> : null}
          </div>
        </div>
        <div className="min-w-0 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-32px)] lg:self-start lg:overflow-auto">
          <PlanPanel
            plan={plan}
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
