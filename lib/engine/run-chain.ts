import type { StoredProblem } from "@/lib/benchmarks/data";
import { type Condition, carriesTrace, controlOf } from "@/lib/experiments/condition";
import type { StoredArm } from "@/lib/experiments/data-units";
import { hashJson } from "@/lib/experiments/hash-json";
import { roundsOf, type Strategy } from "@/lib/experiments/strategy";
import { isPrediction, treatsFirstPrompt } from "@/lib/experiments/treats-first-prompt";
import { ProviderError } from "@/lib/models/provider-error";
import { InfrastructureError } from "@/lib/runner/runner-errors";
import { findGeneration, findJudgement, type Judgement, type StoredSample, saveSample } from "@/lib/samples/data";
import type { Generation } from "@/lib/samples/generation";
import { type Delivery, noDelivery } from "@/lib/samples/schema";
import { storableText } from "@/lib/samples/storable-text";
import { type createKnowledge, type Known, nothingKnown } from "./chain-information";
import { undelivered } from "./deliver-trace";
import type { Ask } from "./draw-answer";
import { extractProgram } from "./extract-program";
import { passesVisible } from "./judge-answer";
import { type Attempt, buildPrompt } from "./prompts/build-prompt";
import { type Prompt, promptText } from "./prompts/prompt";
import type { Templates } from "./prompts/templates";
import type { PublicProblem } from "./public-problem";

/** What all chains of a unit share. */
export type ChainContext = {
  readonly problem: StoredProblem;
  readonly publicProblem: PublicProblem;
  readonly templates: Templates;
  readonly style: "chat" | "completion";
  readonly draw: (ask: Ask) => Promise<Generation>;
  readonly judge: (answer: { program: string | null; generationKey: string }) => Promise<Judgement>;
  readonly knowledge: ReturnType<typeof createKnowledge>;
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

type Turn = { readonly round: number; readonly rounds: number; readonly earlier: readonly Judgement[] };
type Made = { prompt: Prompt; delivery: Delivery };

async function takeRound(context: ChainContext, chain: Chain, turn: Turn): Promise<Round | { readonly error: string }> {
  let made: Made | null = null;
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

async function makePrompt(context: ChainContext, chain: Chain, turn: Turn): Promise<Made> {
  const { condition } = chain;
  const control = controlOf(condition);
  const own = await promptFor(context, chain, { ...turn, condition });
  const other = control === null ? null : await promptFor(context, chain, { ...turn, condition: control });
  const trace = own.known.information.trace;
  // The template decides what is sent, so that is what is looked at.
  const present =
    own.known.delivery.present && trace !== null && promptText(own.prompt).includes(storableText(trace.text.trimEnd()));
  const identicalToControl = other === null ? null : hashJson(other.prompt) === hashJson(own.prompt);
  return { prompt: own.prompt, delivery: { ...own.known.delivery, present, identicalToControl } };
}

type For = Turn & { readonly condition: Condition };

async function promptFor(context: ChainContext, { strategy }: Chain, turn: For): Promise<{ prompt: Prompt; known: Known }> {
  const { publicProblem: problem, templates, style, knowledge } = context;
  const { condition, earlier, round } = turn;
  const shown = strategy.kind === "sequential" && strategy.history === "all" ? earlier : earlier.slice(-1);
  const first = round - 1 - shown.length;
  const attempts: Attempt[] = [];
  let known: Known = { ...nothingKnown, delivery: noDelivery };
  for (const [index, { program, visible }] of shown.entries()) {
    known = await knowledge.ofAttempt(program, visible, condition);
    attempts.push({ number: first + index + 1, program, information: known.information });
  }
  const treated = round === 1 && treatsFirstPrompt(strategy, problem.kind);
  if (treated) known = await knowledge.ofGiven(condition);
  // An arm whose only prompt cannot carry its trace has not delivered it, and must not look as if nothing was promised.
  else if (turn.rounds === 1 && carriesTrace(condition)) {
    known = {
      ...nothingKnown,
      delivery: undelivered(condition, "Nothing has failed yet when the only prompt is sent.").delivery,
    };
  }
  const given = treated ? known.information : nothingKnown.information;
  return { prompt: buildPrompt({ templates, style, problem, condition, given, attempts }), known };
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
