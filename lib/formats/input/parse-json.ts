const decoder = new TextDecoder("utf-8", { fatal: true });

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads one JSON value as Python's `json` writes it: `NaN`, `Infinity` and `-Infinity`, which JSON does not have, become null.
 * Invalid UTF-8 and syntax errors come back as a reason.
 */
export function parseJson(bytes: Uint8Array): ParsedJson {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { ok: false, reason: "it is not valid UTF-8 text" };
  }
  return parseJsonText(text);
}

/** The same for text that is already decoded. */
export function parseJsonText(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text), text };
  } catch (error) {
    const strict = withoutPythonNumbers(text);
    if (strict !== text) {
      try {
        return { ok: true, value: JSON.parse(strict), text };
      } catch {
        // The first error names the place in the text as it is.
      }
    }
    return { ok: false, reason: `it is not valid JSON (${error instanceof Error ? error.message : String(error)})` };
  }
}

const STRINGS_AND_PYTHON_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/gs;

function withoutPythonNumbers(text: string): string {
  if (!/NaN|Infinity/.test(text)) return text;
  return text.replace(STRINGS_AND_PYTHON_NUMBERS, (token) => (token.startsWith('"') ? token : "null"));
}
