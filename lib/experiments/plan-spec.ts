import { planExperiment } from "@/lib/engine/plan";
import type { PlannedSet } from "@/lib/engine/plan-draws";
import { type Assumptions, assumptionsSchema, type Plan } from "@/lib/engine/plan-schema";
import { buildPrompt } from "@/lib/engine/prompts/build-prompt";
import { noInformation } from "@/lib/engine/prompts/information";
import { promptText } from "@/lib/engine/prompts/prompt";
import { getTemplates } from "@/lib/engine/prompts/templates";
import { toPublicProblem } from "@/lib/engine/public-problem";
import { mean } from "@/lib/stats/mean";
import { loadTokenizer } from "@/lib/traces/load-tokenizer";
import { type Choice, describeChoice } from "./describe-choice";
import { hashJson } from "./hash-json";
import { type ResolvedSet, resolveSpec } from "./resolve-spec";
import type { FrozenSpec, Spec } from "./schema";

/** Problems whose prompts are weighed, spread over the set; the rest is taken to be like them. */
const WEIGHED = 40;

export type PlannedSpec = {
  readonly plan: Plan;
  readonly spec: FrozenSpec;
  readonly specHash: string;
  /** In the order of the specification's benchmarks. */
  readonly choices: readonly Choice[];
};

/** The plan of a draft, with what it was frozen to. */
export async function planSpec(draft: Spec, assumptions?: Partial<Assumptions>): Promise<PlannedSpec> {
  const { spec, sets, choices } = await resolveSpec(draft);
  const weighed = await Promise.all(sets.map((set) => weighSet(set, spec)));
  const plan = planExperiment({ spec, sets: weighed, assumptions: assumptionsSchema.parse(assumptions ?? {}) });
  const described = choices.map(({ benchmark, ...choice }) => describeChoice(benchmark, choice));
  return { plan, spec, specHash: hashJson(spec), choices: described };
}

async function weighSet({ items, ...set }: ResolvedSet, { promptVersion }: FrozenSpec): Promise<PlannedSet> {
  const tokenizer = await loadTokenizer("o200k_base");
  const templates = getTemplates(promptVersion);
  const step = Math.max(1, Math.floor(items.length / WEIGHED));
  const some = items.filter((_, index) => index % step === 0).map(({ problem }) => problem);
  const promptTokens = mean(
    some.map((problem) => {
      const input = {
        templates,
        style: "chat",
        problem: toPublicProblem(problem),
        condition: { kind: "code" },
        given: noInformation,
        attempts: [],
      } as const;
      return tokenizer.count(promptText(buildPrompt(input)));
    }),
  );
  const programTokens = mean(some.map(({ reference, starter }) => tokenizer.count(reference ?? starter ?? "")));
  const withVisibleTests = items.filter(({ problem }) => toPublicProblem(problem).visibleTests.length > 0).length;
  return { ...set, promptTokens, programTokens, withVisibleTests };
}
