import { AppError } from "@/lib/errors/app-error";
import { isStandIn } from "@/lib/models/registry";
import { createExperiment, type NewUnit } from "./data";
import { listArms } from "./list-arms";
import { type ResolvedSet, resolveSpec } from "./resolve-spec";
import type { FrozenSpec, Spec } from "./schema";

/** Freezes a specification and stores what is to be done; the workers find it there. Returns the experiment's id. */
export async function startExperiment(draft: Spec, now: Date): Promise<string> {
  const { spec, sets } = await resolveSpec(draft);
  refuseUnpricedBudget(spec);
  const environment = { node: process.version, promptVersion: String(spec.promptVersion) };
  return createExperiment({ spec, arms: listArms(spec, sets), units: listUnits(spec, sets), environment, now });
}

/** One unit for each problem, model and decoding that some strategy uses; problems outermost, so that all models advance together. */
export function listUnits(spec: FrozenSpec, sets: readonly ResolvedSet[]): NewUnit[] {
  const decodings = spec.decodings.filter(({ name }) =>
    spec.strategies.some((strategy) => strategy.decodings === null || strategy.decodings.includes(name)),
  );
  return sets.flatMap(({ slug, items }) =>
    items.flatMap(({ id }) =>
      spec.models.flatMap((model) =>
        decodings.map(({ name }) => ({ problemId: id, benchmark: slug, modelId: model.id, decoding: name })),
      ),
    ),
  );
}

function refuseUnpricedBudget({ budgetUsd, models }: FrozenSpec): void {
  if (budgetUsd === null) return;
  const unpriced = models.filter((model) => model.price === null && !isStandIn(model)).map(({ id }) => id);
  if (unpriced.length === 0) return;
  throw new AppError(
    "invalid_input",
    `A budget cannot be kept without a price: give ${unpriced.join(", ")} a price, or leave the budget out.`,
  );
}
