/** A value as text for the fragment of an address: deflated JSON in URL-safe base64. */
export async function packFragment(value: unknown): Promise<string> {
  const bytes = await pipe(new TextEncoder().encode(JSON.stringify(value)), new CompressionStream("deflate-raw"));
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `1.${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

// A deflate bomb in a link would otherwise fill the reader's memory.
const MAXIMUM_BYTES = 8 * 2 ** 20;

/** The value of a fragment made by `packFragment`, for a schema to check; null when it is damaged or not one. */
export async function unpackFragment(fragment: string): Promise<unknown> {
  if (!fragment.startsWith("1.")) return null;
  try {
    const binary = atob(fragment.slice(2).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = await pipe(
      Uint8Array.from(binary, (character) => character.charCodeAt(0)),
      new DecompressionStream("deflate-raw"),
    );
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

async function pipe(input: Uint8Array<ArrayBuffer>, through: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const reader = new Blob([input]).stream().pipeThrough(through).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MAXIMUM_BYTES) {
      await reader.cancel();
      throw new RangeError("The link holds too much.");
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
