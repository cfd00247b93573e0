import { AppError } from "@/lib/errors/app-error";
import type { ExperimentAction } from "./api-schema";
import { changeStatus, findExperiment, resetErrors, type StatusChange } from "./data";
import { extendSamples } from "./extend-samples";

const changes: Record<"pause" | "resume" | "cancel", StatusChange> = {
  pause: { from: ["running"], to: "paused", reason: "Paused by hand." },
  resume: { from: ["paused"], to: "running", reason: null },
  cancel: { from: ["running", "paused"], to: "cancelled", reason: "Cancelled by hand." },
};

/** Does what a person asks of an experiment. Throws an `AppError` when it does not exist or is not in a state for that. */
export async function actOnExperiment(id: string, request: ExperimentAction, now: Date): Promise<void> {
  const experiment = await findExperiment(id);
  if (experiment === null) throw new AppError("not_found", "The experiment does not exist.");
  if (experiment.origin === "import") throw new AppError("conflict", "An imported experiment is not run here.");
  if (request.action === "raise-samples") {
    if (experiment.status === "cancelled") throw new AppError("conflict", "A cancelled experiment is not gone on with.");
    return extendSamples(id, request.raises, now);
  }
  if (request.action === "retry-errors") {
    if (experiment.status === "cancelled") throw new AppError("conflict", "A cancelled experiment is not gone on with.");
    await resetErrors(id);
    return;
  }
  if (await changeStatus(id, changes[request.action], now)) return;
  throw new AppError("conflict", `The experiment is ${experiment.status}; it cannot ${request.action} now.`);
}
