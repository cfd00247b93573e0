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
export async function listSamplesPage(experimentId: string, { filter, sort, page }: SamplesWanted): Promise<SamplesPage> {
  const arms = await listArmsOfFilter(experimentId);
  const ids = arms.map(({ id }) => id);
  const where = Prisma.sql`s."armId" = ANY(${ids}) AND ${filterCondition(filter, arms)}`;
  const database = getDatabase();
  // Without a filter the kept counts know; counting a million rows takes longer than reading a page of them.
  const count =
    filter === null
      ? database.$queryRaw`SELECT coalesce(sum("samples"), 0) AS total FROM "ArmCount" WHERE "armId" = ANY(${ids})`
      : database.$queryRaw`SELECT count(*) AS total FROM "Sample" s WHERE ${where}`;
  const [counted, rows] = await Promise.all([
    count,
    database.$queryRaw`
      SELECT s."id", s."armId", s."taskId", s."chain", s."round", s."final", s."verdict", s."delivered", s."truncated",
        s."promptTokens", s."answerTokens", s."costUsd", s."latencyMs"
      FROM "Sample" s WHERE ${where} ORDER BY ${ORDERS[sort]} LIMIT ${PAGE_SIZE} OFFSET ${page * PAGE_SIZE}`,
  ]);
  return { total: z.array(countRow).parse(counted)[0]?.total ?? 0, page, rows: z.array(sampleRowSchema).parse(rows) };
}

async function listArmsOfFilter(experimentId: string): Promise<ArmOfFilter[]> {
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
    const rows = await getDatabase().$queryRaw`
      SELECT s."id", s."armId", s."taskId", s."chain", s."round", s."final", s."verdict", s."delivered", s."truncated",
        s."promptTokens", s."answerTokens", s."costUsd", s."latencyMs"
      FROM "Sample" s WHERE ${where} ORDER BY ${ORDERS[sort]} LIMIT ${EXPORT_PAGE} OFFSET ${start}`;
    const parsed = z.array(sampleRowSchema).parse(rows);
    yield* parsed;
    if (parsed.length < EXPORT_PAGE) return;
  }
}
