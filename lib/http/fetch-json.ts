import type { Fault } from "./schema";

/** An answer that is not a success: the server's own sentence, and when to try again where it says so. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: string;
  readonly retryAfterSeconds: number | null;
  /** Places in the input that are at fault, where the server names them. */
  readonly faults: readonly Fault[];

  constructor(
    message: string,
    answer: {
      readonly status: number;
      readonly code: string;
      readonly retryAfterSeconds: number | null;
      readonly faults?: readonly Fault[];
    },
  ) {
    super(message);
    this.status = answer.status;
    this.code = answer.code;
    this.retryAfterSeconds = answer.retryAfterSeconds;
    this.faults = answer.faults ?? [];
  }
}

/** What checks an answer: a schema, or a function that throws as one does. */
export type AnswerSchema<T> = { readonly parse: (answer: unknown) => T };

/** Sends a request to this server and checks the answer; a schema may come while the answer does. Throws `ApiError` on any answer but a success. */
export async function fetchJson<T>(
  address: string,
  schema: AnswerSchema<T> | Promise<AnswerSchema<T>>,
  init?: RequestInit,
): Promise<T> {
  const [response, checked] = await Promise.all([fetchSuccess(address, init), schema]);
  return checked.parse(response.status === 204 ? null : await response.json());
}

/** Sends a request to this server. Throws `ApiError` on any answer but a success. */
export async function fetchSuccess(address: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    const message = "The Polytrace server does not answer. Check that it is still running.";
    throw new ApiError(message, { status: 0, code: "unreachable", retryAfterSeconds: null });
  }
  if (response.ok) return response;
  // Fetched with the first error: pages that meet none do not load zod for it.
  const { errorBodySchema, faultsSchema } = await import("./schema");
  const body = errorBodySchema.safeParse(await response.json().catch(() => null));
  const message = body.success ? body.data.error.message : `The server answered ${response.status} without saying why.`;
  const retryAfter = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  throw new ApiError(message, {
    status: response.status,
    code: body.success ? body.data.error.code : "unknown",
    retryAfterSeconds: Number.isNaN(retryAfter) ? null : retryAfter,
    faults: body.success ? (faultsSchema.safeParse(body.data.error.details).data?.faults ?? []) : [],
  });
}

/** A JSON body for a POST. */
export function jsonBody(value: unknown): RequestInit {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) };
}
