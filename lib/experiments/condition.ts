import { z } from "zod";
import { encodingSchema } from "@/lib/links/schema";

const traceSettings = {
  adapter: z.string().min(1).max(100),
  options: z.record(z.string().max(100), z.union([z.number(), z.boolean(), z.string().max(200)])).default({}),
  /** Most tokens that the trace may add to the prompt; null: no limit. */
  budget: z.int().min(16).max(1_000_000).nullable().default(2048),
  encoding: encodingSchema.default("o200k_base"),
};

const longConditionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("code") }),
  z.object({ kind: z.literal("feedback") }),
  z.object({ kind: z.literal("explain") }),
  z.object({ kind: z.literal("trace"), ...traceSettings }),
  z.object({ kind: z.literal("trace-only"), ...traceSettings }),
]);

/** `code`, `feedback`, `explain`, `trace:<adapter>` or `trace-only:<adapter>`, or the same written out with settings. */
export const conditionSchema = z.preprocess((input) => {
  if (typeof input !== "string") return input;
  const colon = input.indexOf(":");
  return colon < 0 ? { kind: input } : { kind: input.slice(0, colon), adapter: input.slice(colon + 1) };
}, longConditionSchema);
/** What information the prompt carries. */
export type Condition = z.infer<typeof longConditionSchema>;
export type TraceCondition = Extract<Condition, { adapter: string }>;

export function carriesTrace(condition: Condition): condition is TraceCondition {
  return condition.kind === "trace" || condition.kind === "trace-only";
}

/** The short name, with the settings that differ from the defaults in braces: `trace:next{budget=512}`. */
export function conditionId(condition: Condition): string {
  if (!carriesTrace(condition)) return condition.kind;
  const settings = Object.entries(condition.options)
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  if (condition.budget !== 2048) settings.push(`budget=${condition.budget ?? "none"}`);
  if (condition.encoding !== "o200k_base") settings.push(`encoding=${condition.encoding}`);
  return `${condition.kind}:${condition.adapter}${settings.length > 0 ? `{${settings.join(",")}}` : ""}`;
}

const controls = { code: null, feedback: "code", explain: "feedback", trace: "feedback", "trace-only": "code" } as const;

/** The next lower rung of the ladder, which has the same information but what this condition adds; null for the lowest. */
export function controlOf(condition: Condition): Condition | null {
  const kind = controls[condition.kind];
  return kind === null ? null : { kind };
}
