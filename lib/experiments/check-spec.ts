import { conditionId } from "./condition";
import type { Spec } from "./schema";
import { strategyId } from "./strategy";

export type SpecFault = { readonly path: string; readonly message: string };

/** What is wrong with a specification beyond its shape; empty when nothing is. */
export function checkSpec(spec: Spec): SpecFault[] {
  const modelIds = spec.models.map((model) => (typeof model === "string" ? model : model.id));
  const names = spec.decodings.map(({ name }) => name);
  return [
    ...repeated("models", modelIds, "is named twice"),
    ...repeated("conditions", spec.conditions.map(conditionId), "is named twice"),
    ...repeated(
      "strategies",
      spec.strategies.map(strategyId),
      "differs from another only by n: keep the larger, pass@k is given for every k up to n",
    ),
    ...repeated("decodings", names, "is named twice"),
    ...repeatedBenchmarks(spec),
    ...spec.strategies.flatMap(({ decodings }, index) =>
      (decodings ?? [])
        .filter((name) => !names.includes(name))
        .map((name) => ({ path: `strategies.${index}.decodings`, message: `there is no decoding "${name}"` })),
    ),
  ];
}

function repeated(path: string, ids: readonly string[], message: string): SpecFault[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ path: `${path}.${index}`, message: `"${id}" ${message}` }] : [],
  );
}

/** The same benchmark may stand twice with kinds that do not overlap, and only in one version. */
function repeatedBenchmarks({ benchmarks }: Spec): SpecFault[] {
  return benchmarks.flatMap(({ slug, subset }, index) => {
    const earlier = benchmarks.slice(0, index).filter((other) => other.slug === slug);
    const overlaps = earlier.some(({ subset: { kinds } }) => {
      return kinds === null || subset.kinds === null || kinds.some((kind) => subset.kinds?.includes(kind));
    });
    return overlaps ? [{ path: `benchmarks.${index}`, message: `"${slug}" is named twice for the same kind of task` }] : [];
  });
}
