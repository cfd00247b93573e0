import { type Model, modelSchema } from "./schema";

/** The stand-ins that every installation has, to rehearse an experiment without a model. */
export const builtinModels: readonly Model[] = [
  {
    provider: "reference" as const,
    id: "reference",
    title: "Reference (not a model)",
    notes: "Answers with the benchmark's own solution: every sample should pass.",
  },
  {
    provider: "mutant" as const,
    id: "mutant",
    title: "Mutant (not a model)",
    seed: 1,
    notes:
      "Answers with the benchmark's own solution with seeded mistakes. It does not read prompts: differences between conditions are noise.",
  },
].map((model) => modelSchema.parse(model));
