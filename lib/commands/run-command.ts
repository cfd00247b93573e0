import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { saveBenchmark } from "@/lib/benchmarks/data";
import { polytraceMini } from "@/lib/benchmarks/polytrace-mini/problems";
import { changeStatus, findUnfinished } from "@/lib/experiments/data";
import { findProgress } from "@/lib/experiments/data-progress";
import { planSpec } from "@/lib/experiments/plan-spec";
import type { Spec } from "@/lib/experiments/schema";
import { specFromYaml } from "@/lib/experiments/spec-yaml";
import { startExperiment } from "@/lib/experiments/start-experiment";
import { startWorker } from "@/lib/jobs/start-worker";
import { builtinModels } from "@/lib/models/builtin-models";
import { addMissingModels } from "@/lib/models/data";
import { CommandFailure, exitCodes, usageFailure } from "./command-failure";
import { describePlan } from "./describe-plan";
import { describeProgress } from "./describe-progress";
import { userPath } from "./user-path";
import { withDatabase } from "./with-database";

type Options = { readonly plan: boolean; readonly json: boolean };

const LOOK_EVERY_MS = 1_000;

/** `run SPEC.yaml`: what the pages do, from the command line. Running the same file again goes on with what is not over. */
export function addRunCommand(program: Command): void {
  program
    .command("run")
    .description("Run an experiment from its specification, or only plan it")
    .argument("<spec>", "YAML file with the specification (docs/experiments.md)")
    .option("--plan", "say what the run would be and end", false)
    .option("--json", "print JSON", false)
    .action(async (file: string, options: Options) => {
      const spec = specFromYaml(await readSpecFile(file));
      await withDatabase(async () => {
        await saveBenchmark(polytraceMini);
        await addMissingModels(builtinModels);
        await (options.plan ? printPlan(spec, options) : runSpec(spec, options));
      });
    });
}

async function readSpecFile(file: string): Promise<string> {
  try {
    return await readFile(userPath(file), "utf8");
  } catch (error) {
    throw usageFailure(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function printPlan(spec: Spec, { json }: Options): Promise<void> {
  const planned = await planSpec(spec);
  process.stdout.write(json ? `${JSON.stringify(planned, null, 2)}\n` : describePlan(planned));
}

async function runSpec(spec: Spec, { json }: Options): Promise<void> {
  const planned = await planSpec(spec);
  process.stderr.write(describePlan(planned));
  const unfinished = await findUnfinished(planned.specHash);
  const id = unfinished ?? (await startExperiment(spec, new Date()));
  if (unfinished !== null) await changeStatus(id, { from: ["paused"], to: "running", reason: null }, new Date());
  process.stderr.write(`${unfinished === null ? "Running" : "Going on with"} experiment ${id}\n`);
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  const worker = await startWorker();
  try {
    await watchUntilOver(id, { json, signal: interrupted.signal });
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    await worker.stop();
  }
}

type Watching = { readonly json: boolean; readonly signal: AbortSignal };

async function watchUntilOver(id: string, { json, signal }: Watching): Promise<void> {
  for (let shown = ""; ; ) {
    const progress = await findProgress(id);
    if (progress === null) throw new CommandFailure(exitCodes.incomplete, "The experiment was deleted.");
    const line = describeProgress(progress);
    if (line !== shown) process.stderr.write(`${line}\n`);
    shown = line;
    const { status, reason } = progress.experiment;
    if (status !== "running") {
      process.stdout.write(json ? `${JSON.stringify(progress, null, 2)}\n` : `${id}\n`);
      if (status === "completed" && progress.units.error === 0) return;
      throw new CommandFailure(exitCodes.incomplete, reason ?? `The experiment is ${status}.`);
    }
    if (signal.aborted) throw new CommandFailure(exitCodes.interrupted, "Interrupted. Run the same file again to go on.");
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
