import type { Filter, FilterFault, FilterField, ParsedFilter } from "@/lib/filters/schema";
import { type FilterToken, splitFilter } from "@/lib/filters/split-filter";

type Term = Extract<FilterToken, { kind: "term" }>;

class Fault extends Error {
  readonly fault: FilterFault;
  constructor(fault: FilterFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/**
 * Reads a filter expression: terms `field:value`, `field!=value`, `field>number`, joined by space or `and`, `or`, `not` or `-`, and
 * parentheses. `*` stands for anything; a word alone is looked for in the first text field. Nothing is thrown: a fault says where it is.
 */
export function parseFilter(text: string, fields: readonly FilterField[]): ParsedFilter {
  const { tokens, fault } = splitFilter(text);
  if (fault !== null) return { ok: false, fault };
  if (tokens.length === 0) return { ok: true, filter: null };
  const reader = new FilterReader(tokens, fields);
  try {
    return { ok: true, filter: reader.readAll() };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** The longest expression that is taken and how deep its parentheses may go: an address is a place that anybody can write to. */
const DEEPEST = 30;
/** A database looks for each star at every place of a text. */
const MOST_STARS = 8;

class FilterReader {
  readonly #tokens: readonly FilterToken[];
  readonly #fields: readonly FilterField[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly FilterToken[], fields: readonly FilterField[]) {
    this.#tokens = tokens;
    this.#fields = fields;
  }

  readAll(): Filter {
    const filter = this.#readOr();
    const left = this.#tokens[this.#at];
    if (left !== undefined) throw fail("there is no parenthesis that this one closes", left);
    return filter;
  }

  #readOr(): Filter {
    const parts = [this.#readAnd()];
    while (this.#tokens[this.#at]?.kind === "or") {
      this.#at += 1;
      parts.push(this.#readAnd());
    }
    return joined("or", parts);
  }

  #readAnd(): Filter {
    const parts = [this.#readOne()];
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || token.kind === "or" || token.kind === "close") return joined("and", parts);
      if (token.kind === "and") this.#at += 1;
      parts.push(this.#readOne());
    }
  }

  #readOne(): Filter {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw fail("something is missing at the end", this.#tokens.at(-1));
    this.#at += 1;
    if (token.kind === "not") return { kind: "not", part: this.#readOne() };
    if (token.kind === "open") return this.#readInside(token);
    if (token.kind === "word") return this.#readWord(token.text, token);
    if (token.kind === "term") return toTerm(token, this.#fieldOf(token));
    throw fail(
      token.kind === "close" ? "a parenthesis closes around nothing" : `"${token.kind}" needs something before and after it`,
      token,
    );
  }

  #readInside(open: FilterToken): Filter {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw fail(`parentheses may go ${DEEPEST} deep`, open);
    const filter = this.#readOr();
    if (this.#tokens[this.#at]?.kind !== "close") throw fail("this parenthesis is not closed", open);
    this.#at += 1;
    this.#depth -= 1;
    return filter;
  }

  #readWord(text: string, token: FilterToken): Filter {
    const first = this.#fields.find(({ type }) => type === "text");
    if (first === undefined) throw fail("a word needs a field, as in field:word", token);
    return { kind: "text", field: first.name, pattern: `*${text}*`, isExact: false };
  }

  #fieldOf(term: Term): FilterField {
    const field = this.#fields.find(({ name }) => name === term.field.toLowerCase());
    if (field !== undefined) return field;
    const names = this.#fields.map(({ name }) => name).join(", ");
    throw fail(`there is no field "${term.field}"; there are ${names}`, { ...term, end: term.start + term.field.length });
  }
}

function joined(kind: "and" | "or", parts: readonly Filter[]): Filter {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind, parts };
}

function toTerm(term: Term, field: FilterField): Filter {
  const { comparison, value } = term;
  const place = { start: term.valueStart, end: Math.max(term.end, term.valueStart + 1) };
  if (value === "") throw fail(`"${field.name}" needs a value after ${comparison}`, place);
  if (field.type === "number") return toNumber(term, field, place);
  if (comparison !== ":" && comparison !== "=" && comparison !== "!=") {
    throw fail(`"${field.name}" is no number: use ${field.name}:value or ${field.name}!=value`, place);
  }
  if (value.split("*").length > MOST_STARS + 1) throw fail(`"${field.name}" has more than ${MOST_STARS} stars`, place);
  const filter = field.type === "flag" ? toFlag(field, value, place) : toText(field, term);
  return comparison === "!=" ? { kind: "not", part: filter } : filter;
}

function toText(field: FilterField, { value, comparison }: Term): Filter {
  return { kind: "text", field: field.name, pattern: value, isExact: comparison === "=" };
}

function toFlag(field: FilterField, value: string, place: { start: number; end: number }): Filter {
  const is = { yes: true, true: true, no: false, false: false }[value.toLowerCase()];
  if (is === undefined) throw fail(`"${field.name}" is yes or no`, place);
  return { kind: "flag", field: field.name, value: is };
}

function toNumber({ comparison, value }: Term, field: FilterField, place: { start: number; end: number }): Filter {
  const number = Number(value);
  if (!Number.isFinite(number)) throw fail(`"${field.name}" needs a number; "${value}" is none`, place);
  return { kind: "number", field: field.name, comparison: comparison === ":" ? "=" : comparison, value: number };
}

function fail(message: string, place: { readonly start: number; readonly end: number } | undefined): Fault {
  return new Fault({ message, start: place?.start ?? 0, end: place?.end ?? 0 });
}
