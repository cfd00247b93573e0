import { LRUCache } from "lru-cache";
import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import { armFactorsSchema } from "@/lib/experiments/arm";
import type { ArmData, ProblemCounts } from "@/lib/results/arm-data";
import { findChangeMark } from "@/lib/results/data-changes";

const numbers = z.string().transform((text) => text.split(",").map(Number));

const countsRow = z.object({
  armId: z.string(),
  tasks: z.array(z.string()),
  round: numbers,
  samples: numbers,
  passed: numbers,
  finals: numbers,
  finalsPassed: numbers,
  infrastructure: numbers,
  unjudged: numbers,
  delivered: numbers,
  sumWanted: z.coerce.number(),
  sumDelivered: z.coerce.number(),
  sumTruncated: z.coerce.number(),
  sumIdentical: z.coerce.number(),
  sumSamples: z.coerce.number(),
  sumPromptTokens: z.coerce.number(),
  sumAnswerTokens: z.coerce.number(),
  sumCost: z.coerce.number(),
});
type CountsRow = z.infer<typeof countsRow>;

const groupRow = z.object({
  armId: z.string(),
  taskId: z.string(),
  by: z.enum(["source", "choice"]),
  round: z.coerce.number(),
  rule: z.string(),
  oracle: z.boolean(),
  candidates: z.coerce.number(),
  verdict: z.string(),
});

declare global {
  var polytraceArms: LRUCache<string, readonly ArmData[]> | undefined;
  var polytracePrints: LRUCache<string, Print> | undefined;
}

/** So many problems are held in all, some hundred bytes each. */
const MOST_PROBLEMS = 400_000;
// On the global object, because pages and route handlers each have a copy of this module.
globalThis.polytraceArms ??= new LRUCache({ maxSize: MOST_PROBLEMS, sizeCalculation: sizeOf });
const read = globalThis.polytraceArms;

function sizeOf(arms: readonly ArmData[]): number {
  return arms.reduce((sum, { problems }) => sum + problems.size, 1);
}

/** The counts of some arms, in the order of their experiments' arms; ids that are not there are left out. */
export async function listArmData(armIds: readonly string[]): Promise<readonly ArmData[]> {
  const key = `${await fingerprintOf(armIds)} ${armIds.join(" ")}`;
  const arms = read.get(key) ?? (await readArmData([...armIds]));
  read.set(key, arms);
  return arms;
}

async function readArmData(ids: string[]): Promise<readonly ArmData[]> {
  const database = getDatabase();
  const [arms, counts, groups] = await Promise.all([
    database.arm.findMany({ where: { id: { in: ids } }, orderBy: [{ experimentId: "asc" }, { position: "asc" }] }),
    listCounts(ids),
    listGroups(ids),
  ]);
  return arms.map(({ id, experimentId, key, factors, problems: planned }) => {
    const row = counts.get(id);
    const problems = row === undefined ? new Map<string, ProblemCounts>() : toProblems(row);
    for (const { taskId, verdict, armId: _armId, ...group } of groups.get(id) ?? []) {
      const problem = problems.get(taskId) ?? { taskId, rounds: [], groups: [], delivered: false };
      problem.groups.push({
        ...group,
        passed: verdict === "infrastructure" || verdict === "unjudged" ? null : verdict === "passed",
      });
      problems.set(taskId, problem);
    }
    return { id, experimentId, key, factors: armFactorsSchema.parse(factors), planned, problems, totals: totalsOf(row) };
  });
}

/** The arms of an experiment. */
export async function listArmIds(experimentId: string): Promise<string[]> {
  const rows = await getDatabase().arm.findMany({ where: { experimentId }, orderBy: { position: "asc" }, select: { id: true } });
  return rows.map(({ id }) => id);
}

// One row per arm with its numbers as text: a hundred thousand rows of their own would take five times as long to come over.
async function listCounts(ids: string[]): Promise<ReadonlyMap<string, CountsRow>> {
  const rows = await getDatabase().$queryRaw`
    SELECT "armId", json_agg("taskId") AS tasks, string_agg("round"::text, ',') AS round, string_agg("samples"::text, ',') AS samples,
      string_agg("passed"::text, ',') AS passed, string_agg("finals"::text, ',') AS finals,
      string_agg("finalsPassed"::text, ',') AS "finalsPassed", string_agg("infrastructure"::text, ',') AS infrastructure,
      string_agg("unjudged"::text, ',') AS unjudged, string_agg("delivered"::text, ',') AS delivered,
      sum("wanted") AS "sumWanted", sum("delivered") AS "sumDelivered", sum("truncated") AS "sumTruncated",
      sum("identical") AS "sumIdentical", sum("samples") AS "sumSamples", sum("promptTokens") AS "sumPromptTokens",
      sum("answerTokens") AS "sumAnswerTokens", sum("costUsd") AS "sumCost"
    FROM "ArmCount" WHERE "armId" = ANY(${ids}) AND "samples" > 0 GROUP BY "armId"`;
  return new Map(
    z
      .array(countsRow)
      .parse(rows)
      .map((row) => [row.armId, row]),
  );
}

