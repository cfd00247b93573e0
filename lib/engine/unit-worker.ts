import { changeStatus, findState } from "@/lib/experiments/data";
import { completeIfDone, findPendingUnit, finishUnit, type Unit } from "@/lib/experiments/data-units";
import { hashJson } from "@/lib/experiments/hash-json";
import { reserveMoment } from "@/lib/models/data-gates";
import type { Model } from "@/lib/models/schema";
import type { Generation } from "@/lib/samples/generation";
import { type Budget, createBudget } from "./budget";
import { modelIdentity } from "./draw-key";
import { createModelGate, type ModelGate } from "./model-gate";
import { runUnit } from "./run-unit";
import type { EngineServices } from "./services";
import { HopelessError, StopRequested } from "./stop-requested";
import { type ExperimentWatch, watchExperiment } from "./watch-experiment";

export type UnitWorker = {
  /** Does a unit if it is still to be done. Ends without error when the experiment is paused, cancelled, or this worker ends. */
  readonly work: (unitId: string, signal: AbortSignal) => Promise<void>;
  /** Gives up a unit that failed again and again for a reason that is a defect. */
  readonly giveUp: (unitId: string, reason: string) => Promise<void>;
  /** Nothing new is started from now on. */
  readonly stop: () => void;
};

/** What one process keeps for the experiments that it works on: gates of models, budgets, and what is under way. */
export function createUnitWorker(services: EngineServices): UnitWorker {
  const gates = new Map<string, ModelGate>();
  const budgets = new Map<string, Budget>();
  const watches = new Map<string, ExperimentWatch>();
  const underWay = new Map<string, Promise<Generation>>();
  let isStopping = false;

  const gateOf = (model: Model) =>
    remember(gates, hashJson([modelIdentity(model), model.limits]), (id) =>
      createModelGate({ id, limits: model.limits, reserve: reserveMoment, services }),
    );
  const budgetOf = (unit: Unit) => remember(budgets, `${unit.experimentId} ${unit.specHash}`, () => budgetFor(unit, services));
  const watchOf = (unit: Unit) => remember(watches, unit.experimentId, (id) => watchExperiment(id, services));

  const run = async (unit: Unit, jobSignal: AbortSignal) => {
    const model = unit.spec.models.find(({ id }) => id === unit.modelId);
    if (model === undefined) throw new Error(`The model ${unit.modelId} is not in the experiment's specification.`);
    const watch = watchOf(unit);
    const checkpoint = () => (isStopping ? Promise.reject(new StopRequested("The worker ends.")) : watch.checkpoint());
    const signal = AbortSignal.any([jobSignal, watch.signal]);
    try {
      const { status, error } = await runUnit(unit, {
        services,
        gate: gateOf(model),
        budget: budgetOf(unit),
        underWay,
        signal,
        checkpoint,
      });
      await finishUnit(unit, status, error);
      await completeIfDone(unit.experimentId, new Date(services.now()));
    } catch (error) {
      if (error instanceof HopelessError) await pause(unit.experimentId, error.message, services);
      else if (!(error instanceof StopRequested) && !signal.aborted) throw error;
      // A cancelled experiment cannot be gone on with; one that was only paused gets a new watch.
      if (watch.signal.aborted) watches.delete(unit.experimentId);
    }
  };
  return {
    work: async (unitId, signal) => {
      const unit = isStopping ? null : await findPendingUnit(unitId);
      if (unit !== null) await run(unit, signal);
    },
    giveUp: async (unitId, reason) => {
      const unit = await findPendingUnit(unitId);
      if (unit === null) return;
      await finishUnit(unit, "error", reason);
      await completeIfDone(unit.experimentId, new Date(services.now()));
    },
    stop: () => {
      isStopping = true;
    },
  };
}

function remember<Value>(known: Map<string, Value>, key: string, make: (key: string) => Value): Value {
  const value = known.get(key) ?? make(key);
  known.set(key, value);
  return value;
}

function budgetFor({ experimentId, spec }: Unit, services: EngineServices): Budget {
  return createBudget({
    limitUsd: spec.budgetUsd,
    readSpentUsd: async () => (await findState(experimentId))?.spentUsd ?? Number.POSITIVE_INFINITY,
    onExhausted: (message) => pause(experimentId, message, services),
  });
}

async function pause(experimentId: string, reason: string, { now }: EngineServices): Promise<void> {
  await changeStatus(experimentId, { from: ["running"], to: "paused", reason }, new Date(now()));
}
