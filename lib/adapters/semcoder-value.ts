import { dumpJsonString } from "@/lib/adapters/dump-json";
import { reloadJson } from "@/lib/adapters/reload-json";
import { toJsonText } from "@/lib/adapters/to-json-text";
import type { Value } from "@/lib/recordings/schema";

/** A logged value as SemCoder's code holds it: text inside a state (`json`) and text as an output. */
export type SemcoderValue = { readonly json: string; readonly output: string };

/**
 * A value of a PySnooper log as SemCoder's released code reads it: a list's single quotes become double ones, what then parses is
 * JSON, what does not is a string. Apostrophes inside lists are lost that way, and tuples, sets and most dicts become strings.
 * Source: `handle_value` and `convertv2s` of experiments/construct_trace.py.
 */
export function readReleasedValue(text: string): SemcoderValue {
  const quoted = text.startsWith("[") && text.endsWith("]") ? text.replaceAll("'", '"') : text;
  const loaded = reloadJson(quoted);
  if (loaded !== null) return loaded.string === null ? toOutput(loaded.json) : fromString(loaded.string);
  if (quoted === "None") return { json: "null", output: "None" };
  if (quoted === "True") return { json: "true", output: "True" };
  if (quoted === "False") return { json: "false", output: "False" };
  return fromString(quoted.startsWith("'") ? quoted.slice(1, -1) : quoted);
}

/** A value without the defects of the release: JSON where the value has one, else its `repr` as a string. */
export function readExactValue(value: Value, text: string): SemcoderValue {
  const json = text.includes("...") ? null : toJsonText(value);
  if (json === null) return { json: dumpJsonString(text), output: text };
  return { json, output: value.kind === "str" ? dumpJsonString(value.text) : toOutput(json).output };
}

function toOutput(json: string): SemcoderValue {
  if (json === "true") return { json, output: "True" };
  if (json === "false") return { json, output: "False" };
  return { json, output: json === "null" ? "None" : json };
}

function fromString(string: string): SemcoderValue {
  const isWrapped = [`""`, `''`, "()", "{}"].some(([open = "", close = ""]) => string.startsWith(open) && string.endsWith(close));
  return { json: dumpJsonString(string), output: isWrapped ? string : `"${string}"` };
}
