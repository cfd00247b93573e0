import { AppError } from "@/lib/errors/app-error";

function tooLarge(maximumBytes: number): AppError {
  const message = `The request's body is larger than ${maximumBytes.toLocaleString("en")} bytes.`;
  return new AppError("body_too_large", message, { maximumBytes });
}

/** Reads a body and stops as soon as it is too large, whatever its length header says. */
export async function readBytes(request: Request, maximumBytes: number): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > maximumBytes) throw tooLarge(maximumBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maximumBytes) throw tooLarge(maximumBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a JSON body and stops as soon as it is too large, whatever its length header says. Only `application/json` is taken: a form or
 * plain text can be sent by any web page without asking first.
 */
export async function readJsonBody(request: Request, maximumBytes: number): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw new AppError("unsupported_media_type", "Send the body as Content-Type: application/json.");
  }
  const bytes = await readBytes(request, maximumBytes);
  try {
    const parsed: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return parsed;
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unreadable";
    throw new AppError("invalid_json", `The body is not JSON in UTF-8: ${reason}`);
  }
}
