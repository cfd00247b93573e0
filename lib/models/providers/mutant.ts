import type { Problem } from "@/lib/benchmarks/schema";
import { promptText } from "@/lib/engine/prompts/prompt";
import { hashUnit } from "../hash-unit";
import { mutateProgram } from "../mutate-program";
import type { AnswerRequest, ProviderDefinition } from "../provider";
import type { Model } from "../schema";
import { solutionOf, toAnswer } from "../solution-answer";
import { standInAnswer } from "./reference";

type Mutant = Extract<Model, { provider: "mutant" }>;

/**
 * A mistake is decided by seed, problem and chain; whether a later round mends it also by the prompt's text, which is not
 * understood: differences between conditions are noise, and a rehearsal should find none.
 */
export const mutant: ProviderDefinition<"mutant"> = {
  id: "mutant",
  title: "Mutant (not a model)",
  description:
    "Answers with the benchmark's own solution with seeded mistakes, to rehearse an experiment. It does not read prompts.",
  isStandIn: true,
  create: (model, { problem }) => ({
    answer: async (request) => {
      const solution = solutionOf(problem);
      const wrong = isMistaken(model, problem, request) ? spoil(problem, solution, model, request) : solution;
      const text = toAnswer(problem, wrong);
      request.onText?.(text);
      return standInAnswer(text);
    },
  }),
};

function isMistaken(model: Mutant, problem: Problem | null, { position, prompt }: AnswerRequest): boolean {
  const place = [model.seed, problem?.taskId ?? "", problem?.kind ?? "", position.chain];
  if (hashUnit("mistake", ...place) >= model.mistakeShare) return false;
  return position.round <= 1 || hashUnit("mend", ...place, position.round, promptText(prompt)) >= model.mendShare;
}

function spoil(problem: Problem | null, solution: string, model: Mutant, { position }: AnswerRequest): string {
  const isProgram = problem?.kind === "synthesis" || problem?.kind === "repair";
  const seed = [model.seed, problem?.taskId ?? "", position.chain, position.round];
  if (isProgram) return mutateProgram(solution, ...seed);
  return /^-?\d+$/.test(solution) ? String(Number(solution) + 1) : `[${solution}]`;
}
