import { getDatabase } from "@/lib/database/client";
import { hashJson } from "@/lib/experiments/hash-json";
import type { BenchmarkSource } from "./api-schema";
import type { Problem, TaskKind } from "./schema";

/** A statement is sent once so much is waiting: tests of one problem can be megabytes. */
const MOST_ROWS = 200;
const MOST_CHARACTERS = 4_000_000;

export type BenchmarkRow = {
  readonly slug: string;
  readonly version: string;
  readonly title: string;
  readonly format: string;
  readonly source: BenchmarkSource;
  readonly kinds: readonly TaskKind[];
};

/** The id of the problems of this version under this slug. */
export function benchmarkId(slug: string, version: string): string {
  return `${slug}@${version.slice(0, 12)}`;
}

/** Makes room for a benchmark that nobody sees before `completeBenchmark`; says whether it still has to be written. */
export async function openBenchmark(benchmark: BenchmarkRow): Promise<{ id: string; isOpen: boolean }> {
  const { kinds, ...row } = benchmark;
  const id = benchmarkId(row.slug, row.version);
  const data = { ...row, id, kinds: [...kinds], isComplete: false };
  await getDatabase().benchmark.createMany({ data, skipDuplicates: true });
  const stored = await getDatabase().benchmark.findUnique({ where: { id }, select: { isComplete: true } });
  return { id, isOpen: stored?.isComplete !== true };
}

export async function completeBenchmark(id: string): Promise<void> {
  await getDatabase().benchmark.update({ where: { id }, data: { isComplete: true } });
}

/** Writes problems as they come. What is there already stays, so that an import that was cut off is simply done again. */
export class ProblemWriter {
  readonly #benchmarkId: string;
  #rows: ReturnType<typeof toRow>[] = [];
  #characters = 0;
  #position = 0;

  constructor(id: string) {
    this.#benchmarkId = id;
  }

  async add(problems: readonly Problem[]): Promise<void> {
    for (const problem of problems) {
      this.#rows.push(toRow({ id: this.#benchmarkId, position: this.#position, problem }));
      this.#position += 1;
      this.#characters += JSON.stringify(problem).length;
      if (this.#rows.length >= MOST_ROWS || this.#characters >= MOST_CHARACTERS) await this.flush();
    }
  }

  async flush(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    this.#characters = 0;
    if (rows.length === 0) return;
    await getDatabase().$executeRaw`
      INSERT INTO "Problem" ("id", "benchmarkId", "position", "taskId", "kind", "difficulty", "tags", "body", "hash")
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r("id" text, "benchmarkId" text, "position" int, "taskId" text, "kind" text, "difficulty" text, "tags" text[], "body" jsonb, "hash" text)
      ON CONFLICT DO NOTHING`;
  }
}

function toRow({ id, position, problem }: { id: string; position: number; problem: Problem }) {
  const { taskId, kind, difficulty, tags } = problem;
  const problemId = hashJson([id, taskId, kind]).slice(0, 24);
  return { id: problemId, benchmarkId: id, position, taskId, kind, difficulty, tags, body: problem, hash: hashJson(problem) };
}
