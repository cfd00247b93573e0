import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { armFactorsSchema } from "@/lib/experiments/arm";
import { type ArmOfFilter, filterCondition } from "@/lib/filters/data";
import type { Filter } from "@/lib/filters/schema";
import { nameModel } from "@/lib/results/name-arms";
import { PAGE_SIZE, type SampleRow, type SamplesPage, type Sort, sampleRowSchema } from "@/lib/results/samples-schema";

const ORDERS: Readonly<Record<Sort, Prisma.Sql>> = {
  order: Prisma.sql`s."armId", s."taskId", s."chain", s."round"`,
  problem: Prisma.sql`s."taskId", s."armId", s."chain", s."round"`,
  verdict: Prisma.sql`s."verdict", s."armId", s."taskId", s."chain", s."round"`,
  tokens: Prisma.sql`(coalesce(s."promptTokens", 0) + coalesce(s."answerTokens", 0)), s."id"`,
  "-tokens": Prisma.sql`(coalesce(s."promptTokens", 0) + coalesce(s."answerTokens", 0)) DESC, s."id"`,
  cost: Prisma.sql`s."costUsd" NULLS LAST, s."id"`,
  "-cost": Prisma.sql`s."costUsd" DESC NULLS LAST, s."id"`,
  latency: Prisma.sql`s."latencyMs" NULLS LAST, s."id"`,
  "-latency": Prisma.sql`s."latencyMs" DESC NULLS LAST, s."id"`,
};

const countRow = z.object({ total: z.coerce.number() });

export type SamplesWanted = { readonly filter: Filter | null; readonly sort: Sort; readonly page: number };

/** One page of an experiment's samples, and how many there are in all that the filter lets through. */
export async function listSamplesPage(experimentId: string, wanted: SamplesWanted): Promise<SamplesPage> {
  const { filter, sort, page } = wanted;
  if (filter === null && sort === "order") return listInOrder(experimentId, page);
  const arms = await listArmsOfFilter(experimentId);
  const where = Prisma.sql`s."armId" = ANY(${arms.map(({ id }) => id)}) AND ${filterCondition(filter, arms)}`;
  const [counted, rows] = await Promise.all([
    getDatabase().$queryRaw`SELECT count(*) AS total FROM "Sample" s WHERE ${where}`,
    selectRows(where, ORDERS[sort], { take: PAGE_SIZE, skip: page * PAGE_SIZE }),
  ]);
  return { total: z.array(countRow).parse(counted)[0]?.total ?? 0, page, rows };
}

const armTotalRow = z.object({ armId: z.string(), total: z.coerce.number() });

/** Without filter and sort the kept counts tell which arms come before a page, so that nothing has to be skipped row by row. */
async function listInOrder(experimentId: string, page: number): Promise<SamplesPage> {
  const totals = z.array(armTotalRow).parse(
    await getDatabase().$queryRaw`
      SELECT c."armId", sum(c."samples") AS total FROM "ArmCount" c JOIN "Arm" a ON a."id" = c."armId"
      WHERE a."experimentId" = ${experimentId} AND EXISTS (SELECT 1 FROM "Sample" s WHERE s."armId" = c."armId")
      GROUP BY 1 ORDER BY 1`,
  );
  const total = totals.reduce((sum, arm) => sum + arm.total, 0);
  let skip = page * PAGE_SIZE;
  let first = 0;
  while (skip >= (totals[first]?.total ?? Number.POSITIVE_INFINITY)) {
    skip -= totals[first]?.total ?? 0;
    first += 1;
  }
  const ids = idsFrom(totals.slice(first), skip + PAGE_SIZE);
  const rows = await selectRows(Prisma.sql`s."armId" = ANY(${ids})`, ORDERS.order, { take: PAGE_SIZE, skip });
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

async function selectRows(
  where: Prisma.Sql,
  order: Prisma.Sql,
  { take, skip }: { take: number; skip: number },
): Promise<SampleRow[]> {
  const rows = await getDatabase().$queryRaw`
    SELECT s."id", s."armId", s."taskId", s."chain", s."round", s."final", s."verdict", s."delivered", s."truncated",
      s."promptTokens", s."answerTokens", s."costUsd", s."latencyMs"
    FROM "Sample" s WHERE ${where} ORDER BY ${order} LIMIT ${take} OFFSET ${skip}`;
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

const EXPORT_PAGE = 5_000;

/** All samples that a filter lets through, in their order, some thousands in memory at a time. */
export async function* eachSample(
  experimentId: string,
  { filter, sort }: Omit<SamplesWanted, "page">,
): AsyncGenerator<SampleRow> {
  const arms = await listArmsOfFilter(experimentId);
  const where = Prisma.sql`s."armId" = ANY(${arms.map(({ id }) => id)}) AND ${filterCondition(filter, arms)}`;
  for (let start = 0; ; start += EXPORT_PAGE) {
    const rows = await selectRows(where, ORDERS[sort], { take: EXPORT_PAGE, skip: start });
    yield* rows;
    if (rows.length < EXPORT_PAGE) return;
  }
}
