import { availableParallelism } from "node:os";
import type { Remark, Verification } from "@/lib/benchmarks/api-schema";
import { endVerification, findVerificationState, startVerification, takeVerification } from "@/lib/benchmarks/data-verifications";
import { verifyBenchmark } from "@/lib/benchmarks/verify-benchmark";
import { createServices } from "@/lib/engine/create-services";
import { readEnvironment } from "@/lib/environment/read-environment";
import { HARNESS_VERSION } from "@/lib/judge/judge-program";
import { CommandFailure, exitCodes } from "./command-failure";
import { startProgress } from "./progress";

export type Verified = { readonly benchmark: string; readonly verification: Verification; readonly remarks: readonly Remark[] };

/** Judges a benchmark's programs in this process, going on where an earlier run was stopped. */
export async function verifyInCommand(benchmarkId: string): Promise<Verified> {
  const environment = readEnvironment(process.env);
  const services = await createServices(environment);
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort(new CommandFailure(exitCodes.interrupted, "Interrupted. The same command goes on."));
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  const asked = { benchmarkId, runBy: "command", harnessVersion: HARNESS_VERSION, now: new Date() } as const;
  const id = await startVerification(asked);
  const end = (status: "completed" | "stopped", reason: string | null) =>
    endVerification(id, { status, reason, now: new Date() });
  const before = await findVerificationState(benchmarkId);
  const total = before.verification?.programs ?? 0;
  const skipped = (before.verification?.references.programs ?? 0) + (before.verification?.buggy.programs ?? 0);
  let done = 0;
  const progress = startProgress(process.stderr, () => ({ total, skipped, done, failed: 0 }));
  try {
    await takeVerification(id, "command");
    const concurrency = environment.workers ?? availableParallelism();
    const onProgress = (programs: number) => {
      done += programs;
    };
    const { signal } = interrupted;
    await verifyBenchmark({ id, benchmarkId, services, signal, concurrency, onProgress });
    await end("completed", null);
  } catch (error) {
    await end("stopped", error instanceof Error ? error.message : String(error));
    throw error;
  } finally {
    progress.stop();
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    await services.close();
  }
  const { verification, remarks } = await findVerificationState(benchmarkId);
  if (verification === null) throw new CommandFailure(exitCodes.incomplete, "The benchmark was deleted meanwhile.");
  return { benchmark: benchmarkId, verification, remarks };
}

const MOST_NAMES = 20;

/** What a check found, for a terminal. Pure. */
export function printVerification({ benchmark, verification, remarks }: Verified): string {
  const { references, buggy, misleadingExamples, unseenBugs, exceptions } = verification;
  const lines = [`${benchmark} checked against itself:`];
  if (references.programs > 0) lines.push(`  ${references.asExpected} of ${references.programs} solutions pass`);
  if (buggy.programs > 0) lines.push(`  ${buggy.asExpected} of ${buggy.programs} buggy programs fail`);
  if (references.programs + buggy.programs === 0) lines.push("  it has no programs that could be judged");
  const names = (role: Remark["role"]) => nameTasks(remarks.filter((remark) => remark.isExpected && remark.role === role));
  if (misleadingExamples > 0)
    lines.push(`  solutions that fail a visible test which does not score: ${misleadingExamples} (${names("reference")})`);
  if (unseenBugs > 0) lines.push(`  buggy programs that pass every visible test: ${unseenBugs} (${names("buggy")})`);
  const shown = remarks.filter(({ isExpected }) => !isExpected);
  for (const { taskId, kind, role, verdict, reason } of shown)
    lines.push(
      `  ! ${taskId} (${kind}): ${role === "reference" ? "solution" : "buggy program"} ${verdict}${reason === null ? "" : ` · ${reason}`}`,
    );
  if (shown.length < exceptions) lines.push(`  … and ${exceptions - shown.length} more`);
  return `${lines.join("\n")}\n`;
}

function nameTasks(remarks: readonly Remark[]): string {
  const names = remarks.slice(0, MOST_NAMES).map(({ taskId }) => taskId);
  return `${names.join(", ")}${remarks.length > MOST_NAMES ? ", …" : ""}`;
}
