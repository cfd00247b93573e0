import { escapeBody } from "@/lib/recordings/repr-string";
import { createRepr, type ReprLosses } from "@/lib/recordings/repr-value";
import type { Value } from "@/lib/recordings/schema";

/** Values as CodeExecutor's traces print them: strings without quotes, containers with a blank around every token. */
export function createTokenText(losses: ReprLosses, pythonVersion: string): (value: Value) => string {
  const repr = createRepr(losses, pythonVersion);
  const known = new WeakMap<Value, string>();
  const toText = (value: Value): string => {
    if (value.kind === "int" || value.kind === "none") return repr(value);
    const cached = known.get(value);
    if (cached !== undefined) return cached;
    if ("tail" in value && value.tail !== undefined && isContainer(value)) losses.cut += 1;
    const text = toTokens(value, toText) ?? repr(value);
    known.set(value, text);
    return text;
  };
  return toText;
}

function isContainer({ kind }: Value): boolean {
  return kind === "str" || kind === "list" || kind === "tuple" || kind === "set" || kind === "dict";
}

function toTokens(value: Value, toText: (value: Value) => string): string | null {
  const entry = ([key, item]: readonly [Value, Value]): string => `${toText(key)} : ${toText(item)}`;
  switch (value.kind) {
    case "str":
      return escapeBody(value.tail === undefined ? value.text : `${value.text}...${value.tail}`, '"');
    case "list":
      return group("[", join(value.items, value.tail, toText), "]");
    case "tuple":
      return value.length === 1
        ? `( ${join(value.items, value.tail, toText).join("")} , )`
        : group("(", join(value.items, value.tail, toText), ")");
    case "set":
      return value.length === 0 ? "set ( )" : group("{", join(value.items, value.tail, toText), "}");
    case "dict":
      return group("{", join(value.entries, value.tail, entry), "}");
    default:
      return null;
  }
}

function group(open: string, parts: readonly string[], close: string): string {
  return parts.length === 0 ? `${open} ${close}` : `${open} ${parts.join(" , ")} ${close}`;
}

function join<T>(head: readonly T[], tail: readonly T[] | undefined, toText: (item: T) => string): readonly string[] {
  return tail === undefined ? head.map(toText) : [...head.map(toText), "...", ...tail.map(toText)];
}
