import { createRepr, type ReprLosses } from "@/lib/recordings/repr-value";
import type { Value } from "@/lib/recordings/schema";

/** A `str` of captured values, as `createRepr` is their `repr`: text without quotes, exceptions as their message. */
export function createStr(losses: ReprLosses, pythonVersion: string): (value: Value) => string {
  const repr = createRepr(losses, pythonVersion);
  return (value) => {
    if (value.kind === "str") return readText(value, losses);
    if (value.kind !== "object" || !value.isException) return repr(value);
    const args = value.attributes.find(([name]) => name === "args")?.[1];
    if (args?.kind !== "tuple" || args.length > 1) return args === undefined ? repr(value) : repr(args);
    const [only] = args.items;
    if (only === undefined) return "";
    return only.kind === "str" && value.typeName !== "KeyError" ? readText(only, losses) : repr(only);
  };
}

function readText({ text, tail }: Extract<Value, { kind: "str" }>, losses: ReprLosses): string {
  if (tail === undefined) return text;
  losses.cut += 1;
  return `${text}...${tail}`;
}
