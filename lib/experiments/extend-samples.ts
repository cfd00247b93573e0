import { AppError } from "@/lib/errors/app-error";
import { extendExperiment, findSpec } from "./data";
import { listArms } from "./list-arms";
import { resolveSets } from "./resolve-spec";
import type { FrozenSpec } from "./schema";
import { strategyId } from "./strategy";

export type Raise = { readonly strategy: string; readonly n: number };

/** Raises the number of samples of some strategies; what is there is kept and not asked for again. Throws an `AppError` where it cannot. */
export async function extendSamples(id: string, raises: readonly Raise[], now: Date): Promise<void> {
  const found = await findSpec(id);
  if (found === null) throw new AppError("not_found", "The experiment does not exist, or was imported.");
  const spec = raiseSamples(found.spec, raises);
  const change = raises.map(({ strategy, n }) => `${strategy}: n = ${n}`).join("; ");
  const revision = { specHash: found.specHash, change, at: now.toISOString() };
  await extendExperiment(id, { spec, revision, arms: listArms(spec, await resolveSets(spec)) });
}

/** Pure. Throws an `AppError` for an unknown strategy or a number that is not larger. */
export function raiseSamples(spec: FrozenSpec, raises: readonly Raise[]): FrozenSpec {
  const strategies = spec.strategies.map((strategy) => {
    const raise = raises.find((each) => each.strategy === strategyId(strategy));
    if (raise === undefined) return strategy;
    if (raise.n > strategy.n) return { ...strategy, n: raise.n };
    throw new AppError("invalid_input", `${raise.strategy} has ${strategy.n} samples already; only more can be asked for.`);
  });
  const known = spec.strategies.map(strategyId);
  const unknown = raises.filter(({ strategy }) => !known.includes(strategy));
  if (unknown.length === 0) return { ...spec, strategies };
  throw new AppError(
    "invalid_input",
    `There is no strategy ${unknown.map(({ strategy }) => strategy).join(", ")}. There are: ${known.join(", ")}.`,
  );
}
