import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/lib/http/fetch-json";
import { drilledProblemSchema, flipsSchema } from "@/lib/results/drill-schema";
import { type GroupField, groupsSchema } from "@/lib/results/groups-schema";
import { matrixSchema } from "@/lib/results/matrix-schema";
import { runsSchema } from "@/lib/results/runs-schema";
import { samplesPageSchema } from "@/lib/results/samples-schema";

/** Outcomes of arms on problems. */
export function matrixQuery({ metric, arms }: { readonly metric: string; readonly arms: readonly string[] }) {
  const query = new URLSearchParams({ metric, arms: arms.join(",") });
  return queryOptions({
    queryKey: ["results", "matrix", metric, arms],
    queryFn: ({ signal }) => fetchJson(`/api/v1/results/matrix?${query}`, matrixSchema, { signal }),
  });
}

export type SamplesAsked = { readonly filter: string; readonly sort: string; readonly page: number };

/** One page of samples as filtered and sorted; pages are asked for as they come into view. */
export function samplesQuery(id: string, { filter, sort, page }: SamplesAsked) {
  const query = new URLSearchParams({ filter, sort, page: String(page) });
  return queryOptions({
    queryKey: ["results", id, "samples", filter, sort, page],
    queryFn: ({ signal }) => fetchJson(`/api/v1/results/${id}/samples?${query}`, samplesPageSchema, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** Samples as filtered, counted by a field. */
export function groupsQuery(id: string, { filter, by }: { readonly filter: string; readonly by: GroupField }) {
  return queryOptions({
    queryKey: ["results", id, "groups", filter, by],
    queryFn: ({ signal }) =>
      fetchJson(`/api/v1/results/${id}/groups?${new URLSearchParams({ filter, by })}`, groupsSchema, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** The problems of a contrast by flip. */
export function flipsQuery({
  arm,
  baseline,
  metric,
}: {
  readonly arm: string;
  readonly baseline: string;
  readonly metric: string;
}) {
  const query = new URLSearchParams({ arm, baseline, metric });
  return queryOptions({
    queryKey: ["results", "flips", arm, baseline, metric],
    queryFn: ({ signal }) => fetchJson(`/api/v1/results/flips?${query}`, flipsSchema, { signal }),
  });
}

/** One problem of one arm with its samples, those of a chain among them for sure. */
export function problemQuery(arm: string, task: string, chain: number | null) {
  const query = new URLSearchParams({ arm, task, ...(chain === null ? {} : { chain: String(chain) }) });
  return queryOptions({
    queryKey: ["results", "problem", arm, task, chain],
    queryFn: ({ signal }) => fetchJson(`/api/v1/results/problem?${query}`, drilledProblemSchema, { signal }),
  });
}

/** How programs of a problem are started. */
export function runsQuery(arm: string, task: string) {
  return queryOptions({
    queryKey: ["results", "runs", arm, task],
    queryFn: ({ signal }) => fetchJson(`/api/v1/results/runs?${new URLSearchParams({ arm, task })}`, runsSchema, { signal }),
  });
}
