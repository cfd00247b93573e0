import type { Comparison } from "@/lib/benchmarks/schema";

function strippedLines(text: string): string[] {
  return text
    .trim()
    .split("\n")
    .map((line) => line.trim());
}

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;

function equalLines(actual: string, expected: string): boolean {
  if (actual === expected) return true;
  const [first, second] = [actual.split(/\s+/), expected.split(/\s+/)];
  return (
    first.length === second.length &&
    first.every((word, index) => {
      const other = second[index] ?? "";
      return word === other || (NUMBER.test(word) && NUMBER.test(other) && Number(word) === Number(other));
    })
  );
}

/** Whether a program's output is right. LiveCodeBench strips the text and every line, and takes numbers that are equal as equal. */
export function isRightOutput(actual: string, expected: string, rule: Comparison["stdout"]): boolean {
  if (rule === "exact") return actual === expected;
  const [first, second] = [strippedLines(actual), strippedLines(expected)];
  return first.length === second.length && first.every((line, index) => equalLines(line, second[index] ?? ""));
}
