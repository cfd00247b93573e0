import type { Comparison } from "@/lib/benchmarks/schema";

/** Takes time in proportion to the length of a word, which is the program's to choose; exponents are kept where they are exact. */
const NUMBER = /^([-+]?)(\d+(?:\.\d*)?|\.\d+)(?:[eE]([-+]?\d{1,15}))?$/;

/** The one form of all words for the same decimal number, however long; null for what is no number. */
function canonicalNumber(word: string): string | null {
  const found = NUMBER.exec(word);
  if (found === null) return null;
  const [, sign, mantissa = "", exponent = "0"] = found;
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = whole + fraction;
  let [start, end] = [0, digits.length];
  while (digits[start] === "0") start += 1;
  while (end > start && digits[end - 1] === "0") end -= 1;
  if (start === end) return "0";
  const power = Number(exponent) - fraction.length + digits.length - end;
  return `${sign === "-" ? "-" : ""}${digits.slice(start, end)}e${power}`;
}

function equalLines(actual: string, expected: string): boolean {
  if (actual === expected) return true;
  const second = expected.split(/\s+/).map(canonicalNumber);
  if (second.includes(null)) return false;
  const first = actual.split(/\s+/, second.length + 1).map(canonicalNumber);
  return first.length === second.length && first.every((number, index) => number === second[index]);
}

/**
 * Whether a program's output is right. LiveCodeBench strips the text and every line, and compares a line of nothing but numbers by their
 * exact decimal values.
 */
export function isRightOutput(actual: string, expected: string, rule: Comparison["stdout"]): boolean {
  if (rule === "exact") return actual === expected;
  const second = expected.trim().split("\n");
  // No more lines than tell that there are too many: a program may write millions.
  const first = actual.trim().split("\n", second.length + 1);
  return first.length === second.length && first.every((line, index) => equalLines(line.trim(), (second[index] ?? "").trim()));
}
