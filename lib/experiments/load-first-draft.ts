import { AppError } from "@/lib/errors/app-error";
import { type PlanOutcome, planOutcomeSchema } from "./api-schema";
import { type Draft, rehearsalDraft } from "./draft";
import { planSpec } from "./plan-spec";
import { type Prefill, prefillDraft } from "./prefill-draft";
import { specToYaml } from "./spec-yaml";

/** What the builder begins with, and its plan where one can be made, so that the page comes with both. */
export async function loadFirstDraft(prefill: Prefill): Promise<{ draft: Draft; isAsked: boolean; outcome: PlanOutcome | null }> {
  const prefilled = await prefillDraft(prefill);
  const draft = prefilled ?? rehearsalDraft();
  return { draft, isAsked: prefilled !== null, outcome: await findPlan(draft) };
}

async function findPlan(draft: Draft): Promise<PlanOutcome | null> {
  try {
    const planned = await planSpec(draft);
    return planOutcomeSchema.parse({ ...planned, yaml: specToYaml(planned.spec, planned.specHash) });
  } catch (error) {
    // The page asks again and shows what is wrong where it is.
    if (error instanceof AppError) return null;
    throw error;
  }
}
