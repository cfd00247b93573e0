import { AppError } from "@/lib/errors/app-error";

/** What a request gets for something that does not exist, has expired, or has a malformed address. */
export function notFound(what: string): AppError {
  return new AppError("not_found", `${what} does not exist here, or has expired.`);
}
