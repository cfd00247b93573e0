import { findAdapter } from "@/lib/adapters/registry";
import { type Condition, conditionSchema } from "@/lib/experiments/condition";
import { readOptionText } from "@/lib/traces/parse-rendering-query";

/** The condition that `conditionId` wrote, such as `trace:next{budget=512}`; null for text that is none or names an adapter that is not here. */
export function parseCondition(text: string): Condition | null {
  const [, kind, adapterId, settings] = /^([a-z-]+)(?::([^{}]+))?(?:\{([^{}]*)\})?$/.exec(text) ?? [];
  if (kind === undefined) return null;
  if (adapterId === undefined) return conditionSchema.safeParse({ kind }).data ?? null;
  const adapter = findAdapter(adapterId);
  if (adapter === null) return null;
  const pairs = (settings ?? "").split(",").flatMap((pair): [string, string][] => {
    const equals = pair.indexOf("=");
    return equals < 0 ? [] : [[pair.slice(0, equals), pair.slice(equals + 1)]];
  });
  const { budget, encoding, ...texts } = Object.fromEntries(pairs);
  const options = Object.entries(texts).map(([name, value]) => {
    const option = adapter.options.find((each) => each.name === name);
    return [name, readOptionText(option, value)] as const;
  });
  const tokens = budget === undefined ? {} : { budget: budget === "none" ? null : Number(budget) };
  const counted = encoding === undefined ? {} : { encoding };
  const condition = { kind, adapter: adapterId, options: Object.fromEntries(options), ...tokens, ...counted };
  return conditionSchema.safeParse(condition).data ?? null;
}
