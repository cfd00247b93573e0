import { keepPreviousData, mutationOptions, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { fetchJson } from "@/lib/http/fetch-json";
import {
  benchmarkListSchema,
  problemDetailSchema,
  problemPageSchema,
  type Verification,
  verificationStateSchema,
} from "./api-schema";

const LOOK_EVERY_MS = 1_000;

export function isUnderWay(verification: Pick<Verification, "status"> | null): boolean {
  return verification?.status === "waiting" || verification?.status === "running";
}

function addressOf(id: string): string {
  return `/api/v1/benchmarks/${encodeURIComponent(id)}`;
}

/** All benchmarks; looked at again and again as long as one is being checked. */
export function benchmarksQuery() {
  return queryOptions({
    queryKey: ["benchmarks"],
    queryFn: ({ signal }) => fetchJson("/api/v1/benchmarks", benchmarkListSchema, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.benchmarks.some(({ verification }) => isUnderWay(verification)) === true ? LOOK_EVERY_MS : false,
  });
}

/** The check of a benchmark against itself, looked at every second while it goes on. */
export function verificationQuery(id: string) {
  return queryOptions({
    queryKey: ["benchmarks", id, "verification"],
    queryFn: ({ signal }) => fetchJson(`${addressOf(id)}/verification`, verificationStateSchema, { signal }),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.verification ?? null) ? LOOK_EVERY_MS : false),
  });
}

/** Starts a check, or stops it. */
export function verifyMutation(id: string) {
  return mutationOptions({
    mutationKey: ["benchmarks", id, "verification"],
    mutationFn: (method: "POST" | "DELETE") => fetchJson(`${addressOf(id)}/verification`, verificationStateSchema, { method }),
  });
}

export async function deleteBenchmark(id: string): Promise<void> {
  await fetchJson(addressOf(id), z.null(), { method: "DELETE" });
}

export const PROBLEMS_PER_PAGE = 200;

export type ProblemsAsked = {
  readonly search: string;
  readonly kind: string | null;
  readonly difficulty: string | null;
  readonly check: string | null;
};

/** One page of problems as filtered; pages are asked for as they come into view. */
export function problemsQuery(id: string, asked: ProblemsAsked, page: number) {
  const query = new URLSearchParams({ from: String(page * PROBLEMS_PER_PAGE), count: String(PROBLEMS_PER_PAGE) });
  for (const [name, value] of Object.entries(asked)) if (value !== null && value !== "") query.set(name, value);
  return queryOptions({
    queryKey: ["benchmarks", id, "problems", asked, page],
    queryFn: ({ signal }) => fetchJson(`${addressOf(id)}/problems?${query}`, problemPageSchema, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function problemQuery(id: string, problemId: string) {
  return queryOptions({
    queryKey: ["benchmarks", id, "problem", problemId],
    queryFn: ({ signal }) => fetchJson(`${addressOf(id)}/problems/${problemId}`, problemDetailSchema, { signal }),
  });
}
