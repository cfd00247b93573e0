import { randomBytes } from "node:crypto";
import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import {
  type Check,
  checkSchema,
  type Remark,
  remarkSchema,
  type Verification,
  type VerificationState,
  verificationSchema,
} from "./api-schema";
import type { StoredProblem } from "./data";
import { problemSchema } from "./schema";

const MOST_REMARKS = 1_000;

const tallyRow = z.object({
  id: z.string(),
  benchmarkId: z.string(),
  status: z.string(),
  reason: z.string().nullable(),
  runBy: z.string(),
  programs: z.int(),
  harnessVersion: z.string(),
  createdAt: z.date(),
  endedAt: z.date().nullable(),
  references: z.coerce.number(),
  referencesPassed: z.coerce.number(),
  buggy: z.coerce.number(),
  buggyFailed: z.coerce.number(),
  misleading: z.coerce.number(),
  unseen: z.coerce.number(),
});

function toVerification(row: z.infer<typeof tallyRow>): Verification {
  const { id, status, reason, runBy, programs, harnessVersion, createdAt, endedAt } = row;
  return verificationSchema.parse({
    ...{ id, status, reason, runBy, programs, harnessVersion },
    references: { programs: row.references, asExpected: row.referencesPassed },
    buggy: { programs: row.buggy, asExpected: row.buggyFailed },
    exceptions: row.references - row.referencesPassed + row.buggy - row.buggyFailed,
    misleadingExamples: row.misleading,
    unseenBugs: row.unseen,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  });
}

/** The newest verification of each of these benchmarks that has one. */
export async function listNewestVerifications(benchmarkIds: readonly string[]): Promise<ReadonlyMap<string, Verification>> {
  const rows = await getDatabase().$queryRaw`
    WITH newest AS (
      SELECT DISTINCT ON ("benchmarkId") * FROM "Verification"
      WHERE "benchmarkId" = ANY(${[...benchmarkIds]}) ORDER BY "benchmarkId", "createdAt" DESC, "id"
    )
    SELECT v."id", v."benchmarkId", v."status", v."reason", v."runBy", v."programs", v."harnessVersion", v."createdAt", v."endedAt",
      count(*) FILTER (WHERE c."role" = 'reference') AS "references",
      count(*) FILTER (WHERE c."role" = 'reference' AND c."isExpected") AS "referencesPassed",
      count(*) FILTER (WHERE c."role" = 'buggy') AS "buggy",
      count(*) FILTER (WHERE c."role" = 'buggy' AND c."isExpected") AS "buggyFailed",
      count(*) FILTER (WHERE c."role" = 'reference' AND c."isExpected" AND NOT c."visiblePassed") AS "misleading",
      count(*) FILTER (WHERE c."role" = 'buggy' AND c."isExpected" AND c."visiblePassed") AS "unseen"
    FROM newest v LEFT JOIN "VerificationCheck" c ON c."verificationId" = v."id"
    GROUP BY v."id", v."benchmarkId", v."status", v."reason", v."runBy", v."programs", v."harnessVersion", v."createdAt", v."endedAt"`;
  return new Map(
    z
      .array(tallyRow)
      .parse(rows)
      .map((row) => [row.benchmarkId, toVerification(row)]),
  );
}

/** The id of a benchmark's newest verification, or null. */
export async function findNewestVerificationId(benchmarkId: string): Promise<string | null> {
  const row = await getDatabase().verification.findFirst({
    where: { benchmarkId },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: { id: true },
  });
  return row?.id ?? null;
}

/** The newest verification of a benchmark with the programs about which something is to be known. */
export async function findVerificationState(benchmarkId: string): Promise<VerificationState> {
  const verification = (await listNewestVerifications([benchmarkId])).get(benchmarkId) ?? null;
  return { verification, remarks: verification === null ? [] : await listRemarks(verification.id) };
}

async function listRemarks(verificationId: string): Promise<Remark[]> {
  const rows = await getDatabase().$queryRaw`
    WITH ranked AS (
      SELECT c.*, row_number() OVER (PARTITION BY c."isExpected", c."role" ORDER BY p."position") AS rank, p."taskId", p."kind", p."position"
      FROM "VerificationCheck" c JOIN "Problem" p ON p."id" = c."problemId"
      WHERE c."verificationId" = ${verificationId}
        AND (NOT c."isExpected" OR (c."role" = 'reference' AND NOT c."visiblePassed") OR (c."role" = 'buggy' AND c."visiblePassed"))
    )
    SELECT "problemId", "taskId", "kind", "role", "verdict", "visiblePassed", "isExpected", "reason", "elapsedMs"
    FROM ranked WHERE rank <= ${MOST_REMARKS} ORDER BY "isExpected", "role" DESC, "position"`;
  return z.array(remarkSchema).parse(rows);
}

