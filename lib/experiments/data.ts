import { randomBytes } from "node:crypto";
import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import { storableText } from "@/lib/samples/storable-text";
import { type Experiment, experimentSchema, type Revision, revisionSchema } from "./api-schema";
import type { Arm } from "./arm";
import { hashJson } from "./hash-json";
import { type ExperimentStatus, type FrozenSpec, frozenSpecSchema } from "./schema";

const CHUNK = 5_000;
/** Providers answer with whole pages at times. */
const MOST_REASON = 500;

export type NewUnit = {
  readonly problemId: string;
  readonly benchmark: string;
  readonly modelId: string;
  readonly decoding: string;
};
export type NewExperiment = {
  readonly spec: FrozenSpec;
  readonly arms: readonly Arm[];
  readonly units: readonly NewUnit[];
  readonly environment: Readonly<Record<string, string>>;
  readonly now: Date;
};

/** Stores an experiment with its arms and everything that is to be done, all or nothing; it is running from then on. */
export async function createExperiment({ spec, arms, units, environment, now }: NewExperiment): Promise<string> {
  const id = randomBytes(9).toString("base64url");
  await getDatabase().$transaction(
    async (database) => {
      const data = {
        id,
        name: spec.name,
        status: "running",
        spec,
        specHash: hashJson(spec),
        environment,
        createdAt: now,
        startedAt: now,
      };
      await database.experiment.create({ data });
      await insertArms(database, id, arms);
      await insertUnits(database, id, units);
    },
    { timeout: 600_000 },
  );
  return id;
}

type Database = Pick<ReturnType<typeof getDatabase>, "arm" | "$executeRaw">;

async function insertArms(database: Database, experimentId: string, arms: readonly Arm[]): Promise<void> {
  const rows = arms.map(({ key, factors, problems }, position) => ({
    id: armId(experimentId, key),
    experimentId,
    key,
    factors,
    problems,
    position,
  }));
  await database.arm.createMany({ data: rows });
}

/** The id of an arm follows from its experiment and its factors. */
export function armId(experimentId: string, key: string): string {
  return `${experimentId}.${hashJson(key).slice(0, 12)}`;
}

async function insertUnits(database: Database, experimentId: string, units: readonly NewUnit[]): Promise<void> {
  for (let start = 0; start < units.length; start += CHUNK) {
    const rows = units.slice(start, start + CHUNK).map((unit, index) => {
      const name = hashJson([unit.problemId, unit.modelId, unit.decoding]).slice(0, 16);
      return { ...unit, id: `${experimentId}.${name}`, experimentId, position: start + index };
    });
    await database.$executeRaw`
      INSERT INTO "Unit" ("id", "experimentId", "problemId", "benchmark", "modelId", "decoding", "position")
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r("id" text, "experimentId" text, "problemId" text, "benchmark" text, "modelId" text, "decoding" text, "position" int)
      ON CONFLICT DO NOTHING`;
  }
}

type Stored = Omit<Experiment, "createdAt" | "startedAt" | "endedAt" | "status" | "origin" | "promptTokens" | "answerTokens"> & {
  status: string;
  origin: string;
  promptTokens: bigint;
  answerTokens: bigint;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
};

function toExperiment(row: Stored): Experiment {
  const { createdAt, startedAt, endedAt, promptTokens, answerTokens, ...rest } = row;
  const times = { startedAt: startedAt?.toISOString() ?? null, endedAt: endedAt?.toISOString() ?? null };
  const tokens = { promptTokens: Number(promptTokens), answerTokens: Number(answerTokens) };
  return experimentSchema.parse({ ...rest, ...times, ...tokens, createdAt: createdAt.toISOString() });
}

/** All experiments, newest first. */
export async function listExperiments(): Promise<Experiment[]> {
  const rows = await getDatabase().experiment.findMany({
    orderBy: { createdAt: "desc" },
    omit: { spec: true, environment: true },
  });
  return rows.map(toExperiment);
}

