import { stringify } from "yaml";
import { carriesTrace } from "./condition";
import type { Draft } from "./draft";

const tracePlain = { budget: 2048, encoding: "o200k_base" } as const;

/** A draft as YAML as a person would write it: what has its usual value is left out. */
export function draftToYaml(draft: Draft): string {
  const { polytrace: _format, description, seed, replicate, budgetUsd, maxAttempts, ...rest } = draft;
  const text = {
    name: rest.name,
    ...(description === "" ? {} : { description }),
    ...without({ seed, replicate, budgetUsd, maxAttempts }, { seed: 1, replicate: 0, budgetUsd: null, maxAttempts: 6 }),
    benchmarks: rest.benchmarks.map(({ slug, version, subset }) => {
      const chosen = without(subset, { kinds: null, difficulties: null, tags: null, taskIds: null, sample: null });
      return {
        slug,
        ...without({ version }, { version: null }),
        ...(Object.keys(chosen).length === 0 ? {} : { subset: chosen }),
      };
    }),
    models: rest.models,
    conditions: rest.conditions.map(shortCondition),
    strategies: rest.strategies.map((strategy) =>
      without(strategy, { decodings: null, firstRound: "shared", secondChance: true, history: "last" }),
    ),
    decodings: rest.decodings.map((decoding) => without(decoding, { topP: null, seed: null, maxTokens: 2048 })),
    ...without({ promptVersion: rest.promptVersion }, { promptVersion: null }),
    ...(Object.keys(rest.adapterVersions).length === 0 ? {} : { adapterVersions: rest.adapterVersions }),
  };
  return stringify(text, { lineWidth: 130 });
}

function shortCondition(condition: Draft["conditions"][number]): string | Record<string, unknown> {
  if (!carriesTrace(condition)) return condition.kind;
  const { kind, adapter, options } = condition;
  const chosen = { ...without(condition, tracePlain), ...(Object.keys(options).length === 0 ? { options: undefined } : {}) };
  const others = Object.entries(chosen).filter(([name, value]) => name !== "kind" && name !== "adapter" && value !== undefined);
  return others.length === 0 ? `${kind}:${adapter}` : { kind, adapter, ...Object.fromEntries(others) };
}

/** The properties whose values are not the usual ones. */
function without(value: Readonly<Record<string, unknown>>, usual: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([name, own]) => !(name in usual) || usual[name] !== own));
}
