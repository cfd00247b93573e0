import type { StoredArm } from "@/lib/experiments/data-units";
import type { Selection } from "@/lib/experiments/strategy";
import type { Judging } from "@/lib/judge/judge-patiently";
import { ProviderError } from "@/lib/models/provider-error";
import { type Judgement, saveChoice } from "@/lib/samples/data";
import { passesVisible } from "./judge-answer";
import { buildTestPrompt } from "./prompts/build-prompt";
import type { ChainContext } from "./run-chain";
import { type Candidate, chooseCandidate } from "./strategies/choose-candidate";
import { countPassed, readGeneratedTests } from "./strategies/generated-tests";

export type Choosing = {
  readonly arm: StoredArm;
  readonly rule: Selection;
  readonly judging: Judging;
  /** The end of every chain; a judgement is null where an infrastructure error ended the chain. */
  readonly ends: readonly { readonly chain: number; readonly judgement: Judgement | null }[];
  /** Whether tests can be written for the problem. */
  readonly hasTests: boolean;
};

/** Chooses and stores an arm's candidate for one problem, once all candidates are there: a choice among some would be another rule. */
export async function chooseForArm(context: ChainContext, choosing: Choosing): Promise<void> {
  const { arm, rule, ends } = choosing;
  const judged = ends.flatMap(({ chain, judgement }) => (judgement === null ? [] : [{ chain, judgement }]));
  if (judged.length < ends.length || judged.length === 0) return;
  const tests = rule === "generated-tests" && choosing.hasTests ? await writeTests(context) : [];
  const candidates: Candidate[] = [];
  for (const { chain, judgement } of judged) {
    const { program } = judgement;
    const problem = context.problem.problem;
    const generatedPassed = tests.length === 0 ? null : await countPassed(choosing.judging, { problem, program, tests });
    candidates.push({ ...toCandidate(chain, judgement), generatedPassed });
  }
  const { chain, reason } = chooseCandidate(candidates, rule);
  const chosen = judged.find((each) => each.chain === chain);
  if (chosen === undefined) throw new Error("The chosen candidate is not among those that were offered.");
  const { verdict } = chosen.judgement.full;
  const { taskId } = context.publicProblem;
  await saveChoice({
    armId: arm.id,
    taskId,
    rule,
    oracle: rule === "oracle",
    chain,
    verdict,
    reason,
    candidates: candidates.length,
  });
}

function toCandidate(chain: number, { program, visible, full }: Judgement): Omit<Candidate, "generatedPassed"> {
  const passedVisible = passesVisible({ program, visible });
  return { chain, passed: full.verdict === "passed", passedVisible, answer: answerOf({ program, visible }) };
}

/** What candidates vote with: their answers to the visible tests; for predictions, which have none, the prediction itself. */
function answerOf({ program, visible }: Pick<Judgement, "program" | "visible">): string | null {
  if (program === null) return null;
  if (visible === null) return program.replaceAll(/\s+/g, " ").trim();
  return JSON.stringify(visible.tests.map(({ actual, outcome, message }) => actual ?? message ?? outcome));
}

/** Tests by the model that wrote the candidates; none when it gives no answer, which is not the candidates' fault. */
async function writeTests({ draw, templates, style, publicProblem }: ChainContext): Promise<string[]> {
  const prompt = buildTestPrompt({ templates, style, problem: publicProblem });
  try {
    const { text } = await draw({ prompt, chain: 0, round: 0 });
    return readGeneratedTests(prompt.kind === "completion" ? `assert${text}` : text);
  } catch (error) {
    if (error instanceof ProviderError) return [];
    throw error;
  }
}
