import type { z } from "zod";

/** What a stream of JSON lines tells, line by line as they come. */
export async function* readJsonLines<T>(body: ReadableStream<Uint8Array>, schema: z.ZodType<T>): AsyncGenerator<T> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line !== "") yield schema.parse(JSON.parse(line));
  }
}
