import type { Comparison, Tolerance } from "@/lib/benchmarks/schema";
import type { DataValue } from "./data-value";

export type Rules = { readonly tolerance: Tolerance; readonly tupleIsList: boolean };

/** A number as Python's numeric tower sees it: True is 1 is 1.0. Null for what is no number. */
function numberOf(value: DataValue): bigint | number | null {
  if (value.kind === "bool") return value.value ? 1n : 0n;
  if (value.kind === "int" || value.kind === "float") return value.value;
  return null;
}

function closeNumbers(actual: bigint | number, expected: bigint | number, { absolute, relative }: Tolerance): boolean {
  // Like Python, JavaScript orders integers and floats by their exact values; NaN is in no order.
  if (actual <= expected && actual >= expected) return true;
  if (absolute === 0 && relative === 0) return false;
  const [a, b] = [Number(actual), Number(expected)];
  return Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) <= absolute + relative * Math.abs(b);
}

function isZero(value: DataValue): boolean {
  const number = numberOf(value);
  return number !== null && Number(number) === 0;
}

/** A text that is the same for values that are equal and may be in a set or a key; null for values that may not. */
export function hashKey(value: DataValue): string | null {
  const number = numberOf(value);
  if (number !== null) {
    const whole = typeof number === "number" && Number.isInteger(number) ? BigInt(number) : number;
    // Not in decimal, which takes a second per megabit.
    return Number.isNaN(number) ? null : `n${whole.toString(16)}`;
  }
  switch (value.kind) {
    case "none":
    case "ellipsis":
      return value.kind;
    case "complex":
      return value.imaginary === 0 ? hashKey({ kind: "float", value: value.real }) : `c${value.real},${value.imaginary}`;
    case "str":
      return `s${JSON.stringify(value.value)}`;
    case "bytes":
      return `b${value.value.toString("hex")}`;
    case "tuple":
      return hashItems("t", value.items);
    case "range":
      return hashItems("r", value.items);
    case "frozenset":
      return hashSet(value.items);
    default:
      return null;
  }
}

function hashItems(prefix: string, items: readonly DataValue[]): string | null {
  const keys = items.map(hashKey);
  return keys.includes(null) ? null : `${prefix}(${keys.join(",")})`;
}

function hashSet(items: readonly DataValue[]): string | null {
  const keys = items.map(hashKey);
  return keys.includes(null) ? null : `z{${keys.sort().join(",")}}`;
}

function equalSets(actual: readonly DataValue[], expected: readonly DataValue[]): boolean {
  const [first, second] = [new Set(actual.map(hashKey)), new Set(expected.map(hashKey))];
  return !first.has(null) && first.size === second.size && first.isSubsetOf(second);
}

type Entries = readonly (readonly [DataValue, DataValue])[];

function equalDicts(actual: Entries, expected: Entries, rules: Rules): boolean {
  if (actual.length !== expected.length) return false;
  const found = new Map(actual.map(([key, value]) => [hashKey(key), value]));
  return expected.every(([key, value]) => {
    const name = hashKey(key);
    const other = name === null ? undefined : found.get(name);
    return other !== undefined && equalValues(other, value, rules);
  });
}

function equalItems(actual: readonly DataValue[], expected: readonly DataValue[], rules: Rules): boolean {
  return (
    actual.length === expected.length &&
    actual.every((item, index) => {
      const other = expected[index];
      return other !== undefined && equalValues(item, other, rules);
    })
  );
}

const isSet = (kind: DataValue["kind"]) => kind === "set" || kind === "frozenset";
const isListLike = (kind: DataValue["kind"]) => kind === "list" || kind === "tuple";