/** The experiment with this id, or null. */
export async function findExperiment(id: string): Promise<Experiment | null> {
  const row = await getDatabase().experiment.findUnique({ where: { id }, omit: { spec: true, environment: true } });
  return row === null ? null : toExperiment(row);
}

/** The frozen specification, and what was changed since it was first run; null where there is none, as in imports. */
export async function findSpec(id: string): Promise<{ spec: FrozenSpec; specHash: string; revisions: Revision[] } | null> {
  const row = await getDatabase().experiment.findUnique({ where: { id } });
  if (row === null || row.spec === null) return null;
  const spec = frozenSpecSchema.parse(row.spec);
  return { spec, specHash: row.specHash ?? "", revisions: z.array(revisionSchema).parse(row.revisions) };
}

export type StatusChange = {
  readonly from: readonly ExperimentStatus[];
  readonly to: ExperimentStatus;
  readonly reason: string | null;
};

/** Changes the status when it is one of those named; says whether it did. */
export async function changeStatus(id: string, { from, to, reason }: StatusChange, now: Date): Promise<boolean> {
  const endedAt = to === "completed" || to === "cancelled" ? now : null;
  const where = { id, status: { in: [...from] } };
  const { count } = await getDatabase().experiment.updateMany({ where, data: { status: to, reason, endedAt } });
  return count === 1;
}

/** Status and money spent, for a worker that asks often; null when the experiment is gone. */
export async function findState(id: string): Promise<{ status: ExperimentStatus; spentUsd: number } | null> {
  const row = await getDatabase().experiment.findUnique({ where: { id }, select: { status: true, spentUsd: true } });
  if (row === null) return null;
  return { status: experimentSchema.shape.status.parse(row.status), spentUsd: row.spentUsd };
}

/** Counts a request that failed for a passing reason and is tried again, and keeps what was wrong with it. */
export async function countRetry(id: string, message: string): Promise<void> {
  const lastRetry = storableText(message).slice(0, MOST_REASON);
  await getDatabase().experiment.updateMany({ where: { id }, data: { retries: { increment: 1 }, lastRetry } });
}

export type Extension = {
  readonly spec: FrozenSpec;
  readonly revision: Revision;
  readonly arms: readonly Arm[];
};

/** Writes a specification with more samples in place of the old one; everything that has room for more is to be done again. */
export async function extendExperiment(id: string, { spec, revision, arms }: Extension): Promise<void> {
  await getDatabase().$transaction(async (database) => {
    const row = await database.experiment.findUniqueOrThrow({ where: { id } });
    const revisions = [...z.array(revisionSchema).parse(row.revisions), revision];
    const data = { spec, specHash: hashJson(spec), revisions, status: "running", reason: null, endedAt: null };
    await database.experiment.update({ where: { id }, data });
    for (const { key, factors } of arms) await database.arm.updateMany({ where: { experimentId: id, key }, data: { factors } });
    await database.unit.updateMany({ where: { experimentId: id }, data: { status: "pending", error: null } });
  });
}

/** Removes samples that are infrastructure errors and puts what they belong to back among what is to be done; says how many there were. */
export async function resetErrors(id: string): Promise<number> {
  return getDatabase().$transaction(async (database) => {
    const { count } = await database.sample.deleteMany({ where: { verdict: "infrastructure", arm: { experimentId: id } } });
    await database.unit.updateMany({ where: { experimentId: id, status: "error" }, data: { status: "pending", error: null } });
    await database.experiment.updateMany({
      where: { id, status: { in: ["completed", "paused"] } },
      data: { status: "running", reason: null, endedAt: null },
    });
    return count;
  });
}

/** Deletes an experiment with its samples; answers that others may share stay. */
export async function deleteExperiment(id: string): Promise<boolean> {
  const { count } = await getDatabase().experiment.deleteMany({ where: { id } });
  return count === 1;
}

/** An experiment of this specification that is not over, or null: running the same thing again goes on with it. */
export async function findUnfinished(specHash: string): Promise<string | null> {
  const row = await getDatabase().experiment.findFirst({
    where: { specHash, status: { in: ["running", "paused"] } },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  return row?.id ?? null;
}
