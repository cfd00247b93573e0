"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { PlanOutcome } from "@/lib/experiments/api-schema";
import type { SpecFault } from "@/lib/experiments/check-spec";
import { type Draft, listDraftFaults } from "@/lib/experiments/draft";
import { type Assumed, planQuery } from "@/lib/experiments/queries";
import { ApiError } from "@/lib/http/fetch-json";

const PAUSE_MS = 350;

export type PlanState = {
  /** The last plan that could be made; `isStale` while it is not that of the draft as it stands. */
  readonly outcome: PlanOutcome | null;
  readonly isStale: boolean;
  readonly faults: readonly SpecFault[];
  /** What is wrong besides the faults, in a sentence. */
  readonly trouble: string | null;
};

/** The plan that the page came with, and the draft it is of. */
export type FirstPlan = { readonly draft: Draft; readonly outcome: PlanOutcome | null };

/** The plan of a draft, asked for when the writer pauses. */
export function usePlan(draft: Draft, assumptions: Assumed, first: FirstPlan): PlanState {
  const settled = useSettled(draft);
  const isFirst = settled === first.draft && Object.keys(assumptions).length === 0;
  const own = listDraftFaults(draft);
  const { data, error, isFetching } = useQuery({
    ...planQuery(settled, assumptions),
    enabled: listDraftFaults(settled).length === 0,
    ...(isFirst && first.outcome !== null ? { initialData: first.outcome } : {}),
  });
  const refused = error instanceof ApiError ? error.faults : [];
  const faults = own.length > 0 ? own : refused;
  return {
    outcome: data ?? null,
    isStale: settled !== draft || isFetching || own.length > 0 || error !== null,
    faults,
    trouble: error !== null && faults.length === 0 ? error.message : null,
  };
}

/** The value once it has not changed for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
