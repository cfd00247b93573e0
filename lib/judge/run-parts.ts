import type { JudgeWorkload } from "@/lib/runner/protocol";
import { type JobResult, type JudgeRunner, type PartResult, runJudgeJob } from "./run-judge-job";
import type { TestOutcome } from "./schema";

/** What became of one expression or test: a result, or how its process ended. */
export type PartEnd =
  | { readonly kind: "result"; readonly result: PartResult }
  | { readonly kind: "ended"; readonly outcome: TestOutcome["outcome"]; readonly message: string };

type Parts = {
  readonly texts: readonly string[];
  readonly partMs: number;
  /** The job for some of the texts. */
  readonly makeWork: (texts: readonly string[]) => JudgeWorkload;
};

/** After so many processes that died, the rest is not run: a program that always hangs would take the limit for every test. */
const MOST_DEATHS = 3;
/** And neither is it when one that died slowly has taken so long: limits count processor time, of which it may use little. */
const LONGEST_AFTER_DEATH_MS = 180_000;
/** Said by the memory that results are written to. */
const FULL = "the results do not fit";

function endOf(job: JobResult): PartEnd {
  const message = job.error === null ? job.reason : `${job.error.type}: ${job.error.message}`;
  // Also while the program is loaded, wherever that is.
  if (job.error?.type === "MemoryError") return { kind: "ended", outcome: "memory", message };
  return { kind: "ended", outcome: job.end === "passed" ? "crashed" : job.end, message };
}

/** Whether the program could not even be loaded: then no part can be run. */
function isUnloadable(job: JobResult): boolean {
  return job.end === "raised";
}

/**
 * Runs parts in one process as long as it lives; the part at which it died gets the reason, those behind it a new process.
 * @returns one end per text, and the time that all processes took
 */
export async function runParts(runner: JudgeRunner, parts: Parts): Promise<{ ends: PartEnd[]; elapsedMs: number }> {
  const { texts, partMs, makeWork } = parts;
  const ends: PartEnd[] = [];
  let elapsedMs = 0;
  for (let deaths = 0; ends.length < texts.length; ) {
    if (deaths > MOST_DEATHS || (deaths > 0 && elapsedMs > LONGEST_AFTER_DEATH_MS)) {
      ends.push(
        ...texts
          .slice(ends.length)
          .map((): PartEnd => ({ kind: "ended", outcome: "not-run", message: "too many processes died" })),
      );
      break;
    }
    const rest = texts.slice(ends.length);
    const job = await runJudgeJob(runner, { work: makeWork(rest), parts: rest.length, partMs });
    elapsedMs += job.elapsedMs;
    const taken = takeEnds(job, rest.length);
    // Also one whose results did not fit: all results of a program are held at once.
    if (taken.length < rest.length || taken.at(-1)?.kind === "ended") deaths += 1;
    ends.push(...taken);
  }
  return { ends, elapsedMs };
}

function takeEnds(job: JobResult, count: number): PartEnd[] {
  if (isUnloadable(job) && job.results.size === 0) return Array.from({ length: count }, () => endOf(job));
  const ends: PartEnd[] = [];
  for (let index = 0; index < count; index += 1) {
    const result = job.results.get(index);
    // Another process has room for it.
    if (result === undefined && index > 0 && job.error?.message === FULL) return ends;
    if (result === undefined) return [...ends, endOf(job)];
    ends.push({ kind: "result", result });
  }
  // Without a genuine end even the last answer is none: the process may have been made to look as if it had answered.
  if (job.end !== "passed" && job.end !== "raised") ends[count - 1] = endOf(job);
  return ends;
}
