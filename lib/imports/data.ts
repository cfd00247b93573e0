import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import type { Arm } from "@/lib/experiments/arm";
import { armId } from "@/lib/experiments/data";
import { type FileReport, fileReportSchema } from "@/lib/imports/schema";
import { storableJson, storableText } from "@/lib/samples/storable-text";

export type StoredImport = { readonly id: string; readonly name: string; readonly isComplete: boolean };

/** The experiment with this id, whether its import came to its end or not; null when there is none. */
export async function findImport(id: string): Promise<StoredImport | null> {
  const row = await getDatabase().experiment.findUnique({ where: { id }, select: { id: true, name: true, status: true } });
  return row === null ? null : { id: row.id, name: row.name, isComplete: row.status === "completed" };
}

/** Starts an import: an experiment that is shown as running until `completeImport`. */
export async function startImport(experiment: { id: string; name: string; contentHash: string; now: Date }): Promise<void> {
  const { id, name, contentHash, now } = experiment;
  await getDatabase().experiment.create({
    data: {
      id,
      name,
      origin: "import",
      status: "running",
      reason: "Files are being read.",
      specHash: contentHash,
      createdAt: now,
      startedAt: now,
    },
  });
}

/** Ends an import. */
export async function completeImport(id: string, { name, now }: { name: string; now: Date }): Promise<void> {
  await getDatabase().experiment.update({ where: { id }, data: { name, status: "completed", reason: null, endedAt: now } });
}

/** Stores what became of the files, in their order. */
export async function saveFileReports(experimentId: string, reports: readonly FileReport[]): Promise<void> {
  const rows = reports.map((report, position) => ({
    id: `${experimentId}/${position}`,
    experimentId,
    position,
    path: storableText(report.path),
    sha256: report.sha256,
    report,
  }));
  await getDatabase().$executeRaw`
    INSERT INTO "ImportedFile" ("id", "experimentId", "position", "path", "sha256", "report")
    SELECT * FROM jsonb_to_recordset(${storableJson(rows)}::jsonb)
      AS r("id" text, "experimentId" text, "position" int, "path" text, "sha256" text, "report" jsonb)`;
}

/** What became of the files of an import, in their order; empty for experiments that were run here. */
export async function listFileReports(experimentId: string): Promise<FileReport[]> {
  const rows = await getDatabase().importedFile.findMany({ where: { experimentId }, orderBy: { position: "asc" } });
  return z.array(fileReportSchema).parse(rows.map(({ report }) => report));
}

/** Makes room for an arm's rows; its factors are written once all files are read. */
export async function createImportedArm(experimentId: string, key: string, position: number): Promise<string> {
  const id = armId(experimentId, key);
  await getDatabase().arm.create({ data: { id, experimentId, key, position, factors: {}, problems: 0 } });
  return id;
}

/** Writes what is known of the arms at the end. */
export async function saveImportedArms(experimentId: string, arms: readonly Arm[]): Promise<void> {
  const rows = arms.map(({ key, factors, problems }, position) => ({ key, factors, problems, position }));
  await getDatabase().$executeRaw`
    UPDATE "Arm" a SET "factors" = r."factors", "problems" = r."problems", "position" = r."position"
    FROM jsonb_to_recordset(${storableJson(rows)}::jsonb) AS r("key" text, "factors" jsonb, "problems" int, "position" int)
    WHERE a."experimentId" = ${experimentId} AND a."key" = r."key"`;
}

/** Removes arms that turned out to be parts of others. */
export async function deleteImportedArms(ids: readonly string[]): Promise<void> {
  await getDatabase().arm.deleteMany({ where: { id: { in: [...ids] } } });
}

export type OutcomeRow = {
  readonly armId: string;
  readonly taskId: string;
  readonly round: number;
  readonly rule: string;
  readonly oracle: boolean;
  readonly verdict: string;
  readonly candidates: number;
  readonly emptyCandidates: number;
};

/** Stores verdicts on groups of samples; the last one of a place counts. */
export async function saveOutcomes(rows: readonly OutcomeRow[]): Promise<void> {
  if (rows.length === 0) return;
  await getDatabase().$executeRaw`
    INSERT INTO "Outcome" ("armId", "taskId", "round", "rule", "oracle", "verdict", "candidates", "emptyCandidates")
    SELECT * FROM jsonb_to_recordset(${storableJson(rows)}::jsonb) AS r("armId" text, "taskId" text, "round" int, "rule" text,
      "oracle" boolean, "verdict" text, "candidates" int, "emptyCandidates" int)
    ON CONFLICT ("armId", "taskId", "round") DO UPDATE SET "verdict" = excluded."verdict", "candidates" = excluded."candidates",
      "emptyCandidates" = excluded."emptyCandidates"`;
}

