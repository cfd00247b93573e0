import { splitItems } from "@/lib/formats/python/split-items";

export type ExampleCall = { readonly arguments: string; readonly expected: string };

const LITERAL = /^(?:[-+]?[\d.]|['"[({]|True\b|False\b|None\b)/;
/** `("Venus")` is written for a tuple and for a text alike. */
const AMBIGUOUS = /^\([^,]*\)$/;
const STRINGS = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g;
const ONLY_VALUES = /^(?:[\s()[\]{},:]|-?\d[\d.]*(?:[eE][+-]?\d+)?(?![\w.])|\b(?:True|False|None)\b)*$/;
const LEAD = String.raw`^(?:[*-]\s+)?(?:[Ff]or [Ee]xample:?\s+|[Ee]xample:?\s+|ex:?\s+|assert\s+)?`;
const ANSWERS = String.raw`\s*(?:=+>|➞|==|->|returns|should return|#\s*=>|# returns)\s*`;

/**
 * The examples in a docstring that are a call of `name` on literals with one literal as the answer, in order: `>>> name(1)` with the
 * answer on the next line, and `name(1) => 2` as HumanEval writes it with many arrows. Anything else (statements, longer answers,
 * answers in words) is left out.
 */
export function exampleCalls(text: string, name: string): ExampleCall[] {
  const lines = text.split("\n").map((line) => line.trim());
  const inline = new RegExp(`${LEAD}${name}\\((.*)\\)${ANSWERS}(.+?)\\s*[.;]?$`);
  return lines.flatMap((line, index) => {
    const found = promptCall(line, lines.slice(index + 1, index + 3), name) ?? inlineCall(inline.exec(line));
    return found !== null && isLiterals(found.arguments) && isLiterals(found.expected) ? [found] : [];
  });
}

function promptCall(line: string, [answer = "", after = ""]: readonly string[], name: string): ExampleCall | null {
  const prefix = `>>> ${name}(`;
  const isOneLine = after === "" || after.startsWith(">>>") || after.startsWith('"""') || after.startsWith("'''");
  if (!line.startsWith(prefix) || !line.endsWith(")") || !isOneLine || !LITERAL.test(answer)) return null;
  return { arguments: line.slice(prefix.length, -1).trim(), expected: answer };
}

function inlineCall(match: RegExpExecArray | null): ExampleCall | null {
  const [, args, expected] = match ?? [];
  if (args === undefined || expected === undefined || !LITERAL.test(expected) || AMBIGUOUS.test(expected)) return null;
  return { arguments: args.trim(), expected };
}

/** Whether brackets pair and nothing but texts, numbers, displays and Python's three constants is there. */
function isLiterals(source: string): boolean {
  try {
    splitItems(source);
  } catch {
    return false;
  }
  return ONLY_VALUES.test(source.replace(STRINGS, "0"));
}