/** Python's `==` between values of exact builtin types, with a tolerance for numbers. Anything else equals nothing. */
export function equalValues(actual: DataValue, expected: DataValue, rules: Rules): boolean {
  const [a, b] = [numberOf(actual), numberOf(expected)];
  if (a !== null && b !== null) return closeNumbers(a, b, rules.tolerance);
  if ("items" in actual && "items" in expected) {
    if (isSet(actual.kind) && isSet(expected.kind)) return equalSets(actual.items, expected.items);
    if (actual.kind === "iterator") return false;
    const mixed = rules.tupleIsList && isListLike(actual.kind) && isListLike(expected.kind);
    return (actual.kind === expected.kind || mixed) && equalItems(actual.items, expected.items, rules);
  }
  if (actual.kind === "dict" && expected.kind === "dict") return equalDicts(actual.entries, expected.entries, rules);
  if (actual.kind === "bytearray" || expected.kind === "bytearray") return equalBytes(actual, expected);
  const key = hashKey(actual);
  return key !== null && key === hashKey(expected);
}

function equalBytes(actual: DataValue, expected: DataValue): boolean {
  if (actual.kind !== "bytes" && actual.kind !== "bytearray") return false;
  if (expected.kind !== "bytes" && expected.kind !== "bytearray") return false;
  return actual.value.equals(expected.value);
}

function isAllFloats(value: DataValue): boolean {
  if (value.kind === "float") return true;
  return (
    (value.kind === "list" || value.kind === "tuple") &&
    value.items.length > 0 &&
    value.items.every(({ kind }) => kind === "float")
  );
}

/** Collected into a set, as Python's `set(value)`; null when that would raise. */
function asSet(value: DataValue): readonly DataValue[] | null {
  if (value.kind === "dict") return value.entries.map(([key]) => key);
  if (value.kind === "str") return [...value.value].map((character) => ({ kind: "str" as const, value: character }));
  return "items" in value && value.kind !== "range" ? value.items : null;
}

function equalAsSets(actual: DataValue, expected: DataValue): boolean {
  const [first, second] = [asSet(actual), asSet(expected)];
  return first !== null && second !== null && equalSets(first, second);
}

/** |p(x)| for the answer x, where the polynomial's coefficients stand from the constant upwards; summed as EvalPlus does, whose sums round alike. */
function isRoot(actual: DataValue, coefficients: DataValue | null, { absolute }: Tolerance): boolean {
  const x = numberOf(actual);
  if (x === null || coefficients === null || !("items" in coefficients)) return false;
  const value = coefficients.items.reduce(
    (sum, item, power) => sum + Number(numberOf(item) ?? Number.NaN) * Number(x) ** power,
    0,
  );
  return Math.abs(value) <= absolute;
}

export type Compared = {
  readonly actual: DataValue;
  readonly expected: DataValue;
  readonly comparison: Comparison;
  /** Of this test; instead of the comparison's own. */
  readonly tolerance: Tolerance | null;
  /** Needed by the rule `polynomial-root`. */
  readonly firstArgument: DataValue | null;
};

/** EvalPlus asks of these tasks only whether something was answered, unless it was answered with a truth value. */
function isAnsweredAlike(actual: DataValue, expected: DataValue, rules: Rules): boolean {
  if (expected.kind === "bool" && actual.kind !== "bool") return expected.value === (actual.kind !== "none");
  if (expected.kind !== "bool") return (expected.kind === "none") === (actual.kind === "none");
  return equalValues(actual, expected, rules);
}

/** Whether an answer is right by the benchmark's rule of comparison. */
export function isRight({ actual, expected, comparison, tolerance: own, firstArgument }: Compared): boolean {
  const { floatTolerance, tupleIsList } = comparison;
  const exact = comparison.tolerance.absolute === 0 && comparison.tolerance.relative === 0;
  const general = exact && floatTolerance !== null && isAllFloats(expected) ? floatTolerance : comparison.tolerance;
  const rules: Rules = { tolerance: own ?? general, tupleIsList };
  switch (comparison.rule) {
    case "any":
      return actual.kind !== "opaque";
    case "set-equal":
      return equalAsSets(actual, expected);
    case "not-none":
      return isAnsweredAlike(actual, expected, rules);
    case "equal-or-zero":
      return equalValues(actual, expected, rules) || isZero(actual);
    case "polynomial-root":
      return isRoot(actual, firstArgument, rules.tolerance);
    case "equal":
      return equalValues(actual, expected, rules);
  }
}
