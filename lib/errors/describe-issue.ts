import type { z } from "zod";

type Issue = z.core.$ZodRawIssue;

const nouns: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "fields with values",
  record: "fields with values",
  null: "null",
};

/**
 * What a schema found wrong, in plain words that go on from the name of the place ("n: should be at least 1"). Given to a parse as its
 * `error`; schemas' own sentences come first, and what it has no words for is left to zod.
 */
export function describeIssue(issue: Issue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return describeType(issue.expected, issue.input);
    case "too_small":
      return describeBound(issue.origin, { bound: Number(issue.minimum), side: "least", isIn: issue.inclusive !== false });
    case "too_big":
      return describeBound(issue.origin, { bound: Number(issue.maximum), side: "most", isIn: issue.inclusive !== false });
    case "unrecognized_keys":
      return `there is no field called ${quoted(issue.keys)}`;
    case "invalid_value":
      return oneOf(issue.values);
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options) ? oneOf(issue.options) : undefined;
    default:
      return undefined;
  }
}

function describeType(expected: string, input: unknown): string | undefined {
  if (input === undefined) return "is missing";
  const wanted = nouns[expected];
  const given = nouns[input === null ? "null" : Array.isArray(input) ? "array" : typeof input];
  if (wanted === undefined || given === undefined) return undefined;
  return expected === "int" && typeof input === "number" ? `should be ${wanted}` : `should be ${wanted}, not ${given}`;
}

type Bound = { readonly bound: number; readonly side: "least" | "most"; readonly isIn: boolean };

function describeBound(origin: string, { bound, side, isIn }: Bound): string | undefined {
  const figure = bound.toLocaleString("en", { maximumFractionDigits: 20 });
  if (origin === "number" || origin === "int") {
    return isIn ? `should be at ${side} ${figure}` : `should be ${side === "least" ? "above" : "below"} ${figure}`;
  }
  if (side === "least" && bound === 1 && (origin === "string" || origin === "array")) return "is empty";
  if (origin === "string") return `should have at ${side} ${figure} ${bound === 1 ? "character" : "characters"}`;
  return origin === "array" ? `should have at ${side} ${figure} ${bound === 1 ? "entry" : "entries"}` : undefined;
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 0 ? "cannot be used" : `should be ${quoted(values)}`;
}

function quoted(values: readonly unknown[]): string {
  const texts = values.map((value) => (typeof value === "string" ? `"${value}"` : String(value)));
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} or ${texts.at(-1)}`;
}
