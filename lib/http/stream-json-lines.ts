/** Everything that a long answer tells, as lines of JSON; `tell` is given the way to say something and a signal of the reader's leaving. */
export function streamJsonLines<Event>(
  reader: AbortSignal,
  tell: (say: (event: Event) => void, signal: AbortSignal) => Promise<void>,
): Response {
  const left = new AbortController();
  const signal = AbortSignal.any([reader, left.signal]);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (event: Event) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
      };
      try {
        await tell(say, signal);
        if (!signal.aborted) controller.close();
      } catch (error) {
        if (!signal.aborted) controller.error(error);
      }
    },
    cancel: (reason) => left.abort(reason),
  });
  // Without it a proxy may keep lines back until it has many.
  const headers = { "Content-Type": "application/x-ndjson", "Cache-Control": "no-store", "X-Accel-Buffering": "no" };
  return new Response(body, { headers });
}
