import type { Problem } from "@/lib/benchmarks/schema";
import { checkFailingRun } from "@/lib/engine/check-failing-run";
import { findFailure, runOfTest } from "@/lib/engine/failing-run";
import type { Verdict } from "@/lib/judge/schema";
import type { RecordingSummary } from "@/lib/recordings/api-schema";
import type { Entry, Recording } from "@/lib/recordings/schema";
import type { FailingRun } from "./schema";

/** Records a run in a way that it can be opened later, or finds its recording. */
export type Keep = (run: {
  readonly source: string;
  readonly entry: Entry;
  readonly signal: AbortSignal;
}) => Promise<{ readonly summary: RecordingSummary; readonly recording: Recording }>;

type Judged = { readonly problem: Problem; readonly program: string | null; readonly visible: Verdict | null };
type Keeping = { readonly keep: Keep; readonly signal: AbortSignal };

/** The recording of the first visible test that a program fails, the one that a prompt would tell of; or why there is none. */
export async function keepFailingRun(
  { problem, program, visible }: Judged,
  { keep, signal }: Keeping,
): Promise<{ readonly run: FailingRun | null; readonly absence: string | null }> {
  if (program === null) return { run: null, absence: "There is no program to record." };
  if (visible === null) return { run: null, absence: "There is no visible test whose run could be recorded." };
  const found = findFailure(problem, visible);
  if (found === null) return { run: null, absence: "No visible test fails, so there is no failing run." };
  const job = runOfTest(problem, program, found.test);
  const { summary, recording } = await keep({ ...job, signal });
  const check = checkFailingRun(recording, { ...job, test: found.test, failure: found.failure });
  const isSame = !("mismatch" in check);
  const comparison = "mismatch" in check ? `Not the run that failed: ${check.mismatch}.` : same[check.checked];
  return { run: { recording: summary, test: problem.tests.indexOf(found.test), comparison, isSame }, absence: null };
}

const same = {
  "call-and-result": "The same call and the same end as in the verdict.",
  call: "The same call as in the verdict; its end cannot be compared.",
} as const;
