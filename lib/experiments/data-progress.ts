import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import { type ArmProgress, armProgressSchema, type Progress } from "./api-schema";
import { findExperiment, findSpec } from "./data";
import { countUnits } from "./data-units";
import { strategyId } from "./strategy";

const number = z.coerce.number();
const countsSchema = z.array(
  z.object({
    armId: z.string(),
    samples: number,
    passed: number,
    chainsDone: number,
    chainsPassed: number,
    infrastructure: number,
    delivered: number,
    wanted: number,
    promptTokens: number,
    answerTokens: number,
    costUsd: number,
  }),
);
const ratesSchema = z.array(z.object({ armId: z.string(), count: number }));
const errorsSchema = z.array(z.object({ message: z.string(), samples: number, arms: number }));

const WINDOW_SECONDS = 60;
const MOST_ERRORS = 20;

/** How far an experiment is, arm by arm, from kept counts and the samples of the last minute; null when there is none with this id. */
export async function findProgress(id: string, now = new Date()): Promise<Progress | null> {
  const experiment = await findExperiment(id);
  if (experiment === null) return null;
  const startedMs = experiment.startedAt === null ? now.getTime() : Date.parse(experiment.startedAt);
  const seconds = Math.max(1, Math.min(WINDOW_SECONDS, (now.getTime() - startedMs) / 1000));
  const isLive = experiment.status === "running" && experiment.origin === "run";
  const rates = isLive ? await listRates(id, new Date(now.getTime() - WINDOW_SECONDS * 1000)) : new Map<string, number>();
  const [arms, units, found] = await Promise.all([listArmProgress(id), countUnits(id), findSpec(id)]);
  const withRates = arms.map((arm) => ({ ...arm, chainsPerMinute: ((rates.get(arm.id) ?? 0) * 60) / seconds }));
  const left = arms.reduce((sum, arm) => sum + arm.chains - arm.chainsDone, 0);
  const chainsPerMinute = withRates.reduce((sum, arm) => sum + arm.chainsPerMinute, 0);
  const remainingSeconds = chainsPerMinute > 0 ? (left * 60) / chainsPerMinute : null;
  const errors = arms.some(({ infrastructure }) => infrastructure > 0) ? await listErrors(id) : [];
  return {
    experiment,
    arms: withRates,
    units,
    chainsPerMinute,
    remainingSeconds,
    budgetUsd: found?.spec.budgetUsd ?? null,
    errors,
    strategies: found?.spec.strategies.map((strategy) => ({ id: strategyId(strategy), n: strategy.n })) ?? [],
  };
}

async function listArmProgress(experimentId: string): Promise<Omit<ArmProgress, "chainsPerMinute">[]> {
  const database = getDatabase();
  const arms = await database.arm.findMany({ where: { experimentId }, orderBy: { position: "asc" } });
  const counts = countsSchema.parse(
    await database.$queryRaw`
      SELECT c."armId", sum(c."samples") AS samples, sum(c."passed") AS passed, sum(c."finals") - sum(c."infrastructure") AS "chainsDone",
        sum(c."finalsPassed") AS "chainsPassed", sum(c."infrastructure") AS infrastructure, sum(c."delivered") AS delivered, sum(c."wanted") AS wanted,
        sum(c."promptTokens") AS "promptTokens", sum(c."answerTokens") AS "answerTokens", sum(c."costUsd") AS "costUsd"
      FROM "ArmCount" c JOIN "Arm" a ON a."id" = c."armId" WHERE a."experimentId" = ${experimentId} GROUP BY 1`,
  );
  const byArm = new Map(counts.map((count) => [count.armId, count]));
  const none = { samples: 0, passed: 0, chainsDone: 0, chainsPassed: 0, infrastructure: 0, delivered: 0, wanted: 0 };
  const noUse = { promptTokens: 0, answerTokens: 0, costUsd: 0 };
  return arms.map(({ id, key, position, factors, problems }) => {
    const arm = { ...none, ...noUse, ...byArm.get(id), id, key, position, factors, problems };
    const parsed = armProgressSchema.omit({ chains: true, chainsPerMinute: true }).parse(arm);
    return { ...parsed, chains: problems * (parsed.factors.n ?? 1) };
  });
}

/** Chains by arm that came to their end since a moment. */
async function listRates(experimentId: string, since: Date): Promise<Map<string, number>> {
  const rows = ratesSchema.parse(
    await getDatabase().$queryRaw`
      SELECT s."armId", count(*) AS count FROM "Sample" s JOIN "Arm" a ON a."id" = s."armId"
      WHERE s."createdAt" > ${since.toISOString()}::timestamp AND s."generationKey" IS NOT NULL AND s."final" AND s."verdict" <> 'infrastructure'
        AND a."experimentId" = ${experimentId} GROUP BY 1`,
  );
  return new Map(rows.map(({ armId, count }) => [armId, count]));
}

async function listErrors(experimentId: string): Promise<Progress["errors"]> {
  const rows = await getDatabase().$queryRaw`
    SELECT coalesce(s."detail", 'No reason was kept.') AS message, count(*) AS samples, count(DISTINCT s."armId") AS arms
    FROM "Sample" s WHERE s."verdict" = 'infrastructure' AND s."armId" = ANY(
      ARRAY(SELECT "id" FROM "Arm" WHERE "experimentId" = ${experimentId}))
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_ERRORS}`;
  return errorsSchema.parse(rows);
}
