import { AppError } from "./app-error";

/** What a request gets for something that does not exist, has expired, or has a malformed address. */
export function notFound(what: string): AppError {
  return new AppError({ code: "not_found", status: 404, message: `${what} does not exist here, or has expired.` });
}
