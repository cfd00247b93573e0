"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { TabLinks } from "@/components/results/tab-links";
import type { Installed } from "./builder";
import { FaultyYamlNotice } from "./faulty-yaml-notice";
import { FormParts } from "./form-parts";
import { PromptsPart } from "./prompts-part";
import type { DraftState } from "./use-draft";
import type { PlanState } from "./use-plan";

const YamlPart = dynamic(() => import("./yaml-part"), { ssr: false, loading: () => <p className="text-soft">Loading…</p> });

const tabs = [
  { id: "design", title: "Design" },
  { id: "prompts", title: "Prompts as sent" },
  { id: "yaml", title: "YAML" },
] as const;

type Props = { state: DraftState; plan: PlanState; installed: Installed };

/** The draft as a form, as prompts and as YAML. */
export function DraftViews({ state, plan, installed }: Props) {
  const [tab, setTab] = useState("design");
  const { draft, faultyYaml, change, keepYaml } = state;
  const isFaulty = faultyYaml !== null;
  return (
    <>
      <TabLinks label="Views of the draft" tabs={tabs} current={tab} onChange={setTab} />
      <div role="tabpanel" aria-labelledby={`tab-${tab}`} className="pt-4">
        {isFaulty && tab !== "yaml" ? <FaultyYamlNotice onOpen={() => setTab("yaml")} onDiscard={() => keepYaml(null)} /> : null}
        {/* Hidden rather than left out: what cannot be read yet stands in its field alone. Lists open on pointer events, which a
            disabled button passes on. */}
        <fieldset hidden={tab !== "design"} disabled={isFaulty} className="min-w-0 disabled:pointer-events-none">
          <FormParts draft={draft} installed={installed} plan={plan} onChange={change} />
        </fieldset>
        {tab === "prompts" ? <PromptsPart draft={draft} isComplete={plan.faults.length === 0} /> : null}
        {tab === "yaml" ? <YamlPart state={state} outcome={plan.isStale || isFaulty ? null : plan.outcome} /> : null}
      </div>
    </>
  );
}
