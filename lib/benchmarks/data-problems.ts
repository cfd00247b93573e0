import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import { type ProblemDetail, type ProblemPage, type ProblemQuery, problemRowSchema } from "./api-schema";
import { findNewestVerificationId, listChecksOfProblem } from "./data-verifications";
import { problemSchema } from "./schema";
import { showTests } from "./show-tests";

const rowSchema = problemRowSchema.extend({ total: z.coerce.number().int() });

/**
 * A page of a benchmark's problems for lists: `count` from `from` on among those that are asked for, with counts of tests in place of the
 * tests, and how many there are in all.
 */
export async function listProblemRows(benchmarkId: string, query: ProblemQuery): Promise<ProblemPage> {
  const { from, count, search, kind, difficulty, check } = query;
  const verificationId = await findNewestVerificationId(benchmarkId);
  const pattern = `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const rows = await getDatabase().$queryRaw`
    WITH listed AS (
      SELECT p."id", p."position", p."taskId", p."kind", p."body" ->> 'title' AS "title", p."difficulty", p."tags",
        CASE WHEN c."isExpected" IS NULL THEN 'unchecked' WHEN c."isExpected" THEN 'as-expected' ELSE 'exception' END AS "check"
      FROM "Problem" p
      LEFT JOIN (SELECT "problemId", bool_and("isExpected") AS "isExpected" FROM "VerificationCheck"
        WHERE "verificationId" = ${verificationId} GROUP BY 1) c ON c."problemId" = p."id"
      WHERE p."benchmarkId" = ${benchmarkId}
    ), page AS (
      SELECT *, count(*) OVER () AS total FROM listed
      WHERE ("taskId" ILIKE ${pattern} OR "title" ILIKE ${pattern})
        AND (${kind}::text IS NULL OR "kind" = ${kind})
        AND (${difficulty}::text IS NULL OR "difficulty" = ${difficulty})
        AND (${check}::text IS NULL OR "check" = ${check})
      ORDER BY "position" OFFSET ${from} LIMIT ${count}
    )
    SELECT page.*,
      jsonb_array_length(jsonb_path_query_array(p."body", '$.tests[*] ? (@.visible == true)')) AS "visibleTests",
      jsonb_array_length(jsonb_path_query_array(p."body", '$.tests[*] ? (@.visible == false)')) AS "hiddenTests"
    FROM page JOIN "Problem" p ON p."id" = page."id" ORDER BY page."position"`;
  const page = z.array(rowSchema).parse(rows);
  return { total: page[0]?.total ?? 0, problems: page.map(({ total: _total, ...row }) => row) };
}

/** One problem of a benchmark as its reader sees it, or null. */
export async function findProblemDetail(benchmarkId: string, problemId: string): Promise<ProblemDetail | null> {
  const row = await getDatabase().problem.findUnique({ where: { id: problemId, benchmarkId } });
  if (row === null) return null;
  const verificationId = await findNewestVerificationId(benchmarkId);
  const { tests, ...problem } = problemSchema.parse(row.body);
  return {
    id: row.id,
    position: row.position,
    problem,
    visibleTests: showTests({ problem, tests: tests.filter(({ visible }) => visible) }),
    hiddenTests: showTests({ problem, tests: tests.filter(({ visible }) => !visible) }),
    checks: verificationId === null ? [] : await listChecksOfProblem(verificationId, problemId),
  };
}
