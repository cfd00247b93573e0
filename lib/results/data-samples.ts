import { LRUCache } from "lru-cache";
import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { armFactorsSchema } from "@/lib/experiments/arm";
import type { Filter } from "@/lib/filters/schema";
import { findSampleColumns, loadSampleColumns } from "@/lib/results/data-sample-columns";
import { type ArmOfFilter, matchSamples } from "@/lib/results/match-samples";
import { nameModel } from "@/lib/results/name-arms";
import { orderSamples } from "@/lib/results/order-samples";
import { rowAt, type SampleColumns } from "@/lib/results/sample-columns";
import { PAGE_SIZE, type SampleRow, type SamplesPage, type Sort, sampleRowSchema } from "@/lib/results/samples-schema";

export type SamplesWanted = { readonly filter: Filter | null; readonly sort: Sort; readonly page: number };

/** One page of an experiment's samples, and how many there are in all that the filter lets through. */
export async function listSamplesPage(experimentId: string, wanted: SamplesWanted): Promise<SamplesPage> {
  const { filter, sort, page } = wanted;
  const { there, start } = await findSampleColumns(experimentId);
  if (there === null && filter === null && sort === "order") {
    // Whoever looks at the table filters it next.
    if (page === 0) start().catch(() => undefined);
    return listInOrder(experimentId, page);
  }
  const { columns, places } = await selectSamples(experimentId, wanted);
  const rows = Array.from(places.subarray(page * PAGE_SIZE, (page + 1) * PAGE_SIZE), (at) => rowAt(columns, at));
  return { total: places.length, page, rows };
}

const armTotalRow = z.object({ armId: z.string(), total: z.coerce.number() });

/** Without filter and sort the kept counts tell which arms come before a page, so that nothing has to be skipped row by row. */
async function listInOrder(experimentId: string, page: number): Promise<SamplesPage> {
  const totals = z.array(armTotalRow).parse(
    await getDatabase().$queryRaw`
      SELECT t."armId", t.total FROM (
        SELECT c."armId", sum(c."samples") AS total FROM "ArmCount" c JOIN "Arm" a ON a."id" = c."armId"
        WHERE a."experimentId" = ${experimentId} GROUP BY 1) t
      WHERE EXISTS (SELECT 1 FROM "Sample" s WHERE s."armId" = t."armId") ORDER BY 1`,
  );
  const total = totals.reduce((sum, arm) => sum + arm.total, 0);
  let skip = page * PAGE_SIZE;
  let first = 0;
  while (skip >= (totals[first]?.total ?? Number.POSITIVE_INFINITY)) {
    skip -= totals[first]?.total ?? 0;
    first += 1;
  }
  const ids = idsFrom(totals.slice(first), skip + PAGE_SIZE);
  const rows = await selectRows(Prisma.sql`s."armId" = ANY(${ids})`, { take: PAGE_SIZE, skip });
  return { total, page, rows };
}

/** The first arms that together have so many samples. */
function idsFrom(arms: readonly z.infer<typeof armTotalRow>[], wanted: number): string[] {
  const ids: string[] = [];
  let found = 0;
  for (const { armId, total } of arms) {
    if (found >= wanted) break;
    ids.push(armId);
    found += total;
  }
  return ids;
}

async function selectRows(where: Prisma.Sql, { take, skip }: { take: number; skip: number }): Promise<SampleRow[]> {
  const rows = await getDatabase().$queryRaw`
    SELECT concat_ws('/', s."armId", s."taskId", s."chain", s."round") AS "id", s."armId", s."taskId", s."chain", s."round", s."final", s."verdict", s."delivered", s."truncated",
      s."promptTokens", s."answerTokens", s."costUsd", s."latencyMs"
    FROM "Sample" s WHERE ${where} ORDER BY s."armId", s."taskId", s."chain", s."round" LIMIT ${take} OFFSET ${skip}`;
  return z.array(sampleRowSchema).parse(rows);
}

/** What arms are filtered by. */
export async function listArmsOfFilter(experimentId: string): Promise<ArmOfFilter[]> {
  const rows = await getDatabase().arm.findMany({ where: { experimentId }, orderBy: { position: "asc" } });
  return rows.map(({ id, factors: stored }) => {
    const factors = armFactorsSchema.parse(stored);
    const { condition, strategy, benchmark, taskKind, label } = factors;
    return {
      id,
      values: {
        model: nameModel(factors.model),
        condition: condition ?? "",
        strategy: strategy ?? "",
        benchmark: benchmark ?? "",
        kind: taskKind ?? "",
        arm: label,
      },
    };
  });
}

type Selected = { readonly columns: SampleColumns; readonly places: Uint32Array };

/** Searches that were just made, by data and question: the pages of one search are asked for one after the other. */
const searches = new WeakMap<SampleColumns, LRUCache<string, Uint32Array>>();
const MOST_SEARCHES = 4;

/** The places of the samples that a filter lets through, in their order. */
export async function selectSamples(experimentId: string, { filter, sort }: Omit<SamplesWanted, "page">): Promise<Selected> {
  const columns = await loadSampleColumns(experimentId);
  const found = searches.get(columns) ?? new LRUCache<string, Uint32Array>({ max: MOST_SEARCHES });
  searches.set(columns, found);
  const question = JSON.stringify([filter, sort]);
  const known = found.get(question);
  if (known !== undefined) return { columns, places: known };
  const order = orderSamples(columns, sort);
  if (filter === null) return { columns, places: order };
  const matches = matchSamples(filter, columns, await listArmsOfFilter(experimentId));
  const places = order.filter((at) => matches(at));
  found.set(question, places);
  return { columns, places };
}

const BATCH = 2_000;

/** All samples that a filter lets through, in their order, in batches between which others have their turn. */
export async function* eachSample(
  experimentId: string,
  wanted: Omit<SamplesWanted, "page">,
): AsyncGenerator<readonly SampleRow[]> {
  const { columns, places } = await selectSamples(experimentId, wanted);
  for (let start = 0; start < places.length; start += BATCH) {
    yield Array.from(places.subarray(start, start + BATCH), (at) => rowAt(columns, at));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
