import { type Spec, type SpecInput, specSchema } from "@/lib/experiments/schema";

/** A small specification; everything can be replaced. */
export function buildSpec(given: Partial<SpecInput> = {}): Spec {
  return specSchema.parse({
    name: "A small experiment",
    benchmarks: [{ slug: "small" }],
    models: [{ provider: "mutant", id: "mutant", title: "Mutant", seed: 3, mistakeShare: 0.7, mendShare: 0.5 }],
    conditions: ["code", "feedback"],
    strategies: [{ kind: "sequential", n: 2, rounds: 3 }],
    decodings: [{ name: "t0.8", temperature: 0.8 }],
    ...given,
  });
}
