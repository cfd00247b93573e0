import { randomUUID } from "node:crypto";
import { AppError } from "./app-error";
import { describeRunnerError } from "./describe-runner-error";
import { isAppError } from "./is-app-error";
import type { ErrorBody } from "./schema";

/** Nobody reads this answer; the number is the one web servers log for a client that went away. */
const CLIENT_CLOSED_REQUEST = 499;

function respond(error: AppError): Response {
  const body: ErrorBody = {
    error: { code: error.code, message: error.message, ...(error.details === undefined ? {} : { details: error.details }) },
  };
  return Response.json(body, { status: error.status, headers: { "Cache-Control": "no-store", ...error.headers } });
}

/** The one place where a failure becomes an answer. An unexpected one is logged with a number that the client is given too. */
export function toErrorResponse(error: unknown, request: Request): Response {
  if (isAppError(error)) return respond(error);
  if (request.signal.aborted) return new Response(null, { status: CLIENT_CLOSED_REQUEST });
  const known = describeRunnerError(error);
  if (known !== null) return respond(known);
  const incident = randomUUID();
  console.error(`Request ${request.method} ${new URL(request.url).pathname} failed (incident ${incident}):`, error);
  const message = `The server met an error that it did not expect. Its log has the details under incident ${incident}.`;
  return respond(new AppError({ code: "internal", status: 500, message }));
}
