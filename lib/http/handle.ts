import { toErrorResponse } from "./to-error-response";

type Answer<Context> = (request: Request, context: Context) => Promise<Response>;

/** Wraps a route handler, so that whatever it throws becomes an answer of the one error shape. */
export function handle<Context>(answer: Answer<Context>): Answer<Context> {
  return async (request, context) => {
    // Reading a header keeps the route from being rendered while the product is built, when there is no database.
    // It stands outside the try because Next.js stops such a rendering by throwing.
    request.headers.get("host");
    try {
      return await answer(request, context);
    } catch (error) {
      return toErrorResponse(error, request);
    }
  };
}
