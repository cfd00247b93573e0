import type { StoredProblem } from "@/lib/benchmarks/data";
import { askModel, requireRoom } from "@/lib/engine/ask-model";
import { costUsd } from "@/lib/engine/budget";
import { createKnowledge } from "@/lib/engine/chain-information";
import { extractProgram } from "@/lib/engine/extract-program";
import { judgeFully, judgeVisible, passesVisible } from "@/lib/engine/judge-answer";
import { type MadePrompt, makePrompt } from "@/lib/engine/make-prompt";
import { promptText } from "@/lib/engine/prompts/prompt";
import { getTemplates, listPromptVersions } from "@/lib/engine/prompts/templates";
import { toPublicProblem } from "@/lib/engine/public-problem";
import type { EngineServices } from "@/lib/engine/services";
import type { Strategy } from "@/lib/experiments/strategy";
import { isPrediction } from "@/lib/experiments/treats-first-prompt";
import type { Verdict } from "@/lib/judge/schema";
import type { Provider } from "@/lib/models/provider";
import { isStandIn } from "@/lib/models/registry";
import type { Model } from "@/lib/models/schema";
import { storableText } from "@/lib/samples/storable-text";
import { loadTokenizer } from "@/lib/traces/load-tokenizer";
import { type Keep, keepFailingRun } from "./keep-failing-run";
import type { DebugSetup, RoundEvent } from "./schema";

export type Round = {
  readonly problem: StoredProblem;
  readonly model: Model;
  readonly provider: Provider;
  readonly setup: DebugSetup;
  readonly number: number;
  readonly earlier: readonly { readonly program: string | null; readonly visible: Verdict | null }[];
};

export type RoundServices = {
  readonly services: EngineServices;
  readonly keep: Keep;
  readonly signal: AbortSignal;
  readonly say: (event: RoundEvent) => void;
};

/**
 * One round of an experiment's chain, told step by step: the prompt, the answer as it comes, its program, both verdicts, and the recording
 * of the visible test that fails. Each step is the engine's own, so that what is seen here is what an experiment does; nothing is stored but
 * the recording, which expires. Throws what the engine's steps throw.
 */
export async function runRound(round: Round, run: RoundServices): Promise<void> {
  const program = round.number === 0 ? round.problem.problem.starter : await askForProgram(round, run);
  run.say({ type: "program", program });
  const visible = await judge(round, run, program);
  const { run: failing, absence } = await keepFailingRun({ problem: round.problem.problem, program, visible }, run);
  run.say({ type: "recording", run: failing, absence });
  run.say({ type: "done", ends: endOf(round, { program, visible }) });
}

async function askForProgram(round: Round, { services, signal, say }: RoundServices): Promise<string | null> {
  const { model, setup, provider } = round;
  const made = await makeRoundPrompt(round, { services, signal });
  const tokenizer = await loadTokenizer(model.tokenizer);
  const tokens = tokenizer.count(promptText(made.prompt));
  const trace = made.trace === null ? null : storableText(made.trace.text.trimEnd());
  say({ type: "prompt", prompt: made.prompt, tokens, delivery: made.delivery, trace });
  const decoding = { name: "debug", temperature: setup.temperature, topP: null, maxTokens: setup.maxTokens, seed: null };
  requireRoom({ model, decoding }, tokens);
  const started = services.now();
  const onText = (text: string) => say({ type: "text", text });
  const asking = { provider, model, decoding, replicate: 0, signal, onText };
  const answer = await askModel(asking, { prompt: made.prompt, chain: setup.chain, round: round.number });
  const { reasoning, finishReason, promptTokens } = answer;
  const text = storableText(answer.text);
  const answerTokens = answer.answerTokens ?? tokenizer.count(text);
  const cost = isStandIn(model) ? 0 : costUsd(model.price, promptTokens ?? tokens, answerTokens);
  const latencyMs = services.now() - started;
  say({ type: "answer", text, reasoning, finishReason, promptTokens, answerTokens, costUsd: cost, latencyMs });
  const { kind, entryPoint, completionPrefix } = round.problem.problem;
  return extractProgram({ text, prompt: made.prompt, kind, entryPoint, completionPrefix });
}

/** The strategy whose chain this is: one round is `single`, more are `sequential`. */
export function strategyOf({ rounds, history, firstRound }: DebugSetup): Strategy {
  if (rounds === 1) return { kind: "single", n: 1, decodings: null };
  return { kind: "sequential", n: 1, rounds, history, firstRound, decodings: null };
}

type Making = Pick<RoundServices, "services" | "signal">;

function makeRoundPrompt({ problem, model, setup, number, earlier }: Round, { services, signal }: Making): Promise<MadePrompt> {
  const context = {
    publicProblem: toPublicProblem(problem.problem),
    templates: getTemplates(Math.max(...listPromptVersions())),
    style: model.provider === "openai-completion" ? ("completion" as const) : ("chat" as const),
    knowledge: createKnowledge({ problem, services, signal }),
  };
  const chain = { condition: setup.condition, strategy: strategyOf(setup) };
  return makePrompt(context, chain, { round: number, rounds: setup.rounds, earlier });
}

async function judge({ problem }: Round, run: RoundServices, program: string | null): Promise<Verdict | null> {
  const { services, signal, say } = run;
  const visible = await judgeVisible({ services, signal }, problem.problem, program);
  say({ type: "visible", verdict: visible, passes: passesVisible({ program, visible }) });
  say({ type: "full", verdict: await judgeFully({ services, signal }, problem.problem, program) });
  return visible;
}

type Judged = { readonly program: string | null; readonly visible: Verdict | null };
type End = Extract<RoundEvent, { type: "done" }>["ends"];

/** Where an experiment's chain ends: when visible tests pass, when there are none to learn from, or with the last round. */
function endOf({ problem, setup, number }: Round, judged: Judged): End {
  const passes = passesVisible(judged);
  if (passes === true) return "visible-passed";
  if (number > 0 && passes === null) return "nothing-visible";
  const rounds = isPrediction(problem.problem.kind) ? 1 : setup.rounds;
  return number >= rounds ? "rounds" : null;
}
