import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import { type ArmProgress, armProgressSchema, type Progress } from "./api-schema";
import { findExperiment } from "./data";
import { countUnits } from "./data-units";

const countsSchema = z.array(
  z.object({
    armId: z.string(),
    samples: z.coerce.number(),
    passed: z.coerce.number(),
    chainsDone: z.coerce.number(),
    infrastructure: z.coerce.number(),
    delivered: z.coerce.number(),
  }),
);
const wantedSchema = z.array(z.object({ armId: z.string(), wanted: z.coerce.number() }));
const rateSchema = z.array(z.object({ count: z.coerce.number(), seconds: z.coerce.number() })).length(1);

/** How far an experiment is, arm by arm; null when there is none with this id. */
export async function findProgress(id: string): Promise<Progress | null> {
  const experiment = await findExperiment(id);
  if (experiment === null) return null;
  const [arms, units, rate] = await Promise.all([listArmProgress(id), countUnits(id), recentRate(id)]);
  const left = arms.reduce((sum, arm) => sum + arm.chains - arm.chainsDone, 0);
  const remainingSeconds = rate.chainsPerSecond > 0 && experiment.status === "running" ? left / rate.chainsPerSecond : null;
  return { experiment, arms, units, chainsPerMinute: rate.chainsPerMinute, remainingSeconds };
}

async function listArmProgress(experimentId: string): Promise<ArmProgress[]> {
  const database = getDatabase();
  const arms = await database.arm.findMany({ where: { experimentId }, orderBy: { position: "asc" } });
  const counts = countsSchema.parse(
    await database.$queryRaw`
      SELECT c."armId", sum(c."samples") AS samples, sum(c."passed") AS passed, sum(c."finals") - sum(c."infrastructure") AS "chainsDone",
        sum(c."infrastructure") AS infrastructure, sum(c."delivered") AS delivered
      FROM "ArmCount" c JOIN "Arm" a ON a."id" = c."armId" WHERE a."experimentId" = ${experimentId} GROUP BY 1`,
  );
  const wanted = wantedSchema.parse(
    await database.$queryRaw`
      SELECT s."armId", count(s."delivered") AS wanted FROM "Sample" s JOIN "Arm" a ON a."id" = s."armId"
      WHERE a."experimentId" = ${experimentId} GROUP BY 1`,
  );
  return arms.map(({ id, key, position, factors, problems }) => {
    const count = counts.find(({ armId }) => armId === id);
    const { samples = 0, passed = 0, chainsDone = 0, infrastructure = 0, delivered = 0 } = count ?? {};
    const arm = { id, key, position, factors, problems, samples, passed, chainsDone, infrastructure, delivered };
    const parsed = armProgressSchema.omit({ chains: true, wanted: true }).parse(arm);
    return {
      ...parsed,
      chains: problems * (parsed.factors.n ?? 1),
      wanted: wanted.find(({ armId }) => armId === id)?.wanted ?? 0,
    };
  });
}

/** Over the last minute, or since the run started when that is less. */
async function recentRate(experimentId: string): Promise<{ chainsPerMinute: number; chainsPerSecond: number }> {
  const rows = rateSchema.parse(
    await getDatabase().$queryRaw`
      SELECT count(*) FILTER (WHERE s."final") AS count,
        greatest(1, least(60, extract(epoch FROM now() AT TIME ZONE 'utc' - (SELECT "startedAt" FROM "Experiment" WHERE "id" = ${experimentId}))))::float8 AS seconds
      FROM "Sample" s JOIN "Arm" a ON a."id" = s."armId"
      WHERE a."experimentId" = ${experimentId} AND s."createdAt" > now() AT TIME ZONE 'utc' - interval '60 seconds'`,
  );
  const { count = 0, seconds = 60 } = rows[0] ?? {};
  return { chainsPerMinute: (count * 60) / seconds, chainsPerSecond: count / seconds };
}
