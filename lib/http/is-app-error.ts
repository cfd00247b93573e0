import { AppError } from "@/lib/errors/app-error";

/** By name and not only by class: bundles of the server each hold their own copy of the class. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError || (error instanceof Error && error.name === "AppError" && "code" in error);
}
