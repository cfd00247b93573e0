import type { StoredProblem } from "@/lib/benchmarks/data";
import type { Condition } from "@/lib/experiments/condition";
import type { StoredArm } from "@/lib/experiments/data-units";
import { roundsOf, type Strategy } from "@/lib/experiments/strategy";
import { isPrediction } from "@/lib/experiments/treats-first-prompt";
import { ProviderError } from "@/lib/models/provider-error";
import { InfrastructureError } from "@/lib/runner/runner-errors";
import { findGeneration, findJudgement, type Judgement, type StoredSample, saveSample } from "@/lib/samples/data";
import type { Generation } from "@/lib/samples/generation";
import type { Delivery } from "@/lib/samples/schema";
import type { Ask } from "./ask-model";
import { extractProgram } from "./extract-program";
import { passesVisible } from "./judge-answer";
import { type MadePrompt, makePrompt, type PromptContext, type Turn } from "./make-prompt";
import type { Prompt } from "./prompts/prompt";

/** What all chains of a unit share. */
export type ChainContext = PromptContext & {
  readonly problem: StoredProblem;
  readonly draw: (ask: Ask) => Promise<Generation>;
  readonly judge: (answer: { program: string | null; generationKey: string }) => Promise<Judgement>;
  readonly checkpoint: () => Promise<void>;
};

export type Chain = {
  readonly arm: StoredArm;
  readonly condition: Condition;
  readonly strategy: Strategy;
  readonly chain: number;
  /** What is stored of it already; stored rounds count from 0, as those of imports do. */
  readonly stored: readonly StoredSample[];
};

export type ChainEnd = {
  readonly chain: number;
  /** The chain's last answer and its verdict; null when an infrastructure error ended it. */
  readonly end: { readonly judgement: Judgement } | null;
  readonly error: string | null;
};

type Round = { readonly generation: Generation; readonly judgement: Judgement; readonly prompt: Prompt | null };

/** Goes on with a chain from where it was left: draws, judges and stores round after round until it ends. */
export async function runChain(context: ChainContext, chain: Chain): Promise<ChainEnd> {
  const rounds = isPrediction(context.publicProblem.kind) ? 1 : roundsOf(chain.strategy);
  const earlier: Judgement[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const stored = chain.stored.find((sample) => sample.round === round - 1);
    if (stored?.verdict === "infrastructure") return { chain: chain.chain, end: null, error: "an earlier infrastructure error" };
    const outcome =
      stored === undefined ? await takeRound(context, chain, { round, rounds, earlier }) : await recall(context, stored);
    if ("error" in outcome) return { chain: chain.chain, end: null, error: outcome.error };
    earlier.push(outcome.judgement);
    if (endsAfter(outcome.judgement, round, rounds)) return { chain: chain.chain, end: outcome, error: null };
  }
  throw new Error("A chain ends with its last round.");
}

function endsAfter(judgement: Judgement, round: number, rounds: number): boolean {
  return round >= rounds || passesVisible(judgement) !== false;
}

async function recall({ problem }: ChainContext, { generationKey }: StoredSample): Promise<Round> {
  const key = generationKey ?? "";
  const [generation, judgement] = await Promise.all([findGeneration(key), findJudgement(key, problem.hash)]);
  if (generation === null || judgement === null) throw new Error(`The answer ${key} of a stored sample is not there.`);
  return { generation, judgement, prompt: null };
}

async function takeRound(context: ChainContext, chain: Chain, turn: Turn): Promise<Round | { readonly error: string }> {
  let made: MadePrompt | null = null;
  try {
    await context.checkpoint();
    made = await makePrompt(context, chain, turn);
    const generation = await context.draw({ prompt: made.prompt, chain: chain.chain, round: turn.round });
    const { kind, entryPoint, completionPrefix } = context.publicProblem;
    const program = extractProgram({ text: generation.text, prompt: made.prompt, kind, entryPoint, completionPrefix });
    const judgement = await context.judge({ program, generationKey: generation.key });
    await storeSample({ context, chain, turn, delivery: made.delivery, generation, judgement });
    return { generation, judgement, prompt: made.prompt };
  } catch (error) {
    if (!(error instanceof ProviderError) && !(error instanceof InfrastructureError)) throw error;
    await storeError({ context, chain, turn, delivery: made?.delivery ?? null, detail: error.message });
    return { error: error.message };
  }
}

type Stored = { context: ChainContext; chain: Chain; turn: Turn; delivery: Delivery | null };

function nameOf({ context, chain, turn }: Stored) {
  const { taskId, kind } = context.publicProblem;
  return { armId: chain.arm.id, taskId, kind, chain: chain.chain, round: turn.round - 1 };
}

async function storeSample(stored: Stored & { generation: Generation; judgement: Judgement }): Promise<void> {
  const { turn, delivery, generation, judgement } = stored;
  await saveSample({
    ...nameOf(stored),
    final: endsAfter(judgement, turn.round, turn.rounds),
    verdict: judgement.full.verdict,
    visiblePassed: passesVisible(judgement),
    delivery,
    detail: null,
    generation,
    judgementId: judgement.id,
  });
}

async function storeError(stored: Stored & { detail: string }): Promise<void> {
  const { delivery, detail } = stored;
  const verdict = "infrastructure";
  await saveSample({
    ...nameOf(stored),
    final: true,
    verdict,
    visiblePassed: null,
    delivery,
    detail,
    generation: null,
    judgementId: null,
  });
}
