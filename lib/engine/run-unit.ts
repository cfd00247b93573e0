import { type Condition, conditionId } from "@/lib/experiments/condition";
import type { Unit } from "@/lib/experiments/data-units";
import { hashJson } from "@/lib/experiments/hash-json";
import { type Strategy, strategyId } from "@/lib/experiments/strategy";
import { isPrediction } from "@/lib/experiments/treats-first-prompt";
import { createProvider } from "@/lib/models/registry";
import { JailRefusedError } from "@/lib/runner/runner-errors";
import { type Judgement, listSamplesOf } from "@/lib/samples/data";
import type { Generation } from "@/lib/samples/generation";
import type { Ask } from "./ask-model";
import type { Budget } from "./budget";
import { createKnowledge } from "./chain-information";
import { chooseForArm } from "./choose-for-arm";
import { type Drawing, drawAnswer } from "./draw-answer";
import { findReplayedAnswer } from "./find-replayed-answer";
import { judgeAnswer } from "./judge-answer";
import type { ModelGate } from "./model-gate";
import { getTemplates } from "./prompts/templates";
import { toPublicProblem } from "./public-problem";
import { rememberSuccess } from "./remember-success";
import { type Chain, type ChainContext, type ChainEnd, runChain } from "./run-chain";
import { runConcurrently } from "./run-concurrently";
import type { EngineServices } from "./services";
import { HopelessError } from "./stop-requested";

export type UnitRun = {
  readonly services: EngineServices;
  readonly gate: ModelGate;
  readonly budget: Budget;
  readonly underWay: Map<string, Promise<Generation>>;
  readonly signal: AbortSignal;
  readonly checkpoint: () => Promise<void>;
};

export type UnitOutcome = { readonly status: "done" | "error"; readonly error: string | null };

/** Chains of one unit that go on at the same time; what reaches the model is limited by its gate. */
const CHAINS_AT_ONCE = 24;

/**
 * Does all that is left of a unit: every chain of every arm, then the choices of parallel arms. Can be called again after any
 * interruption: what is stored is taken as it is. Throws StopRequested or HopelessError when the experiment is not to go on.
 */
export async function runUnit(unit: Unit, run: UnitRun): Promise<UnitOutcome> {
  try {
    const context = toContext(unit, run);
    const chains = await listChains(unit);
    const ends = await runConcurrently(chains, CHAINS_AT_ONCE, async (chain) => ({ ...(await runChain(context, chain)), chain }));
    const errors = ends.flatMap(({ error }) => (error === null ? [] : [error]));
    await chooseAll(unit, { context, run, ends });
    return errors.length === 0 ? { status: "done", error: null } : { status: "error", error: errors[0] ?? null };
  } catch (error) {
    if (error instanceof JailRefusedError) throw new HopelessError(error.message);
    throw error;
  }
}

function toContext(unit: Unit, run: UnitRun): ChainContext {
  const { services, signal, checkpoint } = run;
  const drawing = toDrawing(unit, run);
  // What arms share is read and judged once.
  const drawn = rememberSuccess<Generation>();
  const judged = rememberSuccess<Judgement>();
  return {
    problem: unit.problem,
    publicProblem: toPublicProblem(unit.problem.problem),
    templates: getTemplates(unit.spec.promptVersion),
    style: drawing.model.provider === "openai-completion" ? "completion" : "chat",
    draw: (ask: Ask) => drawn(hashJson([ask.prompt, ask.chain, ask.round]), () => drawAnswer(drawing, ask)),
    judge: (answer) =>
      judged(answer.generationKey, () => judgeAnswer({ services, signal }, { ...answer, problem: unit.problem })),
    knowledge: createKnowledge({ problem: unit.problem, services, signal }),
    checkpoint,
  };
}

function toDrawing(unit: Unit, run: UnitRun): Drawing {
  const { spec, problem, experimentId } = unit;
  const model = spec.models.find(({ id }) => id === unit.modelId);
  const decoding = spec.decodings.find(({ name }) => name === unit.decoding);
  if (model === undefined || decoding === undefined)
    throw new Error(`The unit ${unit.id} does not belong to its experiment's specification.`);
  const provider = createProvider(model, {
    fetch: run.services.fetch,
    environment: run.services.environment,
    problem: problem.problem,
    findImportedAnswer: (source, position) => findReplayedAnswer(source, problem.problem, position),
  });
  const { replicate, maxAttempts } = spec;
  return { ...run, experimentId, model, decoding, replicate, maxAttempts, problemHash: problem.hash, provider };
}

type Sides = { readonly condition: Condition; readonly strategy: Strategy };

function sidesOf({ spec }: Unit, factors: { condition: string | null; strategyId: string | null }): Sides {
  const condition = spec.conditions.find((each) => conditionId(each) === factors.condition);
  const strategy = spec.strategies.find((each) => strategyId(each) === factors.strategyId);
  if (condition === undefined || strategy === undefined)
    throw new Error("An arm does not belong to its experiment's specification.");
  return { condition, strategy };
}

/** Chain by chain over all arms, so that those who share answers go side by side. */
async function listChains(unit: Unit): Promise<Chain[]> {
  const { taskId } = unit.problem.problem;
  const stored = await listSamplesOf(
    unit.arms.map(({ id }) => id),
    taskId,
  );
  const chains = unit.arms.flatMap((arm) => {
    const sides = sidesOf(unit, arm.factors);
    return Array.from({ length: sides.strategy.n }, (_, chain): Chain => {
      const own = stored.filter((sample) => sample.armId === arm.id && sample.chain === chain);
      return { arm, ...sides, chain, stored: own };
    });
  });
  return chains.toSorted((a, b) => a.chain - b.chain);
}

type Ended = { context: ChainContext; run: UnitRun; ends: readonly (Omit<ChainEnd, "chain"> & { chain: Chain })[] };

async function chooseAll(unit: Unit, { context, run, ends }: Ended): Promise<void> {
  for (const arm of unit.arms) {
    const { strategy } = sidesOf(unit, arm.factors);
    if (strategy.kind !== "parallel") continue;
    const own = ends.filter(({ chain }) => chain.arm.id === arm.id);
    await chooseForArm(context, {
      arm,
      rule: strategy.selection,
      judging: { services: run.services, signal: run.signal },
      ends: own.map(({ chain, end }) => ({ chain: chain.chain, judgement: end?.judgement ?? null })),
      hasTests: !isPrediction(context.publicProblem.kind),
    });
  }
}
