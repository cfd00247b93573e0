import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { Filter } from "@/lib/filters/schema";
import { listArmsOfFilter, selectSamples } from "@/lib/results/data-samples";
import { type GroupField, groupSchema, type SampleGroup } from "@/lib/results/groups-schema";
import { sampleVerdictSchema } from "@/lib/samples/schema";

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
  // Without a filter the kept counts say it, also of samples that were only counted; they have no verdicts apart.
  const isKept = filter === null && by !== "verdict";
  const ids = arms.map(({ id }) => id);
  const groups = isKept ? await countKept(ids, by) : await countSelected(experimentId, by, filter);
  if (by === "problem" || by === "verdict") return inOrder(groups);
  const named = new Map(arms.map(({ id, values }) => [id, values[by] ?? ""]));
  return inOrder([...Map.groupBy(groups, ({ value }) => named.get(value) ?? "")].map(([value, own]) => add(value, own)));
}

async function countKept(ids: string[], by: GroupField): Promise<SampleGroup[]> {
  const column = by === "problem" ? Prisma.sql`"taskId"` : Prisma.sql`"armId"`;
  const rows = await getDatabase().$queryRaw`
    SELECT ${column} AS value, sum("samples") AS samples, sum("passed") AS passed, sum("infrastructure") AS infrastructure,
      sum("unjudged") AS unjudged FROM "ArmCount" WHERE "armId" = ANY(${ids}) GROUP BY 1`;
  return counted.parse(rows);
}

async function countSelected(experimentId: string, by: GroupField, filter: Filter | null): Promise<SampleGroup[]> {
  const { columns, places } = await selectSamples(experimentId, { filter, sort: "order" });
  const verdicts = sampleVerdictSchema.options;
  const [names, numbers] =
    by === "problem"
      ? [columns.tasks, columns.task]
      : by === "verdict"
        ? [verdicts, columns.verdict]
        : [columns.arms, columns.arm];
  const counts = names.map(() => new Uint32Array(verdicts.length));
  for (const at of places) {
    const own = counts[numbers[at] ?? 0];
    const verdict = columns.verdict[at] ?? 0;
    if (own !== undefined) own[verdict] = (own[verdict] ?? 0) + 1;
  }
  const of = (own: Uint32Array | undefined, verdict: (typeof verdicts)[number]) => own?.[verdicts.indexOf(verdict)] ?? 0;
  return names.map((value, index) => ({
    value,
    samples: counts[index]?.reduce((sum, count) => sum + count, 0) ?? 0,
    passed: of(counts[index], "passed"),
    infrastructure: of(counts[index], "infrastructure"),
    unjudged: of(counts[index], "unjudged"),
  }));
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
