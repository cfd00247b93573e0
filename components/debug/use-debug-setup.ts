"use client";
import { createParser, parseAsFloat, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { parseCondition } from "@/lib/debug/parse-condition";
import type { DebugSetup } from "@/lib/debug/schema";
import { type Condition, conditionId } from "@/lib/experiments/condition";

const startCondition: Condition = { kind: "trace", adapter: "next", options: {}, budget: 2048, encoding: "o200k_base" };

const parsers = {
  /** Id of a benchmark's problem, or `own`; null: the example. */
  problem: parseAsString,
  model: parseAsString.withDefault("mutant"),
  condition: createParser({
    parse: parseCondition,
    serialize: conditionId,
    eq: (a, b) => conditionId(a) === conditionId(b),
  }).withDefault(startCondition),
  rounds: parseAsInteger.withDefault(4),
  history: parseAsStringLiteral(["last", "all"]).withDefault("last"),
  first: parseAsStringLiteral(["treated", "shared"]).withDefault("treated"),
  temperature: parseAsFloat.withDefault(0.2),
  tokens: parseAsInteger.withDefault(2048),
  sample: parseAsInteger.withDefault(1),
};

/** Everything that the address holds, so that a colleague who opens it can start from the same place. */
export function useDebugSetup() {
  const [values, set] = useQueryStates(parsers);
  const setup: DebugSetup = {
    model: values.model,
    condition: values.condition,
    rounds: Math.min(50, Math.max(1, values.rounds)),
    history: values.history,
    firstRound: values.first,
    temperature: Math.min(2, Math.max(0, values.temperature)),
    maxTokens: Math.min(1_000_000, Math.max(1, values.tokens)),
    chain: Math.min(9_999, Math.max(0, values.sample - 1)),
  };
  return { problem: values.problem, setup, set: (change: Partial<typeof values>) => void set(change) };
}

export type SetSetup = ReturnType<typeof useDebugSetup>["set"];
