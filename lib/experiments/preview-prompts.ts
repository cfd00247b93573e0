import type { StoredProblem } from "@/lib/benchmarks/data";
import { createKnowledge } from "@/lib/engine/chain-information";
import { judgeVisible, passesVisible } from "@/lib/engine/judge-answer";
import { makePrompt, type PromptContext } from "@/lib/engine/make-prompt";
import { promptText } from "@/lib/engine/prompts/prompt";
import { getTemplates } from "@/lib/engine/prompts/templates";
import { toPublicProblem } from "@/lib/engine/public-problem";
import type { EngineServices } from "@/lib/engine/services";
import { AppError } from "@/lib/errors/app-error";
import type { Verdict } from "@/lib/judge/schema";
import { mutateProgram } from "@/lib/models/mutate-program";
import { loadTokenizer } from "@/lib/traces/load-tokenizer";
import { conditionId } from "./condition";
import type { Preview, PreviewedPrompt, PreviewRequest, ProblemPlace } from "./preview-schema";
import { readSpec } from "./read-spec";
import { type ResolvedSet, resolveSpec } from "./resolve-spec";
import type { FrozenSpec } from "./schema";
import { roundsOf, type Strategy, strategyId } from "./strategy";
import { isPrediction } from "./treats-first-prompt";

const MOST_PROBLEMS = 1000;
/** Mistakes that are tried until one fails a visible test. */
const MISTAKES = 12;

type Running = { readonly services: EngineServices; readonly signal: AbortSignal };
type Attempt = { readonly program: string; readonly visible: Verdict };

/**
 * Prompts of one problem in every condition, made by the functions that a run makes them with: programs are run and recorded for it. Where
 * a second round can follow, the reference solution with a mistake stands for the first answer. Throws an `AppError` for unknown names.
 */
export async function previewPrompts(request: PreviewRequest, running: Running): Promise<Preview> {
  const { spec, sets } = await resolveSpec(readSpec(request));
  const { place, stored } = findProblem(sets, request.problem);
  const strategy = named(spec.strategies, request.strategy, strategyId);
  const model = named(spec.models, request.model, ({ id }) => id);
  const context: PromptContext = {
    publicProblem: toPublicProblem(stored.problem),
    templates: getTemplates(spec.promptVersion),
    style: model.provider === "openai-completion" ? "completion" : "chat",
    knowledge: createKnowledge({ problem: stored, ...running }),
  };
  const rounds = isPrediction(stored.problem.kind) ? 1 : roundsOf(strategy);
  const attempt = rounds === 1 ? null : await findFailingAttempt(stored, running);
  const prompts = await listPrompts(spec, { context, strategy, rounds, attempt });
  return {
    promptVersion: spec.promptVersion,
    problem: place,
    strategy: strategyId(strategy),
    model: model.id,
    problems: sets.flatMap((set) => set.items.map((item) => placeOf(set, item))).slice(0, MOST_PROBLEMS),
    attempt: attempt?.program ?? null,
    noSecondRound: whyNoSecondRound(rounds, attempt),
    prompts,
  };
}

function whyNoSecondRound(rounds: number, attempt: Attempt | null): string | null {
  if (rounds === 1) return "This strategy asks once for a problem of this kind.";
  if (attempt !== null) return null;
  return "A second round follows an answer that fails a visible test; none could be made here to show it.";
}

type Listing = {
  readonly context: PromptContext;
  readonly strategy: Strategy;
  readonly rounds: number;
  readonly attempt: Attempt | null;
};

async function listPrompts(spec: FrozenSpec, { context, strategy, rounds, attempt }: Listing): Promise<PreviewedPrompt[]> {
  const tokenizer = await loadTokenizer("o200k_base");
  const prompts: PreviewedPrompt[] = [];
  for (const condition of spec.conditions) {
    const turns = [{ round: 1, rounds, earlier: [] }, ...(attempt === null ? [] : [{ round: 2, rounds, earlier: [attempt] }])];
    for (const turn of turns) {
      const { prompt, delivery, trace } = await makePrompt(context, { condition, strategy }, turn);
      const tokens = tokenizer.count(promptText(prompt));
      const shown = trace === null ? null : trace.text.trimEnd();
      prompts.push({ condition: conditionId(condition), round: turn.round, prompt, tokens, trace: shown, delivery });
    }
  }
  return prompts;
}

function placeOf({ slug, kind }: ResolvedSet, { problem }: StoredProblem): ProblemPlace {
  return { slug, kind, taskId: problem.taskId };
}

function findProblem(sets: readonly ResolvedSet[], asked: ProblemPlace | null): { place: ProblemPlace; stored: StoredProblem } {
  for (const set of sets) {
    if (asked !== null && (set.slug !== asked.slug || set.kind !== asked.kind)) continue;
    const stored = set.items.find(({ problem }) => asked === null || problem.taskId === asked.taskId);
    if (stored !== undefined) return { place: placeOf(set, stored), stored };
  }
  throw new AppError("invalid_input", `The problem ${asked?.taskId ?? ""} is not in the experiment's subset.`);
}

function named<Item>(items: readonly Item[], asked: string | null, idOf: (item: Item) => string): Item {
  const found = asked === null ? items[0] : items.find((item) => idOf(item) === asked);
  if (found === undefined) throw new AppError("invalid_input", `The specification has no ${asked ?? "such part"}.`);
  return found;
}

/** A program that fails a visible test: the reference solution with a mistake, or what a repair problem comes with. */
async function findFailingAttempt({ problem }: StoredProblem, running: Running): Promise<Attempt | null> {
  const { reference, starter, kind } = problem;
  const mistakes =
    reference === null ? [] : Array.from({ length: MISTAKES }, (_, index) => mutateProgram(reference, "preview", index));
  const candidates = [...mistakes, ...(kind === "repair" && starter !== null ? [starter] : [])];
  for (const program of new Set(candidates)) {
    const visible = await judgeVisible(running, problem, program);
    if (visible !== null && passesVisible({ program, visible }) === false) return { program, visible };
  }
  return null;
}
