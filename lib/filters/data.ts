import { Prisma } from "@/lib/database/generated/client";
import type { Filter } from "@/lib/filters/schema";

/** A column or expression of `"Sample" s` or of its arm's factors `f`. */
const COLUMNS: Readonly<Record<string, Prisma.Sql>> = {
  problem: Prisma.sql`s."taskId"`,
  verdict: Prisma.sql`s."verdict"`,
  chain: Prisma.sql`s."chain"`,
  round: Prisma.sql`s."round"`,
  tokens: Prisma.sql`(coalesce(s."promptTokens", 0) + coalesce(s."answerTokens", 0))`,
  cost: Prisma.sql`s."costUsd"`,
  latency: Prisma.sql`s."latencyMs"`,
  delivered: Prisma.sql`s."delivered"`,
  truncated: Prisma.sql`s."truncated"`,
  identical: Prisma.sql`s."identical"`,
  final: Prisma.sql`s."final"`,
};

export type ArmOfFilter = { readonly id: string; readonly values: Readonly<Record<string, string>> };

const COMPARISONS = {
  "=": Prisma.sql`=`,
  "!=": Prisma.sql`<>`,
  ">": Prisma.sql`>`,
  ">=": Prisma.sql`>=`,
  "<": Prisma.sql`<`,
  "<=": Prisma.sql`<=`,
} as const;

/**
 * A filter as a condition on `"Sample" s`. Fields of arms are looked up among the arms at hand and become lists of ids, so that the
 * database compares no text per sample for them.
 */
export function filterCondition(filter: Filter | null, arms: readonly ArmOfFilter[]): Prisma.Sql {
  if (filter === null) return Prisma.sql`true`;
  switch (filter.kind) {
    case "and":
    case "or":
      return Prisma.sql`(${Prisma.join(
        filter.parts.map((part) => filterCondition(part, arms)),
        filter.kind === "and" ? " AND " : " OR ",
      )})`;
    case "not":
      return Prisma.sql`(${filterCondition(filter.part, arms)}) IS NOT TRUE`;
    case "text":
      return textCondition(filter, arms);
    case "number":
      return Prisma.sql`${columnOf(filter.field)} ${COMPARISONS[filter.comparison]} ${filter.value}`;
    case "flag":
      return Prisma.sql`${columnOf(filter.field)} IS ${filter.value ? Prisma.sql`TRUE` : Prisma.sql`FALSE`}`;
  }
}

type TextFilter = Extract<Filter, { kind: "text" }>;

function textCondition({ field, pattern, isExact }: TextFilter, arms: readonly ArmOfFilter[]): Prisma.Sql {
  const column = COLUMNS[field];
  if (column !== undefined) {
    if (isExact || !pattern.includes("*")) return Prisma.sql`lower(${column}) = ${pattern.toLowerCase()}`;
    return Prisma.sql`${column} ILIKE ${likePattern(pattern)}`;
  }
  const matches = wildcard(pattern, isExact);
  const ids = arms.filter(({ values }) => matches(values[field] ?? "")).map(({ id }) => id);
  return ids.length === 0 ? Prisma.sql`false` : Prisma.sql`s."armId" = ANY(${ids})`;
}

function columnOf(field: string): Prisma.Sql {
  const column = COLUMNS[field];
  if (column === undefined) throw new Error(`The field ${field} can be filtered by, but no column is named for it.`);
  return column;
}

function likePattern(pattern: string): string {
  return pattern.replaceAll(/[\\%_]/g, "\\$&").replaceAll("*", "%");
}

/** Looks for the parts between the stars one after the other: an expression with many stars must not take its time squared and cubed. */
export function wildcard(pattern: string, isExact: boolean): (value: string) => boolean {
  const wanted = pattern.toLowerCase();
  if (isExact || !wanted.includes("*")) return (value) => value.toLowerCase() === wanted;
  const parts = wanted.split("*");
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  return (given) => {
    const value = given.toLowerCase();
    const end = value.length - last.length;
    if (!value.startsWith(first) || !value.endsWith(last) || end < first.length) return false;
    let at = first.length;
    for (const part of parts.slice(1, -1)) {
      const found = value.indexOf(part, at);
      if (found < 0 || found + part.length > end) return false;
      at = found + part.length;
    }
    return true;
  };
}
