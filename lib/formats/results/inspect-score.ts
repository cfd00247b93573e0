import type { Verdict } from "@/lib/imports/schema";

export type InspectScore = {
  readonly name: string;
  readonly value?: unknown;
  readonly answer?: string | null | undefined;
  readonly explanation?: string | null | undefined;
};

export type InspectReading = {
  readonly verdict: Verdict | null;
  readonly numbers: Record<string, number>;
  readonly detail: string | null;
  readonly answer: string | null;
};

/** Inspect's letters: correct, incorrect, partial, no answer. Partial is neither right nor wrong here: it is kept as 0.5. */
const LETTERS: Readonly<Record<string, number>> = { C: 1, I: 0, P: 0.5, N: 0 };

/** Reads the scores of one sample. With several scorers the verdict is the first one's. */
export function inspectVerdict(scores: readonly InspectScore[]): InspectReading {
  const numbers = Object.fromEntries(scores.flatMap(({ name, value }) => numbersOf(name, value)));
  const [first] = scores;
  const [, value] = first === undefined ? [] : (numbersOf(first.name, first.value)[0] ?? []);
  const isEmpty = first?.value === "N";
  return {
    verdict: value === 1 ? "passed" : isEmpty ? "no_code" : value === 0 ? "failed" : null,
    numbers,
    detail: first?.explanation?.slice(0, 2_000) ?? null,
    answer: first?.answer ?? null,
  };
}

function numbersOf(name: string, value: unknown): [string, number][] {
  if (typeof value === "number" && Number.isFinite(value)) return [[name, value]];
  if (typeof value === "boolean") return [[name, value ? 1 : 0]];
  if (typeof value === "string") {
    const known = LETTERS[value];
    return known === undefined ? [] : [[name, known]];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([part, inner]) => numbersOf(`${name}.${part}`, inner));
}
