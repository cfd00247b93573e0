import { findBenchmarkById } from "@/lib/benchmarks/data";
import { findModel } from "@/lib/models/data";
import { conditionSchema } from "./condition";
import { findExperiment, findSpec } from "./data";
import { type Draft, draftSchema, rehearsalDraft } from "./draft";
import { hashJson } from "./hash-json";
import type { FrozenSpec } from "./schema";

/** What an address asks the builder to begin with. */
export type Prefill = {
  readonly from?: string | undefined;
  readonly benchmark?: string | undefined;
  readonly task?: string | undefined;
  readonly model?: string | undefined;
  readonly condition?: string | undefined;
};

/** The draft that an address asks for; null when it asks for none. What is not here is left out. */
export async function prefillDraft(prefill: Prefill): Promise<Draft | null> {
  if (prefill.from !== undefined) return duplicate(prefill.from);
  const { benchmark: benchmarkId, task, model: modelId, condition } = prefill;
  const benchmark = benchmarkId === undefined ? null : await findBenchmarkById(benchmarkId);
  const model = modelId === undefined ? null : await findModel(modelId);
  const asked = conditionSchema.safeParse(condition);
  if (benchmark === null && model === null && !asked.success) return null;
  const draft = rehearsalDraft();
  const subject = benchmark?.title ?? "Polytrace Mini";
  const chosen = { slug: benchmark?.slug, version: benchmark?.version, subset: task === undefined ? {} : { taskIds: [task] } };
  return draftSchema.parse({
    ...draft,
    name: `${subject} with ${model?.title ?? "mutant"}`,
    ...(benchmark === null ? {} : { benchmarks: [chosen] }),
    ...(model === null ? {} : { models: [model.id] }),
    ...(asked.success && asked.data.kind !== "code" ? { conditions: ladderOf(asked.data) } : {}),
  });
}

/** A condition with what it is compared with, down to the lowest rung. */
function ladderOf(condition: Draft["conditions"][number]): Draft["conditions"] {
  if (condition.kind === "code" || condition.kind === "feedback") return [{ kind: "code" }, { kind: "feedback" }];
  return [{ kind: "code" }, { kind: "feedback" }, condition];
}

async function duplicate(id: string): Promise<Draft | null> {
  const [experiment, found] = await Promise.all([findExperiment(id), findSpec(id)]);
  if (experiment === null || found === null) return null;
  const { spec } = found;
  // Models that are still set up the same way are named; the newest adapters and prompts are taken.
  const models = await Promise.all(spec.models.map(nameIfSame));
  return draftSchema.parse({ ...spec, name: `${spec.name} (copy)`, models, promptVersion: null, adapterVersions: {} });
}

async function nameIfSame(model: FrozenSpec["models"][number]): Promise<string | FrozenSpec["models"][number]> {
  const here = await findModel(model.id);
  return here !== null && hashJson(here) === hashJson(model) ? model.id : model;
}
