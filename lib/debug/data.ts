import { getDatabase } from "@/lib/database/client";

/** The id of the benchmark that a problem belongs to, or null. */
export async function findBenchmarkIdOf(problemId: string): Promise<string | null> {
  const row = await getDatabase().problem.findUnique({ where: { id: problemId }, select: { benchmarkId: true } });
  return row?.benchmarkId ?? null;
}
