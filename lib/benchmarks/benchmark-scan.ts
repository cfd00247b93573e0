import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/experiments/canonical-json";
import type { ImportedRow } from "@/lib/imports/schema";
import type { Problem, TaskKind } from "./schema";
import { UniqueProblems } from "./unique-problems";

/** What a file turned out to hold, once all of it was read. */
export type FoundBenchmark = {
  readonly path: string;
  /** As `benchmarkVersion` of its problems. */
  readonly version: string;
  readonly problems: number;
  readonly kinds: readonly TaskKind[];
  readonly first: Problem;
  readonly hasChallenges: boolean;
  /** Task ids that came again; their first problem counts. */
  readonly duplicates: readonly string[];
};

/** Finds out what benchmarks files hold while they are read, keeping no problem but the first. */
export class BenchmarkScan {
  readonly #files = new Map<string, FileScan>();

  /** Takes the next rows of a file; those that are no problems are passed over. */
  add(path: string, rows: readonly ImportedRow[]): void {
    const problems = problemsOf(rows);
    const [first] = problems;
    if (first === undefined) return;
    const file = this.#files.get(path) ?? new FileScan(first);
    this.#files.set(path, file);
    file.add(problems);
  }

  found(): FoundBenchmark[] {
    return [...this.#files].map(([path, file]) => ({ path, ...file.end() }));
  }
}

export function problemsOf(rows: readonly ImportedRow[]): Problem[] {
  return rows.flatMap((row) => (row.type === "problem" ? [row.problem] : []));
}

class FileScan {
  readonly #hash = createHash("sha256").update("[");
  readonly #unique = new UniqueProblems();
  readonly #kinds = new Set<TaskKind>();
  readonly #first: Problem;
  #problems = 0;
  #hasChallenges = false;

  constructor(first: Problem) {
    this.#first = first;
  }

  add(problems: readonly Problem[]): void {
    for (const problem of this.#unique.take(problems)) {
      this.#hash.update(`${this.#problems === 0 ? "" : ","}${canonicalJson(problem)}`);
      this.#problems += 1;
      this.#kinds.add(problem.kind);
      this.#hasChallenges ||= problem.tests.some(({ suite }) => suite === "challenge");
    }
  }

  end(): Omit<FoundBenchmark, "path"> {
    return {
      version: this.#hash.copy().update("]").digest("hex"),
      problems: this.#problems,
      kinds: [...this.#kinds],
      first: this.#first,
      hasChallenges: this.#hasChallenges,
      duplicates: this.#unique.duplicates,
    };
  }
}
