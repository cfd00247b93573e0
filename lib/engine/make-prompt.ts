import { type Condition, carriesTrace, controlOf } from "@/lib/experiments/condition";
import { hashJson } from "@/lib/experiments/hash-json";
import type { Strategy } from "@/lib/experiments/strategy";
import { treatsFirstPrompt } from "@/lib/experiments/treats-first-prompt";
import type { Judgement } from "@/lib/samples/data";
import { type Delivery, noDelivery } from "@/lib/samples/schema";
import { storableText } from "@/lib/samples/storable-text";
import { type createKnowledge, type Known, nothingKnown } from "./chain-information";
import { undelivered } from "./deliver-trace";
import { type Attempt, buildPrompt } from "./prompts/build-prompt";
import type { ShownTrace } from "./prompts/information";
import { type Prompt, promptText } from "./prompts/prompt";
import type { Templates } from "./prompts/templates";
import type { PublicProblem } from "./public-problem";

/** What prompts about one problem are made from. */
export type PromptContext = {
  readonly publicProblem: PublicProblem;
  readonly templates: Templates;
  readonly style: "chat" | "completion";
  readonly knowledge: ReturnType<typeof createKnowledge>;
};

/** Which prompt of a chain: rounds count from 1, `earlier` are the answers before it, oldest first. */
export type Turn = {
  readonly round: number;
  readonly rounds: number;
  readonly earlier: readonly Pick<Judgement, "program" | "visible">[];
};

export type MadePrompt = {
  readonly prompt: Prompt;
  readonly delivery: Delivery;
  /** The trace that is in the prompt, or null. */
  readonly trace: ShownTrace | null;
};

type Arm = { readonly condition: Condition; readonly strategy: Strategy };

/** The prompt that a condition sends in a round, with what became of its trace and whether its control would send the same. */
export async function makePrompt(context: PromptContext, chain: Arm, turn: Turn): Promise<MadePrompt> {
  const { condition } = chain;
  const control = controlOf(condition);
  const own = await promptFor(context, chain, { ...turn, condition });
  const other = control === null ? null : await promptFor(context, chain, { ...turn, condition: control });
  const trace = own.known.information.trace;
  // The template decides what is sent, so that is what is looked at.
  const present =
    own.known.delivery.present && trace !== null && promptText(own.prompt).includes(storableText(trace.text.trimEnd()));
  const identicalToControl = other === null ? null : hashJson(other.prompt) === hashJson(own.prompt);
  return { prompt: own.prompt, delivery: { ...own.known.delivery, present, identicalToControl }, trace: present ? trace : null };
}

type For = Turn & { readonly condition: Condition };

async function promptFor(
  context: PromptContext,
  { strategy }: Pick<Arm, "strategy">,
  turn: For,
): Promise<{ prompt: Prompt; known: Known }> {
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