async function listGroups(ids: string[]): Promise<ReadonlyMap<string, z.infer<typeof groupRow>[]>> {
  const rows = await getDatabase().$queryRaw`
    SELECT "armId", "taskId", 'source' AS by, "round", "rule", "oracle", "candidates", "verdict" FROM "Outcome" WHERE "armId" = ANY(${ids})
    UNION ALL
    SELECT "armId", "taskId", 'choice', 0, "rule", "oracle", "candidates", "verdict" FROM "Choice" WHERE "armId" = ANY(${ids})
    ORDER BY 1, 2, 4`;
  return Map.groupBy(z.array(groupRow).parse(rows), ({ armId }) => armId);
}

function toProblems(row: CountsRow): Map<string, ProblemCounts> {
  const problems = new Map<string, ProblemCounts>();
  const at = (values: readonly number[], index: number) => values[index] ?? 0;
  // In an order of its own, so that sums come out the same to the last digit; the database would write files to sort so much.
  const order = row.tasks
    .map((taskId, index) => ({ taskId, index }))
    .sort((one, other) => compareText(one.taskId, other.taskId) || at(row.round, one.index) - at(row.round, other.index));
  for (const { taskId, index } of order) {
    let problem = problems.get(taskId);
    if (problem === undefined) {
      problem = { taskId, rounds: [], groups: [], delivered: false };
      problems.set(taskId, problem);
    }
    if (at(row.delivered, index) > 0) problem.delivered = true;
    problem.rounds.push({
      round: at(row.round, index),
      samples: at(row.samples, index),
      passed: at(row.passed, index),
      finals: at(row.finals, index),
      finalsPassed: at(row.finalsPassed, index),
      infrastructure: at(row.infrastructure, index),
      unjudged: at(row.unjudged, index),
    });
  }
  return problems;
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function totalsOf(row: CountsRow | undefined): ArmData["totals"] {
  const perSample = (sum: number | undefined) => (row === undefined || !sum ? null : sum / row.sumSamples);
  return {
    wanted: row?.sumWanted ?? 0,
    delivered: row?.sumDelivered ?? 0,
    truncated: row?.sumTruncated ?? 0,
    identical: row?.sumIdentical ?? 0,
    promptTokens: perSample(row?.sumPromptTokens),
    answerTokens: perSample(row?.sumAnswerTokens),
    costUsd: perSample(row?.sumCost),
  };
}

const printRow = z.object({ print: z.string() });

type Print = { readonly mark: string; readonly print: string };
globalThis.polytracePrints ??= new LRUCache({ max: 200 });
const prints = globalThis.polytracePrints;

/** Of the data that an experiment's numbers are made of: equal as long as no sample and no choice was added, changed or removed. */
export async function fingerprintOf(armIds: readonly string[]): Promise<string> {
  const key = armIds.join(" ");
  const { mark, isQuiet } = await findChangeMark();
  const known = prints.get(key);
  if (known?.mark === mark) return known.print;
  const print = await readFingerprint([...armIds]);
  if (isQuiet) prints.set(key, { mark, print });
  return print;
}

async function readFingerprint(ids: string[]): Promise<string> {
  const rows = await getDatabase().$queryRaw`
    SELECT md5(concat_ws('|',
      (SELECT string_agg(f, ',' ORDER BY f) FROM (SELECT concat_ws(':', "armId", count(*), sum("samples"), sum("delivered"), sum("identical"),
        sum(hashtext(concat_ws(':', "taskId", "round", "samples", "passed", "finals", "finalsPassed", "infrastructure"))::bigint)) AS f
        FROM "ArmCount" WHERE "armId" = ANY(${ids}) GROUP BY "armId") counts),
      (SELECT sum(hashtext(concat_ws(':', "armId", "taskId", "round", "verdict"))::bigint) FROM "Outcome" WHERE "armId" = ANY(${ids})),
      (SELECT sum(hashtext(concat_ws(':', "armId", "taskId", "verdict"))::bigint) FROM "Choice" WHERE "armId" = ANY(${ids})),
      (SELECT md5(string_agg("factors"::text, '|' ORDER BY "id")) FROM "Arm" WHERE "id" = ANY(${ids})))) AS print`;
  return z.array(printRow).parse(rows)[0]?.print ?? "";
}

const repeatedRow = z.object({ tasks: z.coerce.number(), same: z.coerce.number(), arms: z.coerce.number() });

/** For imports that keep prompts: on how many problems all arms that should carry a trace were sent one and the same text. */
export async function countSamePrompts(armIds: readonly string[]): Promise<{ tasks: number; same: number; arms: number }> {
  const ids = [...armIds];
  const rows = await getDatabase().$queryRaw`
    SELECT count(*) AS tasks, count(*) FILTER (WHERE texts = 1) AS same, coalesce(max(arms), 0) AS arms FROM (
      SELECT "taskId", count(DISTINCT "text") AS texts, count(*) AS arms FROM "SentPrompt"
      WHERE "armId" = ANY(${ids}) AND "delivered" IS NOT NULL GROUP BY 1) t
    WHERE arms = ${ids.length}`;
  return z.array(repeatedRow).parse(rows)[0] ?? { tasks: 0, same: 0, arms: 0 };
}
