import type { FileReport } from "@/lib/imports/schema";
import type { OutputRow } from "./judge-output";
import type { JudgeSample } from "./judge-sources";
import { JudgeTally, type Rates } from "./judge-tally";

/** Of a long list, so many are named; the rest is counted. */
const MOST_NAMED = 500;

type Place = { readonly taskId: string; readonly path: string; readonly line: number | null };
type Difference = { readonly taskId: string; readonly sample: number; readonly published: string; readonly judged: string };
type Trouble = { readonly taskId: string; readonly sample: number; readonly message: string };
type Named<T> = { readonly count: number; readonly first: readonly T[] };

class NamedList<T> {
  readonly #first: T[] = [];
  #count = 0;

  add(item: T): void {
    this.#count += 1;
    if (this.#first.length < MOST_NAMED) this.#first.push(item);
  }

  get count(): number {
    return this.#count;
  }

  toJSON(): Named<T> {
    return { count: this.#count, first: this.#first };
  }
}

export type Agreement = {
  readonly compared: number;
  readonly same: number;
  readonly differing: Named<Difference>;
  /** From the published verdicts on the same samples. */
  readonly publishedPassAtK: Rates;
};

/** What a reader of the verdicts must know of the samples besides them. */
export class JudgeFindings {
  readonly unknownTasks = new NamedList<Place>();
  readonly withoutText = new NamedList<Place>();
  readonly infrastructure = new NamedList<Trouble>();
  readonly #differing = new NamedList<Difference>();
  readonly #published = new JudgeTally();
  readonly #files: FileReport[] = [];
  #bare = 0;

  addFile(report: FileReport): void {
    this.#files.push(report);
  }

  addBare(): void {
    this.#bare += 1;
  }

  addUnknown({ taskId, path, line }: JudgeSample): void {
    this.unknownTasks.add({ taskId, path, line });
  }

  addWithoutText({ taskId, path, line }: JudgeSample): void {
    this.withoutText.add({ taskId, path, line });
  }

  /** Compares with the source's own verdict, where it has one about the program. */
  compare({ task_id, kind, sample, verdict, published }: OutputRow): void {
    if (published === null || published === "infrastructure") return;
    const isPublishedPassed = published === "passed";
    this.#published.add({ problem: `${task_id} ${kind}`, verdict: isPublishedPassed ? "passed" : "failed", suites: {} });
    if (isPublishedPassed !== (verdict === "passed"))
      this.#differing.add({ taskId: task_id, sample, published, judged: verdict });
  }

  agreement(ks: readonly number[]): Agreement | null {
    const compared = this.#published.samples;
    if (compared === 0) return null;
    const publishedPassAtK = this.#published.summary(ks).passAtK;
    return { compared, same: compared - this.#differing.count, differing: this.#differing.toJSON(), publishedPassAtK };
  }

  /** Verdicts of the source without programs, such as totals. */
  get bare(): number {
    return this.#bare;
  }

  get files(): readonly FileReport[] {
    return this.#files;
  }
}
