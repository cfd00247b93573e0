import { dumpJsonObject, dumpJsonString } from "@/lib/adapters/dump-json";
import { reprFloat } from "@/lib/recordings/repr-float";
import type { Value } from "@/lib/recordings/schema";

/**
 * A captured value as `json.dumps` prints it, or null where it has no exact JSON (sets, tuples, objects, dicts with keys that are
 * not strings, cut values). Numbers keep their kind and all their digits.
 */
export function toJsonText(value: Value): string | null {
  switch (value.kind) {
    case "none":
      return "null";
    case "bool":
      return value.value ? "true" : "false";
    case "int":
      return value.tail === undefined ? value.text : null;
    case "float":
      return dumpFloat(value.value);
    case "str":
      return value.tail === undefined ? dumpJsonString(value.text) : null;
    case "list":
      return value.tail === undefined ? toArray(value.items) : null;
    case "dict":
      return value.tail === undefined ? toObject(value.entries) : null;
    default:
      return null;
  }
}

function dumpFloat(value: number): string {
  if (Number.isFinite(value)) return reprFloat(value);
  if (Number.isNaN(value)) return "NaN";
  return value > 0 ? "Infinity" : "-Infinity";
}

function toArray(items: readonly Value[]): string | null {
  const texts = items.map(toJsonText);
  return texts.includes(null) ? null : `[${texts.join(", ")}]`;
}

function toObject(entries: readonly (readonly [Value, Value])[]): string | null {
  const members: (readonly [string, string])[] = [];
  for (const [key, value] of entries) {
    const json = toJsonText(value);
    if (key.kind !== "str" || key.tail !== undefined || json === null) return null;
    members.push([key.text, json]);
  }
  return dumpJsonObject(members);
}
