import { escapeBody } from "@/lib/recordings/repr-string";
import { createRepr, type ReprLosses } from "@/lib/recordings/repr-value";
import type { Value } from "@/lib/recordings/schema";

/** Values as CodeExecutor's traces print them: strings without quotes, containers with a blank around every token. */
export function createTokenText(losses: ReprLosses): (value: Value) => string {
  const repr = createRepr(losses);
  const known = new WeakMap<Value, string>();
  const toText = (value: Value): string => {
    if (value.kind === "int" || value.kind === "none") return repr(value);
    const cached = known.get(value);
    if (cached !== undefined) return cached;
    const text = toTokens(value);
    known.set(value, text);
    return text;
  };
  const group = (open: string, parts: readonly string[], close: string): string =>
    parts.length === 0 ? `${open} ${close}` : `${open} ${parts.join(" , ")} ${close}`;
  const list = (items: readonly Value[], tail: readonly Value[] | undefined): readonly string[] => {
    if (tail === undefined) return items.map(toText);
    losses.cut += 1;
    return [...items.map(toText), "...", ...tail.map(toText)];
  };
  const entry = ([key, item]: readonly [Value, Value]): string => `${toText(key)} : ${toText(item)}`;
  const toTokens = (value: Value): string => {
    switch (value.kind) {
      case "str":
        if (value.tail !== undefined) losses.cut += 1;
        return escapeBody(value.tail === undefined ? value.text : `${value.text}...${value.tail}`, '"');
      case "list":
        return group("[", list(value.items, value.tail), "]");
      case "tuple":
        return value.length === 1
          ? `( ${list(value.items, value.tail).join("")} , )`
          : group("(", list(value.items, value.tail), ")");
      case "set":
        return value.length === 0 ? "set ( )" : group("{", list(value.items, value.tail), "}");
      case "dict": {
        if (value.tail === undefined) return group("{", value.entries.map(entry), "}");
        losses.cut += 1;
        return group("{", [...value.entries.map(entry), "...", ...value.tail.map(entry)], "}");
      }
      default:
        return repr(value);
    }
  };
  return toText;
}
