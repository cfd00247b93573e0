import { AppError } from "@/lib/errors/app-error";
import type { Model } from "@/lib/models/schema";
import { checkSpec, type SpecFault } from "./check-spec";
import { carriesTrace } from "./condition";
import { type FrozenSpec, frozenSpecSchema, type Spec } from "./schema";

/** What is installed here, of which a specification names some. */
export type Installed = {
  /** Hash of the newest version, or of the one asked for; null where it is not here. */
  readonly findVersion: (slug: string, version: string | null) => string | null;
  readonly findModel: (id: string) => Model | null;
  readonly findAdapterVersion: (id: string) => string | null;
  readonly promptVersions: readonly number[];
};

/**
 * Writes into a specification everything it depends on: versions of benchmarks, adapters and prompts, and the models themselves. A
 * frozen one is only checked, so that what cannot be repeated exactly is refused. Throws an `AppError` that lists every fault.
 */
export function freezeSpec(spec: Spec, installed: Installed): FrozenSpec {
  const faults: SpecFault[] = checkSpec(spec);
  const benchmarks = spec.benchmarks.map((choice, index) => {
    const version = installed.findVersion(choice.slug, choice.version);
    const what = choice.version === null ? "" : ` in version ${choice.version.slice(0, 12)}`;
    if (version === null)
      faults.push({ path: `benchmarks.${index}`, message: `the benchmark "${choice.slug}" is not here${what}: import it` });
    return { ...choice, version };
  });
  const models = spec.models.map((model, index) => {
    const found = typeof model === "string" ? installed.findModel(model) : model;
    if (found === null) faults.push({ path: `models.${index}`, message: `the model "${model}" is not set up here` });
    return found;
  });
  const adapterVersions = freezeAdapters(spec, installed, faults);
  const promptVersion = spec.promptVersion ?? Math.max(...installed.promptVersions);
  if (!installed.promptVersions.includes(promptVersion)) {
    faults.push({ path: "promptVersion", message: `there are no prompt templates of version ${promptVersion} here` });
  }
  if (faults.length > 0) {
    const first = faults.map(({ path, message }) => `${path}: ${message}`).join("; ");
    throw new AppError("invalid_input", `The specification cannot be used. ${first}.`, { faults });
  }
  return frozenSpecSchema.parse({ ...spec, benchmarks, models, adapterVersions, promptVersion });
}

function freezeAdapters(spec: Spec, installed: Installed, faults: SpecFault[]): Record<string, string> {
  const versions: Record<string, string> = {};
  for (const [index, condition] of spec.conditions.entries()) {
    if (!carriesTrace(condition)) continue;
    const { adapter } = condition;
    const version = installed.findAdapterVersion(adapter);
    const asked = spec.adapterVersions[adapter];
    const path = `conditions.${index}`;
    if (version === null) faults.push({ path, message: `there is no adapter "${adapter}"` });
    else if (asked !== undefined && asked !== version) {
      faults.push({ path, message: `adapter "${adapter}" is here in version ${version}, not ${asked}: traces could differ` });
    } else versions[adapter] = version;
  }
  return versions;
}
