import { z } from "zod";
import type { StoredProblem } from "@/lib/benchmarks/data";
import { problemSchema } from "@/lib/benchmarks/schema";
import { getDatabase } from "@/lib/database/client";
import { type ArmFactors, armFactorsSchema } from "./arm";
import { type FrozenSpec, frozenSpecSchema } from "./schema";

export type StoredArm = { readonly id: string; readonly key: string; readonly factors: ArmFactors };

/** What one job does: all chains of one problem for one model and decoding, in all arms. */
export type Unit = {
  readonly id: string;
  readonly experimentId: string;
  readonly modelId: string;
  readonly decoding: string;
  readonly spec: FrozenSpec;
  readonly specHash: string;
  readonly problem: StoredProblem;
  readonly arms: readonly StoredArm[];
};

/** A unit that is still to be done, of an experiment that is running; null when it is not or no longer. */
export async function findPendingUnit(id: string): Promise<Unit | null> {
  const row = await getDatabase().unit.findUnique({ where: { id }, include: { experiment: true, problem: true } });
  if (row === null || row.status !== "pending" || row.experiment.status !== "running") return null;
  const problem = { id: row.problem.id, hash: row.problem.hash, problem: problemSchema.parse(row.problem.body) };
  const arms = await listUnitArms(row.experimentId, {
    modelId: row.modelId,
    decoding: row.decoding,
    benchmark: row.benchmark,
    kind: row.problem.kind,
  });
  const { experimentId, modelId, decoding, experiment } = row;
  const spec = frozenSpecSchema.parse(experiment.spec);
  return { id, experimentId, modelId, decoding, spec, specHash: experiment.specHash ?? "", problem, arms };
}

type UnitFactors = { readonly modelId: string; readonly decoding: string; readonly benchmark: string; readonly kind: string };

async function listUnitArms(experimentId: string, { modelId, decoding, benchmark, kind }: UnitFactors): Promise<StoredArm[]> {
  const rows = await getDatabase().arm.findMany({ where: { experimentId }, orderBy: { position: "asc" } });
  return rows
    .map(({ id, key, factors }) => ({ id, key, factors: armFactorsSchema.parse(factors) }))
    .filter(
      ({ factors }) =>
        factors.model === modelId &&
        factors.decoding === decoding &&
        factors.benchmark === benchmark &&
        factors.taskKind === kind,
    );
}

/** Marks a unit as worked off, unless more samples were asked for while it was worked on. */
export async function finishUnit({ id, specHash }: Unit, status: "done" | "error", error: string | null): Promise<void> {
  const where = { id, experiment: { specHash } };
  await getDatabase().unit.updateMany({ where, data: { status, error, updatedAt: new Date() } });
}

/** Ids of what is to be done in running experiments, at most so many, experiments taking turns. */
export async function listPendingUnits(most: number): Promise<string[]> {
  const rows = await getDatabase().unit.findMany({
    where: { status: "pending", experiment: { status: "running" } },
    orderBy: [{ position: "asc" }, { experimentId: "asc" }],
    select: { id: true },
    take: most,
  });
  return rows.map(({ id }) => id);
}

const tallySchema = z.array(z.object({ status: z.enum(["pending", "done", "error"]), count: z.coerce.number() }));

/** How many units of an experiment are in which state. */
export async function countUnits(
  experimentId: string,
  database: Pick<ReturnType<typeof getDatabase>, "$queryRaw"> = getDatabase(),
): Promise<{ pending: number; done: number; error: number }> {
  const rows = tallySchema.parse(
    await database.$queryRaw`SELECT "status", count(*) AS "count" FROM "Unit" WHERE "experimentId" = ${experimentId} GROUP BY 1`,
  );
  const count = (status: string) => rows.find((row) => row.status === status)?.count ?? 0;
  return { pending: count("pending"), done: count("done"), error: count("error") };
}

/** Completes a running experiment of which nothing is left to be done, with the reason where something is missing; says whether it did. */
export async function completeIfDone(experimentId: string, now: Date): Promise<boolean> {
  return getDatabase().$transaction(async (database) => {
    const { count } = await database.experiment.updateMany({
      where: { id: experimentId, status: "running", units: { none: { status: "pending" } } },
      data: { status: "completed", endedAt: now },
    });
    if (count === 0) return false;
    const { error } = await countUnits(experimentId, database);
    const reason = `Samples of ${error} problems are missing because of infrastructure errors; retry them.`;
    if (error > 0) await database.experiment.update({ where: { id: experimentId }, data: { reason } });
    return true;
  });
}