/** What the judge said of the programs of one problem. */
export async function listChecksOfProblem(verificationId: string, problemId: string): Promise<Check[]> {
  const rows = await getDatabase().verificationCheck.findMany({
    where: { verificationId, problemId },
    orderBy: { role: "desc" },
    omit: { verificationId: true, problemId: true },
  });
  return z.array(checkSchema).parse(rows);
}

export type Asked = {
  readonly benchmarkId: string;
  readonly runBy: Verification["runBy"];
  readonly harnessVersion: string;
  readonly now: Date;
};

/**
 * Starts a verification, or goes on with the one that is not over and was judged by the same harness: what was judged stays judged. Older
 * ones are removed.
 */
export async function startVerification({ benchmarkId, runBy, harnessVersion, now }: Asked): Promise<string> {
  const database = getDatabase();
  const open = await database.verification.findFirst({
    where: { benchmarkId, harnessVersion, status: { not: "completed" } },
    orderBy: { createdAt: "desc" },
  });
  if (open !== null) {
    await database.verification.update({
      where: { id: open.id },
      data: { status: "waiting", reason: null, runBy, endedAt: null },
    });
    return open.id;
  }
  const id = randomBytes(9).toString("base64url");
  const programs = await countPrograms(benchmarkId);
  await database.verification.deleteMany({ where: { benchmarkId } });
  await database.verification.create({
    data: { id, benchmarkId, status: "waiting", runBy, programs, harnessVersion, createdAt: now },
  });
  return id;
}

/** As `checksOf` finds them, counted where the problems are. */
async function countPrograms(benchmarkId: string): Promise<number> {
  const rows = await getDatabase().$queryRaw`
    SELECT coalesce(sum(CASE
      WHEN "kind" IN ('synthesis', 'repair')
        THEN ("body" ->> 'reference' IS NOT NULL)::int + ("kind" = 'repair' AND "body" ->> 'starter' IS NOT NULL)::int
      ELSE ("body" -> 'tests' @> '[{"visible": false, "kind": "call"}]')::int END), 0) AS programs FROM "Problem" WHERE "benchmarkId" = ${benchmarkId}`;
  return z.array(z.object({ programs: z.coerce.number() })).parse(rows)[0]?.programs ?? 0;
}

/** Verifications that workers have to do or go on with, oldest first. */
export async function listOpenVerifications(): Promise<string[]> {
  const rows = await getDatabase().verification.findMany({
    where: { runBy: "worker", status: { in: ["waiting", "running"] } },
    orderBy: { createdAt: "asc" },
    select: { id: true },
    take: 100,
  });
  return rows.map(({ id }) => id);
}

/** Takes up a verification; null when it is gone, over, or somebody else's. */
export async function takeVerification(id: string, runBy: Verification["runBy"]): Promise<{ benchmarkId: string } | null> {
  const where = { id, runBy, status: { in: ["waiting", "running"] } };
  const { count } = await getDatabase().verification.updateMany({ where, data: { status: "running" } });
  if (count === 0) return null;
  return getDatabase().verification.findUnique({ where: { id }, select: { benchmarkId: true } });
}

type Ending = { readonly status: "completed" | "stopped"; readonly reason: string | null; readonly now: Date };

/** Ends a verification that is under way. */
export async function endVerification(id: string, { status, reason, now }: Ending): Promise<void> {
  const where = { id, status: { in: ["waiting", "running"] } };
  await getDatabase().verification.updateMany({ where, data: { status, reason, endedAt: now } });
}

export type PositionedProblem = StoredProblem & { readonly position: number };

/** The next problems of a verification's benchmark behind a position of which nothing was judged yet. */
export async function listUncheckedProblems(
  verification: { readonly id: string; readonly benchmarkId: string },
  { after, count }: { readonly after: number; readonly count: number },
): Promise<PositionedProblem[]> {
  const rows = await getDatabase().$queryRaw`
    SELECT "id", "hash", "position", "body" FROM "Problem" p
    WHERE "benchmarkId" = ${verification.benchmarkId} AND "position" > ${after}
      AND NOT EXISTS (SELECT FROM "VerificationCheck" c WHERE c."verificationId" = ${verification.id} AND c."problemId" = p."id")
    ORDER BY "position" LIMIT ${count}`;
  const row = z.object({ id: z.string(), hash: z.string(), position: z.int(), body: problemSchema });
  return z
    .array(row)
    .parse(rows)
    .map(({ body, ...rest }) => ({ ...rest, problem: body }));
}

/** Keeps what was judged of one problem; says whether the verification is still wanted. */
export async function saveChecks(
  place: { readonly verificationId: string; readonly problemId: string },
  checks: readonly Check[],
): Promise<boolean> {
  const database = getDatabase();
  const state = await database.verification.findUnique({ where: { id: place.verificationId }, select: { status: true } });
  if (state?.status !== "running") return false;
  await database.verificationCheck.createMany({ data: checks.map((check) => ({ ...check, ...place })), skipDuplicates: true });
  return true;
}
