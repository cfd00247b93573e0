import { expect, test } from "vitest";
import { hashJson } from "@/lib/experiments/hash-json";
import type { Strategy } from "@/lib/experiments/strategy";
import { buildProblem } from "@/testing/build-problem";
import { plainServices } from "@/testing/engine-services";
import { createKnowledge } from "./chain-information";
import { judgeVisible } from "./judge-answer";
import { makePrompt } from "./make-prompt";
import { promptText } from "./prompts/prompt";
import { getTemplates } from "./prompts/templates";
import { toPublicProblem } from "./public-problem";

const problem = buildProblem();
const running = { services: plainServices(), signal: new AbortController().signal };
const sequential = (history: "all" | "last"): Strategy => ({
  kind: "sequential",
  n: 1,
  rounds: 3,
  history,
  firstRound: "shared",
  decodings: null,
});

async function thirdPrompt(strategy: Strategy): Promise<string> {
  const stored = { id: "p", hash: hashJson(problem), problem };
  const context = {
    publicProblem: toPublicProblem(problem),
    templates: getTemplates(1),
    style: "chat",
    knowledge: createKnowledge({ problem: stored, ...running }),
  } as const;
  const programs = ["def double(n):\n    return n + 3\n", "def double(n):\n    return n * 5\n"];
  const earlier = await Promise.all(
    programs.map(async (program) => ({ program, visible: await judgeVisible(running, problem, program) })),
  );
  const { prompt } = await makePrompt(context, { condition: { kind: "feedback" }, strategy }, { round: 3, rounds: 3, earlier });
  return promptText(prompt);
}

test("the whole history shows every attempt with its own failure, the last only the newest, under its number", async () => {
  const all = await thirdPrompt(sequential("all"));
  expect(all.match(/^(Attempt \d|Actual: \d+)/gm)).toEqual(["Attempt 1", "Actual: 5", "Attempt 2", "Actual: 10"]);
  const last = await thirdPrompt(sequential("last"));
  expect(last.match(/^(Attempt \d|Actual: \d+)/gm)).toEqual(["Attempt 2", "Actual: 10"]);
  expect(last).not.toContain("n + 3");
});
