import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { fetchJson } from "@/lib/http/fetch-json";
import { exampleSchema } from "./schema";

const exampleListSchema = z.object({ examples: z.array(exampleSchema) });

/** The programs that come with the product, in their order. */
export function examplesQuery() {
  return queryOptions({
    queryKey: ["examples"],
    queryFn: async ({ signal }) => (await fetchJson("/api/v1/examples", exampleListSchema, { signal })).examples,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
