import { CommanderError } from "commander";
import { describeRunnerError } from "@/lib/http/describe-runner-error";
import { isAppError } from "@/lib/http/is-app-error";
import { CommandFailure, exitCodes } from "./command-failure";

/** What the process ends with after a command threw this. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommandFailure) return error.exitCode;
  // Help and version end by throwing too, with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (isAppError(error)) return exitCodes.usage;
  return describeRunnerError(error)?.code === "jail_refused" ? exitCodes.refused : exitCodes.incomplete;
}

/** What the user is told; a stack only for what nobody expected. */
export function sentenceOf(error: unknown): string {
  if (error instanceof CommandFailure || isAppError(error)) return error.message;
  const known = describeRunnerError(error);
  if (known !== null) return known.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
