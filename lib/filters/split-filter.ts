import type { Comparison, FilterFault } from "@/lib/filters/schema";

export type FilterToken =
  | { readonly kind: "open" | "close" | "and" | "or" | "not"; readonly start: number; readonly end: number }
  | { readonly kind: "word"; readonly text: string; readonly start: number; readonly end: number }
  | {
      readonly kind: "term";
      readonly field: string;
      readonly comparison: Comparison;
      readonly value: string;
      readonly start: number;
      readonly end: number;
      readonly valueStart: number;
    };

const TERM = /([A-Za-z][\w.-]*)(!=|>=|<=|:|=|>|<)("(?:[^"\\]|\\.)*"?|[^\s()"]*)/y;
const WORD = /"(?:[^"\\]|\\.)*"?|[^\s()"]+/y;
const WORDS: Readonly<Record<string, "and" | "or" | "not">> = {
  and: "and",
  or: "or",
  not: "not",
  AND: "and",
  OR: "or",
  NOT: "not",
};

/** Cuts an expression into terms, words and signs. */
export function splitFilter(text: string): { tokens: readonly FilterToken[]; fault: FilterFault | null } {
  const tokens: FilterToken[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = text[at] ?? "";
    if (/\s/.test(sign)) {
      at += 1;
      continue;
    }
    const simple = sign === "(" ? "open" : sign === ")" ? "close" : sign === "-" || sign === "!" ? "not" : null;
    if (simple !== null) {
      tokens.push({ kind: simple, start: at, end: at + 1 });
      at += 1;
      continue;
    }
    const token = readTerm(text, at) ?? readWord(text, at);
    if (token === null) return { tokens, fault: { message: `"${sign}" cannot stand here`, start: at, end: at + 1 } };
    const unclosed = text.slice(at, token.end).match(/(?<!\\)"/g)?.length ?? 0;
    if (unclosed % 2 === 1) return { tokens, fault: { message: "a quotation mark is not closed", start: at, end: token.end } };
    tokens.push(token);
    at = token.end;
  }
  return { tokens, fault: null };
}

function readTerm(text: string, at: number): FilterToken | null {
  TERM.lastIndex = at;
  const match = TERM.exec(text);
  if (match === null) return null;
  const [whole, field = "", sign = ":", value = ""] = match;
  const comparison = COMPARISONS.find((known) => known === sign) ?? ":";
  return {
    kind: "term",
    field,
    comparison,
    value: unquote(value),
    start: at,
    end: at + whole.length,
    valueStart: at + field.length + sign.length,
  };
}

const COMPARISONS = [":", "!=", "=", ">", ">=", "<", "<="] as const;

function readWord(text: string, at: number): FilterToken | null {
  WORD.lastIndex = at;
  const [whole] = WORD.exec(text) ?? [];
  if (whole === undefined) return null;
  const known = WORDS[whole];
  if (known !== undefined) return { kind: known, start: at, end: at + whole.length };
  return { kind: "word", text: unquote(whole), start: at, end: at + whole.length };
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.replace(/^"|"$/g, "").replaceAll(/\\(.)/g, "$1") : text;
}
