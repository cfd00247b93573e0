import { LRUCache } from "lru-cache";
import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import { fingerprintOf, listArmIds } from "@/lib/results/data";
import { emptyColumns, FLAGS, type SampleColumns } from "@/lib/results/sample-columns";
import { sampleVerdictSchema } from "@/lib/samples/schema";

/** So many samples are held in all, about 40 bytes each; an experiment beyond is read anew each time. */
const MOST_SAMPLES = 6_000_000;

const loaded = new LRUCache<string, SampleColumns>({ maxSize: MOST_SAMPLES, sizeCalculation: ({ length }) => length + 1 });
const loading = new Map<string, Promise<SampleColumns>>();

/** All samples of an experiment for searching. */
export async function loadSampleColumns(experimentId: string): Promise<SampleColumns> {
  const { there, start } = await findSampleColumns(experimentId);
  return there ?? (await start());
}

type Found = { readonly there: SampleColumns | null; readonly start: () => Promise<SampleColumns> };

/** The samples if they are at hand as they are now, and how to read them otherwise. */
export async function findSampleColumns(experimentId: string): Promise<Found> {
  const armIds = await listArmIds(experimentId);
  const version = `${experimentId} ${await fingerprintOf(armIds)}`;
  const start = () => loading.get(version) ?? read(version, armIds);
  return { there: loaded.get(version) ?? null, start };
}

/** Reads samples once for all who wait for them. */
async function read(version: string, armIds: readonly string[]): Promise<SampleColumns> {
  const columns = readColumns(armIds.toSorted());
  loading.set(version, columns);
  try {
    const done = await columns;
    loaded.set(version, done);
    return done;
  } finally {
    loading.delete(version);
  }
}

const armRow = z.object({ tasks: z.array(z.string()).nullable(), rows: z.instanceof(Uint8Array).nullable() });
type ArmPart = { readonly tasks: readonly string[]; readonly bytes: Buffer };

const verdicts = [...sampleVerdictSchema.options];
/** A verdict that this version does not know is none. As the database counts, from 1. */
const unjudged = verdicts.indexOf("unjudged") + 1;

/** Bytes of one packed sample: six whole numbers and two fractions. */
const WIDTH = 40;

async function readColumns(armIds: readonly string[]): Promise<SampleColumns> {
  const parts: ArmPart[] = [];
  for (const id of armIds) parts.push(await readArm(id));
  const tasks = [...new Set(parts.flatMap((part) => part.tasks))].toSorted();
  const ranks = new Map(tasks.map((task, rank) => [task, rank]));
  const length = parts.reduce((sum, { bytes }) => sum + bytes.length / WIDTH, 0);
  const columns = emptyColumns(armIds, tasks, length);
  let start = 0;
  for (const [arm, part] of parts.entries()) {
    start = fill(columns, { arm, part, start, taskOf: part.tasks.map((task) => ranks.get(task) ?? 0) });
  }
  return columns;
}

/** An arm's samples as one packed value: a row each would take ten times as long to come over. */
async function readArm(armId: string): Promise<ArmPart> {
  const rows = await getDatabase().$queryRaw`
    WITH tasks AS (SELECT "taskId", row_number() OVER () - 1 AS at FROM (SELECT DISTINCT "taskId" FROM "Sample" WHERE "armId" = ${armId}) t)
    SELECT (SELECT json_agg("taskId" ORDER BY at) FROM tasks) AS tasks,
      (SELECT string_agg(int4send(t.at::int) || int4send(s."chain") || int4send(s."round")
        || int4send(coalesce(s."promptTokens", -1)) || int4send(coalesce(s."answerTokens", -1))
        || int4send(coalesce(array_position(${verdicts}::text[], s."verdict"), ${unjudged}::int) * 128
          + CASE WHEN s."delivered" THEN 3 WHEN NOT s."delivered" THEN 2 ELSE 0 END
          + CASE WHEN s."truncated" THEN 12 WHEN NOT s."truncated" THEN 8 ELSE 0 END
          + CASE WHEN s."identical" THEN 48 WHEN NOT s."identical" THEN 32 ELSE 0 END
          + CASE WHEN s."final" THEN 64 ELSE 0 END)
        || float8send(coalesce(s."costUsd", 'NaN')) || float8send(coalesce(s."latencyMs", 'NaN')), ''::bytea)
      FROM "Sample" s JOIN tasks t ON t."taskId" = s."taskId" WHERE s."armId" = ${armId}) AS rows`;
  const [row] = z.array(armRow).parse(rows);
  return { tasks: row?.tasks ?? [], bytes: Buffer.from(row?.rows ?? new Uint8Array(0)) };
}

type Filling = { readonly arm: number; readonly part: ArmPart; readonly start: number; readonly taskOf: readonly number[] };

/** Unpacks an arm's samples into their places, by problem, chain and round. Returns the place after them. */
function fill(columns: SampleColumns, { arm, part: { bytes }, start, taskOf }: Filling): number {
  const count = bytes.length / WIDTH;
  const number = (row: number, field: number) => bytes.readInt32BE(row * WIDTH + field * 4);
  const task = (row: number) => taskOf[number(row, 0)] ?? 0;
  const order = Uint32Array.from({ length: count }, (_, row) => row).sort(
    (one, other) => task(one) - task(other) || number(one, 1) - number(other, 1) || number(one, 2) - number(other, 2),
  );
  for (const [index, row] of order.entries()) {
    const at = start + index;
    const marks = number(row, 5);
    columns.arm[at] = arm;
    columns.task[at] = task(row);
    columns.chain[at] = number(row, 1);
    columns.round[at] = number(row, 2);
    columns.promptTokens[at] = number(row, 3);
    columns.answerTokens[at] = number(row, 4);
    columns.verdict[at] = (marks >> 7) - 1;
    columns.flags[at] = marks & (2 * FLAGS.final - 1);
    columns.cost[at] = bytes.readDoubleBE(row * WIDTH + 24);
    columns.latency[at] = bytes.readDoubleBE(row * WIDTH + 32);
  }
  return start + count;
}
