import { z } from "zod";
import { describeIssue } from "@/lib/errors/describe-issue";
import { modelSchema } from "@/lib/models/schema";
import { checkSpec, type SpecFault } from "./check-spec";
import { conditionSchema } from "./condition";
import { benchmarkChoiceSchema, decodingSchema, specSchema } from "./schema";
import { strategySchema } from "./strategy";

/** A specification that is being written: parts of it may be missing still. */
export const draftSchema = specSchema.extend({
  name: z.string().max(200),
  benchmarks: z.array(benchmarkChoiceSchema),
  models: z.array(z.union([z.string(), modelSchema])),
  conditions: z.array(conditionSchema),
  strategies: z.array(strategySchema),
  decodings: z.array(decodingSchema.extend({ name: z.string().max(60) })),
});
export type Draft = z.infer<typeof draftSchema>;

/** A first experiment that needs neither a download nor a model: it costs nothing and is over in seconds. */
export function rehearsalDraft(): Draft {
  return draftSchema.parse({
    name: "Rehearsal: does a trace help to repair?",
    benchmarks: [{ slug: "polytrace-mini", subset: { kinds: ["repair", "output-prediction"] } }],
    models: ["mutant"],
    conditions: ["code", "feedback", "trace:next", "trace:concise"],
    strategies: [{ kind: "single", n: 4 }],
    decodings: [{ name: "t0.8", temperature: 0.8 }],
  });
}

const needed = [
  ["benchmarks", "choose at least one benchmark"],
  ["models", "choose at least one model"],
  ["conditions", "choose at least one condition"],
  ["strategies", "add at least one strategy"],
  ["decodings", "add at least one decoding"],
] as const;

/** What is missing or wrong in a draft, with its place; empty when it can be planned. */
export function listDraftFaults(draft: Draft): SpecFault[] {
  const missing = needed.filter(([part]) => draft[part].length === 0).map(([path, message]) => ({ path, message }));
  const nameless = draft.name.trim() === "" ? [{ path: "name", message: "give the experiment a name" }] : [];
  const unnamed = draft.decodings.flatMap(({ name }, index) =>
    name.trim() === "" ? [{ path: `decodings.${index}`, message: "give the decoding a name" }] : [],
  );
  const faults = [...nameless, ...missing, ...unnamed];
  if (faults.length > 0) return faults;
  const parsed = specSchema.safeParse(draft, { error: describeIssue });
  if (parsed.success) return checkSpec(parsed.data);
  return parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message }));
}
