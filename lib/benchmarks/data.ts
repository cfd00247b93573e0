import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import { hashJson } from "@/lib/experiments/hash-json";
import { type Benchmark, type BenchmarkSource, benchmarkSchema, type ProblemRow, problemRowSchema } from "./api-schema";
import { benchmarkVersion } from "./benchmark-version";
import { type Problem, problemSchema, type TaskKind } from "./schema";

/** Rows per statement: large enough to be fast, small enough for tests of megabytes. */
const CHUNK = 200;

export type NewBenchmark = {
  readonly slug: string;
  readonly title: string;
  readonly format: string;
  readonly source: BenchmarkSource;
  readonly problems: readonly Problem[];
};

/** Stores a benchmark with its problems; the same problems under the same slug are stored once. */
export async function saveBenchmark(benchmark: NewBenchmark): Promise<{ id: string; version: string; isNew: boolean }> {
  const { slug, title, format, source, problems } = benchmark;
  const version = benchmarkVersion(problems);
  const id = `${slug}@${version.slice(0, 12)}`;
  const kinds = [...new Set(problems.map(({ kind }) => kind))];
  const isNew = await getDatabase().$transaction(
    async (database) => {
      const made = await database.benchmark.createMany({
        data: { id, slug, version, title, format, source, kinds },
        skipDuplicates: true,
      });
      if (made.count === 0) return false;
      for (let start = 0; start < problems.length; start += CHUNK) {
        const rows = problems
          .slice(start, start + CHUNK)
          .map((problem, index) => toRow({ id, position: start + index, problem }));
        await database.$executeRaw`
          INSERT INTO "Problem" ("id", "benchmarkId", "position", "taskId", "kind", "difficulty", "tags", "body", "hash")
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            AS r("id" text, "benchmarkId" text, "position" int, "taskId" text, "kind" text, "difficulty" text, "tags" text[], "body" jsonb, "hash" text)`;
      }
      return true;
    },
    { timeout: 600_000 },
  );
  return { id, version, isNew };
}

function toRow({ id, position, problem }: { id: string; position: number; problem: Problem }) {
  const { taskId, kind, difficulty, tags } = problem;
  const problemId = hashJson([id, taskId, kind]).slice(0, 24);
  return { id: problemId, benchmarkId: id, position, taskId, kind, difficulty, tags, body: problem, hash: hashJson(problem) };
}

const countRow = z.object({ benchmarkId: z.string(), kind: z.string(), problems: z.coerce.number(), visible: z.coerce.number() });

/** All benchmarks, newest first; of one slug when one is given. */
export async function listBenchmarks(slug?: string): Promise<Benchmark[]> {
  const database = getDatabase();
  const rows = await database.benchmark.findMany({
    where: slug === undefined ? {} : { slug },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  const counted = await database.$queryRaw`
    SELECT "benchmarkId", "kind", count(*) AS problems, count(*) FILTER (WHERE "body" -> 'tests' @> '[{"visible": true}]') AS visible
    FROM "Problem" WHERE "benchmarkId" = ANY(${rows.map(({ id }) => id)}) GROUP BY 1, 2 ORDER BY 1, 2`;
  const counts = z.array(countRow).parse(counted);
  return rows.map((row) =>
    benchmarkSchema.parse({
      ...row,
      createdAt: row.createdAt.toISOString(),
      kinds: counts
        .filter(({ benchmarkId }) => benchmarkId === row.id)
        .map(({ kind, problems, visible }) => ({ kind, problems, withVisibleTests: visible })),
    }),
  );
}

/** The benchmark of a slug in one version, or its newest; null when it is not here. */
export async function findBenchmark(slug: string, version: string | null): Promise<Benchmark | null> {
  const all = await listBenchmarks(slug);
  return all.find((benchmark) => version === null || benchmark.version === version) ?? null;
}

/** The benchmark with this id, or null. */
export async function findBenchmarkById(id: string): Promise<Benchmark | null> {
  const row = await getDatabase().benchmark.findUnique({ where: { id } });
  return row === null ? null : findBenchmark(row.slug, row.version);
}

export type StoredProblem = { readonly id: string; readonly hash: string; readonly problem: Problem };

/** All problems of a benchmark with their tests, in its order; of some kinds when they are given. */
export async function listProblems(benchmarkId: string, kinds?: readonly TaskKind[]): Promise<StoredProblem[]> {
  const where = { benchmarkId, ...(kinds === undefined ? {} : { kind: { in: [...kinds] } }) };
  const rows = await getDatabase().problem.findMany({ where, orderBy: { position: "asc" } });
  return rows.map(({ id, hash, body }) => ({ id, hash, problem: problemSchema.parse(body) }));
}

/** One problem with its tests, or null. */
export async function findProblem(id: string): Promise<StoredProblem | null> {
  const row = await getDatabase().problem.findUnique({ where: { id } });
  return row === null ? null : { id: row.id, hash: row.hash, problem: problemSchema.parse(row.body) };
}

/** A page of a benchmark's problems for lists: `count` from `from` on, with counts of tests in place of the tests. */
export async function listProblemRows(benchmarkId: string, from: number, count: number): Promise<ProblemRow[]> {
  const rows = await getDatabase().$queryRaw`
    SELECT "id", "position", "taskId", "kind", "body" ->> 'title' AS "title", "difficulty", "tags",
      jsonb_array_length(jsonb_path_query_array("body", '$.tests[*] ? (@.visible == true)')) AS "visibleTests",
      jsonb_array_length(jsonb_path_query_array("body", '$.tests[*] ? (@.visible == false)')) AS "hiddenTests"
    FROM "Problem" WHERE "benchmarkId" = ${benchmarkId} AND "position" >= ${from} ORDER BY "position" LIMIT ${count}`;
  return z.array(problemRowSchema).parse(rows);
}
