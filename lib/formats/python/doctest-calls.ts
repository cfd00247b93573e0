import { splitItems } from "@/lib/formats/python/split-items";

export type DoctestCall = { readonly arguments: string; readonly expected: string };

const LITERAL_START = /^(?:[-+]?[\d.]|['"[({]|True\b|False\b|None\b)/;

/**
 * The examples `>>> name(…)` of a docstring that have one literal as their answer, in order. Anything else (statements, longer
 * answers, answers in words) is left out.
 */
export function doctestCalls(text: string, name: string): DoctestCall[] {
  const lines = text.split("\n").map((line) => line.trim());
  const calls: DoctestCall[] = [];
  for (const [index, line] of lines.entries()) {
    const prefix = `>>> ${name}(`;
    const answer = lines[index + 1] ?? "";
    const after = lines[index + 2] ?? "";
    const answersOnce = after === "" || after.startsWith(">>>") || after.startsWith('"""') || after.startsWith("'''");
    if (!line.startsWith(prefix) || !line.endsWith(")") || !answersOnce || !LITERAL_START.test(answer)) continue;
    const inside = line.slice(prefix.length, -1);
    if (isBalanced(inside) && isBalanced(answer)) calls.push({ arguments: inside.trim(), expected: answer });
  }
  return calls;
}

function isBalanced(source: string): boolean {
  try {
    splitItems(source);
    return true;
  } catch {
    return false;
  }
}