export type TallyRow = { readonly armId: string; readonly taskId: string; readonly samples: number; readonly passed: number };

/** Stores counts of samples that are not themselves in a file. */
export async function saveTallies(rows: readonly TallyRow[]): Promise<void> {
  if (rows.length === 0) return;
  await getDatabase().$executeRaw`
    INSERT INTO "ArmCount" ("armId", "taskId", "round", "samples", "passed", "finals", "finalsPassed")
    SELECT "armId", "taskId", 0, "samples", "passed", "samples", "passed"
    FROM jsonb_to_recordset(${storableJson(rows)}::jsonb) AS r("armId" text, "taskId" text, "samples" int, "passed" int)
    ON CONFLICT DO NOTHING`;
}

export type SentPromptRow = {
  readonly armId: string;
  readonly taskId: string;
  readonly text: string;
  readonly delivered: boolean | null;
};

/** Stores prompts as they were sent. */
export async function saveSentPrompts(rows: readonly SentPromptRow[]): Promise<void> {
  if (rows.length === 0) return;
  await getDatabase().$executeRaw`
    INSERT INTO "SentPrompt" ("armId", "taskId", "text", "delivered")
    SELECT * FROM jsonb_to_recordset(${storableJson(rows)}::jsonb) AS r("armId" text, "taskId" text, "text" text, "delivered" boolean)
    ON CONFLICT ("armId", "taskId") DO UPDATE SET "text" = excluded."text", "delivered" = excluded."delivered"`;
}

/** Gives the prompts of one arm to another: files of prompts do not say which model they were sent to. */
export async function copySentPrompts(from: string, to: string): Promise<void> {
  await getDatabase().$executeRaw`
    INSERT INTO "SentPrompt" ("armId", "taskId", "text", "delivered")
    SELECT ${to}, "taskId", "text", "delivered" FROM "SentPrompt" WHERE "armId" = ${from} ON CONFLICT DO NOTHING`;
}

/** Notes on an arm's samples what their prompts held, and whether the control was sent the same. */
export async function markDelivery(arm: { id: string; controlId: string | null }): Promise<void> {
  await getDatabase().$executeRaw`
    UPDATE "Sample" s SET "delivered" = p."delivered", "identical" = (p."text" = c."text")
    FROM "SentPrompt" p LEFT JOIN "SentPrompt" c ON c."armId" = ${arm.controlId} AND c."taskId" = p."taskId"
    WHERE s."armId" = ${arm.id} AND p."armId" = ${arm.id} AND p."taskId" = s."taskId" AND p."delivered" IS NOT NULL`;
}

const extentRow = z.object({ armId: z.string(), tasks: z.coerce.number() });

/** How many problems each arm of an import has rows of. */
export async function countTasks(experimentId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await getDatabase().$queryRaw`
    SELECT c."armId", count(DISTINCT c."taskId") AS tasks FROM "ArmCount" c JOIN "Arm" a ON a."id" = c."armId"
    WHERE a."experimentId" = ${experimentId} GROUP BY 1`;
  return new Map(
    z
      .array(extentRow)
      .parse(rows)
      .map(({ armId: id, tasks }) => [id, tasks]),
  );
}

const armSamplesRow = z.object({ samples: z.coerce.number(), problems: z.coerce.number(), arms: z.coerce.number() });

/** How much an import holds. */
export async function countImport(experimentId: string): Promise<{ arms: number; problems: number; samples: number }> {
  const rows = await getDatabase().$queryRaw`
    SELECT coalesce(sum(c."samples"), 0) AS samples, count(DISTINCT c."taskId") AS problems,
      (SELECT count(*) FROM "Arm" WHERE "experimentId" = ${experimentId}) AS arms
    FROM "ArmCount" c JOIN "Arm" a ON a."id" = c."armId" WHERE a."experimentId" = ${experimentId}`;
  const [row] = z.array(armSamplesRow).parse(rows);
  return row ?? { arms: 0, problems: 0, samples: 0 };
}
