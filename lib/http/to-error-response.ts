import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors/app-error";
import { describeRunnerError } from "./describe-runner-error";
import { errorStatus } from "./error-status";
import { isAppError } from "./is-app-error";
import type { ErrorBody } from "./schema";

/** Nobody reads this answer; the number is the one web servers log for a client that went away. */
const CLIENT_CLOSED_REQUEST = 499;

function respond(error: AppError): Response {
  const { code, message, details } = error;
  const body: ErrorBody = { error: { code, message, ...(details === undefined ? {} : { details }) } };
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (typeof details?.retryAfterSeconds === "number") headers.set("Retry-After", String(details.retryAfterSeconds));
  return Response.json(body, { status: errorStatus(code), headers });
}

/** The one place where a failure becomes an answer. An unexpected one is logged with a number that the client is given too. */
export function toErrorResponse(error: unknown, request: Request): Response {
  if (isAppError(error) && errorStatus(error.code) < 500) return respond(error);
  if (request.signal.aborted) return new Response(null, { status: CLIENT_CLOSED_REQUEST });
  const known = isAppError(error) && errorStatus(error.code) !== 500 ? error : describeRunnerError(error);
  if (known !== null) return respond(known);
  const incident = randomUUID();
  console.error(`Request ${request.method} ${new URL(request.url).pathname} failed (incident ${incident}):`, error);
  const message = `The server met an error that it did not expect. Its log has the details under incident ${incident}.`;
  return respond(new AppError("internal", message));
}
