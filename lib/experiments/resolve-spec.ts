import { findAdapter } from "@/lib/adapters/registry";
import { findBenchmark, listProblems, type StoredProblem } from "@/lib/benchmarks/data";
import { taskKindSchema } from "@/lib/benchmarks/schema";
import { listPromptVersions } from "@/lib/engine/prompts/templates";
import { AppError } from "@/lib/errors/app-error";
import { findModel } from "@/lib/models/data";
import { chooseProblems } from "./choose-problems";
import { freezeSpec } from "./freeze-spec";
import type { TaskSet } from "./list-arms";
import type { FrozenSpec, Spec } from "./schema";

export type ResolvedSet = TaskSet & { readonly items: readonly StoredProblem[] };
export type ResolvedSpec = { readonly spec: FrozenSpec; readonly sets: readonly ResolvedSet[] };

/** Freezes a specification against what is here and loads the problems it is about. Throws an `AppError` that says what is missing. */
export async function resolveSpec(draft: Spec): Promise<ResolvedSpec> {
  const benchmarks = await Promise.all(draft.benchmarks.map(({ slug, version }) => findBenchmark(slug, version)));
  const models = await Promise.all(draft.models.map((model) => (typeof model === "string" ? findModel(model) : null)));
  const spec = freezeSpec(draft, {
    findVersion: (slug, version) =>
      benchmarks.find((benchmark) => benchmark?.slug === slug && (version === null || benchmark.version === version))?.version ??
      null,
    findModel: (id) => models.find((model) => model?.id === id) ?? null,
    findAdapterVersion: (id) => findAdapter(id)?.version ?? null,
    promptVersions: listPromptVersions(),
  });
  return { spec, sets: await resolveSets(spec) };
}

/** The problems of a frozen specification, by benchmark and kind. */
export async function resolveSets(spec: FrozenSpec): Promise<ResolvedSet[]> {
  const sets: ResolvedSet[] = [];
  for (const [index, { slug, version, subset }] of spec.benchmarks.entries()) {
    const benchmark = await findBenchmark(slug, version);
    const all = benchmark === null ? [] : await listProblems(benchmark.id);
    const chosen = chooseProblems(all, subset, spec.seed);
    if (chosen.length === 0)
      throw new AppError("invalid_input", `benchmarks.${index}: no problem of "${slug}" is in the subset.`);
    for (const kind of taskKindSchema.options) {
      const items = chosen.filter(({ problem }) => problem.kind === kind);
      if (items.length > 0) sets.push({ slug, version, kind, problems: items.length, items });
    }
  }
  return sets;
}
