import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { fetchJson, jsonBody } from "@/lib/http/fetch-json";
import {
  type ExperimentAction,
  experimentListSchema,
  experimentOutcomeSchema,
  type Progress,
  planOutcomeSchema,
  progressSchema,
} from "./api-schema";
import type { Draft } from "./draft";
import { type PreviewRequest, previewSchema } from "./preview-schema";

const LIST_EVERY_MS = 2_000;
const LOOK_EVERY_MS = 1_000;

/** All experiments; looked at again and again as long as one of them runs. */
export function experimentsQuery() {
  return queryOptions({
    queryKey: ["experiments"],
    queryFn: ({ signal }) => fetchJson("/api/v1/experiments", experimentListSchema, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.experiments.some(({ status }) => status === "running") === true ? LIST_EVERY_MS : false,
  });
}

/**
 * How far a run is, looked at every second while it runs and the page is in sight. Asking again needs nothing of proxies, goes on by itself
 * after the server was away, and is one query over kept counts; a pushed stream would have to ask the database as often.
 */
export function progressQuery(id: string) {
  return queryOptions({
    queryKey: ["experiments", id],
    queryFn: ({ signal }) => fetchJson(`/api/v1/experiments/${id}`, progressSchema, { signal }),
    refetchInterval: ({ state }) => (state.data?.experiment.status === "running" ? LOOK_EVERY_MS : false),
  });
}

export function actOn(id: string, action: ExperimentAction): Promise<Progress> {
  return fetchJson(`/api/v1/experiments/${id}/actions`, progressSchema, jsonBody(action));
}

export function startDraft(draft: Draft): Promise<{ id: string }> {
  return fetchJson("/api/v1/experiments", experimentOutcomeSchema, jsonBody({ spec: draft }));
}

export async function deleteExperiment(id: string): Promise<void> {
  await fetchJson(`/api/v1/experiments/${id}`, z.null(), { method: "DELETE" });
}

export type Assumed = Readonly<Record<string, number>>;

/** What a draft would be; an earlier question is given up when another is asked. */
export function planQuery(draft: Draft, assumptions: Assumed) {
  return queryOptions({
    queryKey: ["experiments", "plan", draft, assumptions],
    queryFn: ({ signal }) =>
      fetchJson("/api/v1/experiments/plan", planOutcomeSchema, { ...jsonBody({ spec: draft, assumptions }), signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Prompts of one problem as a run of the draft would send them. */
export function previewQuery(draft: Draft, asked: Pick<PreviewRequest, "problem" | "strategy" | "model">) {
  return queryOptions({
    queryKey: ["experiments", "prompts", draft, asked],
    queryFn: ({ signal }) =>
      fetchJson("/api/v1/experiments/prompts", previewSchema, { ...jsonBody({ spec: draft, ...asked }), signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
