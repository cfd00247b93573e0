import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import { AppError } from "@/lib/errors/app-error";
import { type Benchmark, type BenchmarkSource, benchmarkSchema } from "./api-schema";
import { benchmarkVersion } from "./benchmark-version";
import { completeBenchmark, openBenchmark, ProblemWriter } from "./data-store";
import { listNewestVerifications } from "./data-verifications";
import { type Problem, problemSchema, type TaskKind } from "./schema";

export type NewBenchmark = {
  readonly slug: string;
  readonly title: string;
  readonly format: string;
  readonly source: BenchmarkSource;
  readonly problems: readonly Problem[];
};

/** Stores a benchmark with its problems; the same problems under the same slug are stored once. */
export async function saveBenchmark(benchmark: NewBenchmark): Promise<{ id: string; version: string; isNew: boolean }> {
  const { problems, ...rest } = benchmark;
  const version = benchmarkVersion(problems);
  const kinds = [...new Set(problems.map(({ kind }) => kind))];
  const { id, isOpen } = await openBenchmark({ ...rest, version, kinds });
  if (!isOpen) return { id, version, isNew: false };
  const writer = new ProblemWriter(id);
  await writer.add(problems);
  await writer.flush();
  await completeBenchmark(id);
  return { id, version, isNew: true };
}

const countRow = z.object({
  benchmarkId: z.string(),
  kind: z.string(),
  difficulty: z.string().nullable(),
  problems: z.coerce.number(),
  visible: z.coerce.number(),
});
type Count = z.infer<typeof countRow>;

/** An id names its problems by their hash, so what was counted once stays right; counting reads every test. */
const counted = new Map<string, readonly Count[]>();

async function countProblems(ids: readonly string[]): Promise<void> {
  const unknown = ids.filter((id) => !counted.has(id));
  if (unknown.length === 0) return;
  const rows = await getDatabase().$queryRaw`
    SELECT "benchmarkId", "kind", "difficulty", count(*) AS problems,
      count(*) FILTER (WHERE "body" -> 'tests' @> '[{"visible": true}]') AS visible
    FROM "Problem" WHERE "benchmarkId" = ANY(${unknown}) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  const counts = z.array(countRow).parse(rows);
  for (const id of unknown)
    counted.set(
      id,
      counts.filter(({ benchmarkId }) => benchmarkId === id),
    );
}

function kindsOf(counts: readonly Count[]) {
  const kinds = [...new Set(counts.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = counts.filter((count) => count.kind === kind);
    const sum = (of: (count: Count) => number) => own.reduce((total, count) => total + of(count), 0);
    return { kind, problems: sum(({ problems }) => problems), withVisibleTests: sum(({ visible }) => visible) };
  });
}

/** All benchmarks, newest first; of one slug when one is given. */
export async function listBenchmarks(slug?: string): Promise<Benchmark[]> {
  const rows = await getDatabase().benchmark.findMany({
    where: { isComplete: true, ...(slug === undefined ? {} : { slug }) },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  const ids = rows.map(({ id }) => id);
  const [verifications] = await Promise.all([listNewestVerifications(ids), countProblems(ids)]);
  return rows.map((row) => {
    const counts = counted.get(row.id) ?? [];
    return benchmarkSchema.parse({
      ...row,
      createdAt: row.createdAt.toISOString(),
      kinds: kindsOf(counts),
      difficulties: counts.map(({ kind, difficulty, problems }) => ({ kind, difficulty, problems })),
      verification: verifications.get(row.id) ?? null,
    });
  });
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

/** A benchmark that holds these problems under whatever name, the oldest of several; null when none does. */
export async function findBenchmarkByVersion(version: string): Promise<{ id: string; slug: string; title: string } | null> {
  return getDatabase().benchmark.findFirst({
    where: { version, isComplete: true },
    orderBy: { createdAt: "asc" },
    select: { id: true, slug: true, title: true },
  });
}

export async function renameBenchmark(id: string, title: string): Promise<void> {
  await getDatabase().benchmark.update({ where: { id }, data: { title } });
}

/** Experiments that have something to do with a benchmark's problems; it cannot be deleted before them. */
export async function listExperimentsOf(benchmarkId: string): Promise<{ id: string; name: string }[]> {
  return getDatabase().experiment.findMany({
    where: { units: { some: { problem: { benchmarkId } } } },
    orderBy: { createdAt: "desc" },
    select: { id: true, name: true },
  });
}

/** Deletes a benchmark that no experiment uses; says whether there was one. @throws AppError `conflict` when one does */
export async function deleteBenchmark(id: string): Promise<boolean> {
  const experiments = await listExperimentsOf(id);
  if (experiments.length > 0) {
    const names = experiments.slice(0, 3).map(({ name }) => `"${name}"`);
    const more = experiments.length > 3 ? ` and ${experiments.length - 3} more` : "";
    throw new AppError(
      "conflict",
      `The benchmark is used by ${names.join(", ")}${more}. Delete ${experiments.length === 1 ? "that experiment" : "those experiments"} first.`,
    );
  }
  const { count } = await getDatabase().benchmark.deleteMany({ where: { id } });
  return count === 1;
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
