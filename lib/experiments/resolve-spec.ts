import { LRUCache } from "lru-cache";
import { findAdapter } from "@/lib/adapters/registry";
import type { Benchmark } from "@/lib/benchmarks/api-schema";
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
export type ResolvedSpec = {
  readonly spec: FrozenSpec;
  readonly sets: readonly ResolvedSet[];
  readonly choices: readonly ResolvedChoice[];
};

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
  const choices = await resolveChoices(spec);
  return { spec, sets: splitByKind(choices), choices };
}

export type ResolvedChoice = {
  readonly benchmark: Benchmark;
  readonly all: readonly StoredProblem[];
  readonly chosen: readonly StoredProblem[];
};

/** A benchmark's version is the hash of its problems, so what was read once stays right. */
const loaded = new LRUCache<string, Promise<StoredProblem[]>>({ max: 6 });

function loadProblems({ id }: Benchmark): Promise<StoredProblem[]> {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const reading = listProblems(id);
  loaded.set(id, reading);
  reading.catch(() => loaded.delete(id));
  return reading;
}

/** Of every benchmark that a frozen specification names, all problems and those that its subset takes. */
export function resolveChoices({ benchmarks, seed }: FrozenSpec): Promise<ResolvedChoice[]> {
  return Promise.all(
    benchmarks.map(async ({ slug, version, subset }) => {
      const benchmark = await findBenchmark(slug, version);
      if (benchmark === null) throw new AppError("invalid_input", `The benchmark "${slug}" is not here any more.`);
      const all = await loadProblems(benchmark);
      return { benchmark, all, chosen: chooseProblems(all, subset, seed) };
    }),
  );
}

/** The problems of a frozen specification, by benchmark and kind. */
export async function resolveSets(spec: FrozenSpec): Promise<ResolvedSet[]> {
  return splitByKind(await resolveChoices(spec));
}

function splitByKind(choices: readonly ResolvedChoice[]): ResolvedSet[] {
  return choices.flatMap(({ benchmark: { slug, version }, chosen }, index) => {
    if (chosen.length === 0) {
      const message = `no problem of "${slug}" is in the subset`;
      const faults = [{ path: `benchmarks.${index}.subset`, message }];
      throw new AppError("invalid_input", `benchmarks.${index}: ${message}.`, { faults });
    }
    return taskKindSchema.options.flatMap((kind) => {
      const items = chosen.filter(({ problem }) => problem.kind === kind);
      return items.length === 0 ? [] : [{ slug, version, kind, problems: items.length, items }];
    });
  });
}
