import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { filterCondition } from "@/lib/filters/data";
import type { Filter } from "@/lib/filters/schema";
import { listArmsOfFilter } from "@/lib/results/data-samples";
import { type GroupField, groupSchema, type SampleGroup } from "@/lib/results/groups-schema";

const counted = z.array(
  z.object({
    value: z.string(),
    samples: z.coerce.number(),
    passed: z.coerce.number(),
    infrastructure: z.coerce.number(),
    unjudged: z.coerce.number(),
  }),
);

/** The samples that a filter lets through, counted by a field, the largest groups first. */
export async function listSampleGroups(experimentId: string, by: GroupField, filter: Filter | null): Promise<SampleGroup[]> {
  const arms = await listArmsOfFilter(experimentId);
  const ids = arms.map(({ id }) => id);
  const column = by === "problem" ? Prisma.sql`"taskId"` : by === "verdict" ? Prisma.sql`"verdict"` : Prisma.sql`"armId"`;
  // Without a filter the kept counts say it; they have no verdicts apart.
  const isKept = filter === null && by !== "verdict";
  const rows = isKept
    ? await getDatabase().$queryRaw`
        SELECT ${column} AS value, sum("samples") AS samples, sum("passed") AS passed, sum("infrastructure") AS infrastructure,
          sum("unjudged") AS unjudged FROM "ArmCount" WHERE "armId" = ANY(${ids}) GROUP BY 1`
    : await getDatabase().$queryRaw`
        SELECT s.${column} AS value, count(*) AS samples, count(*) FILTER (WHERE s."verdict" = 'passed') AS passed,
          count(*) FILTER (WHERE s."verdict" = 'infrastructure') AS infrastructure,
          count(*) FILTER (WHERE s."verdict" = 'unjudged') AS unjudged
        FROM "Sample" s WHERE s."armId" = ANY(${ids}) AND ${filterCondition(filter, arms)} GROUP BY 1`;
  const groups = counted.parse(rows);
  if (by === "problem" || by === "verdict") return inOrder(groups);
  const named = new Map(arms.map(({ id, values }) => [id, values[by] ?? ""]));
  return inOrder([...Map.groupBy(groups, ({ value }) => named.get(value) ?? "")].map(([value, own]) => add(value, own)));
}

function add(value: string, groups: readonly SampleGroup[]): SampleGroup {
  const sum = (name: Exclude<keyof SampleGroup, "value">) => groups.reduce((total, group) => total + group[name], 0);
  return groupSchema.parse({
    value,
    samples: sum("samples"),
    passed: sum("passed"),
    infrastructure: sum("infrastructure"),
    unjudged: sum("unjudged"),
  });
}

function inOrder(groups: readonly SampleGroup[]): SampleGroup[] {
  const kept = groups.filter(({ samples }) => samples > 0);
  return kept.toSorted((one, other) => other.samples - one.samples || (one.value < other.value ? -1 : 1));
}
