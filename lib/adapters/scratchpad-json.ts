import { dumpJsonString } from "@/lib/adapters/dump-json";
import { toJsonText } from "@/lib/adapters/to-json-text";
import { createRepr, type ReprLosses } from "@/lib/recordings/repr-value";
import type { Value } from "@/lib/recordings/schema";

/**
 * Values as a scratchpad's state shows them: JSON, tuples as arrays, functions as `<callable_object NAME>`, dict keys as `json.dumps`
 * turns them into strings, anything else as a string of its `repr`; those are added to `strings`.
 */
export function createScratchpadJson(losses: ReprLosses & { strings: number }, pythonVersion: string): (value: Value) => string {
  const repr = createRepr(losses, pythonVersion);
  const known = new WeakMap<Value, string>();
  const toJson = (value: Value): string => {
    if (value.kind === "int" && value.tail === undefined) return value.text;
    const cached = known.get(value);
    if (cached !== undefined) return cached;
    const json = convert(value);
    known.set(value, json);
    return json;
  };
  const asString = (value: Value): string => {
    losses.strings += 1;
    return dumpJsonString(repr(value));
  };
  const convert = (value: Value): string => {
    switch (value.kind) {
      case "function":
      case "builtin":
      case "method":
      case "class":
        return dumpJsonString(`<callable_object ${value.name}>`);
      case "list":
      case "tuple":
        return value.tail === undefined ? `[${value.items.map(toJson).join(", ")}]` : asString(value);
      case "dict": {
        const keys = value.entries.map(([key]) => toKey(key));
        if (value.tail !== undefined || keys.includes(null)) return asString(value);
        return `{${value.entries.map(([, item], index) => `${dumpJsonString(keys[index] ?? "")}: ${toJson(item)}`).join(", ")}}`;
      }
      default:
        return toJsonText(value) ?? asString(value);
    }
  };
  return toJson;
}

function toKey(key: Value): string | null {
  if (key.kind === "str") return key.tail === undefined ? key.text : null;
  const isAtom = key.kind === "int" || key.kind === "float" || key.kind === "bool" || key.kind === "none";
  return isAtom ? toJsonText(key) : null;
}
