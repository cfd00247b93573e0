import { APICallError, JSONParseError, TypeValidationError } from "ai";
import { ProviderError, type ProviderErrorKind } from "./provider-error";
import { readRetryAfter } from "./read-retry-after";

/** Turns whatever the SDK throws or reports into the one error that the engine knows. `now` in milliseconds, for dated headers. */
export function toProviderError(error: unknown, now: number): ProviderError {
  if (error instanceof ProviderError) return error;
  if (APICallError.isInstance(error)) return fromCall(error, now);
  if (JSONParseError.isInstance(error) || TypeValidationError.isInstance(error)) {
    return new ProviderError("malformed", `The answer is not what the protocol says: ${firstLine(error.message)}`);
  }
  if (error instanceof Error) return new ProviderError("network", `The connection failed: ${firstLine(deepestMessage(error))}`);
  return new ProviderError(
    "server",
    `The provider reported an error: ${firstLine(typeof error === "string" ? error : JSON.stringify(error))}`,
  );
}

function fromCall(error: APICallError, now: number): ProviderError {
  const { statusCode } = error;
  const message = firstLine(error.message);
  if (statusCode === undefined) return new ProviderError("network", message);
  if (statusCode === 429) {
    return new ProviderError("rate-limit", `429: ${message}`, readRetryAfter(error.responseHeaders ?? {}, now));
  }
  if (statusCode === 503 || statusCode === 529) {
    return new ProviderError("server", `${statusCode}: ${message}`, readRetryAfter(error.responseHeaders ?? {}, now));
  }
  return new ProviderError(kindOf(statusCode), `${statusCode}: ${message}`);
}

function kindOf(statusCode: number): ProviderErrorKind {
  if (statusCode >= 200 && statusCode < 300) return "malformed";
  if (statusCode === 401 || statusCode === 403) return "refused-key";
  if (statusCode === 408 || statusCode === 409 || statusCode >= 500) return "server";
  return "bad-request";
}

function deepestMessage(error: Error): string {
  return error.cause instanceof Error ? `${error.message} (${deepestMessage(error.cause)})` : error.message;
}

function firstLine(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  return line.length > 500 ? `${line.slice(0, 500)}…` : line;
}
