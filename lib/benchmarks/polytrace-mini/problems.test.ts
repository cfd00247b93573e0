import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServices, type OpenServices } from "@/lib/engine/create-services";
import { toPublicProblem } from "@/lib/engine/public-problem";
import { readEnvironment } from "@/lib/environment/read-environment";
import { solutionOf } from "@/lib/models/solution-answer";
import { type Problem, problemSchema } from "../schema";
import { miniProblems } from "./problems";

let services: OpenServices;
beforeAll(async () => {
  services = await createServices(readEnvironment(process.env));
}, 60_000);
afterAll(() => services.close());

const isPrediction = ({ kind }: Problem) => kind.endsWith("prediction");
const named = miniProblems.map((problem) => [problem.taskId, problem] as const);

test("there are at least 24 problems of every kind in three difficulties, each with its own name", () => {
  expect(miniProblems.length).toBeGreaterThanOrEqual(24);
  expect(new Set(miniProblems.map(({ taskId }) => taskId)).size).toBe(miniProblems.length);
  for (const kind of ["synthesis", "repair", "output-prediction", "input-prediction"]) {
    const difficulties = miniProblems.filter((problem) => problem.kind === kind).map(({ difficulty }) => difficulty);
    expect(new Set(difficulties)).toEqual(new Set(["easy", "medium", "hard"]));
  }
});

describe.each(named)("%s", (_taskId, problem) => {
  test("is well formed, with visible and hidden tests that differ", () => {
    problemSchema.parse(problem);
    const inputs = problem.tests.map((each) => (each.kind === "call" ? each.arguments : ""));
    expect(new Set(inputs).size).toBe(inputs.length);
    expect(new Set(problem.tests.map(({ visible }) => visible))).toEqual(new Set([true, false]));
    // No visible test is withheld from prompts because it would answer the question.
    expect(toPublicProblem(problem).visibleTests).toHaveLength(problem.tests.filter(({ visible }) => visible).length);
  });

  test("is solved by its own solution", async () => {
    const verdict = await services.judge({
      problem,
      program: solutionOf(problem),
      tests: isPrediction(problem) ? "hidden" : "all",
    });
    expect(verdict.tests.filter(({ passed }) => !passed)).toEqual([]);
    expect(verdict.verdict).toBe("passed");
  });

  test("is not solved by an empty answer or, in repair, by what is given", async () => {
    const wrong = isPrediction(problem) ? "None" : `def ${problem.entryPoint}(*arguments):\n    return None\n`;
    expect((await services.judge({ problem, program: wrong, tests: "hidden" })).verdict).toBe("failed");
    if (problem.kind !== "repair") return;
    for (const tests of ["visible", "hidden"] as const) {
      expect((await services.judge({ problem, program: problem.starter, tests })).verdict).toBe("failed");
    }
    // One visible test passes, so that the failing one has to be found.
    const visible = await services.judge({ problem, program: problem.starter, tests: "visible" });
    expect(visible.tests.some(({ passed }) => passed)).toBe(true);
  });

  test("has visible examples that are right", async () => {
    if (!isPrediction(problem)) return;
    const asProgram: Problem = { ...problem, kind: "synthesis" };
    const verdict = await services.judge({ problem: asProgram, program: problem.starter, tests: "visible" });
    expect(verdict.tests.map(({ passed }) => passed)).toEqual(verdict.tests.map(() => true));
  });
});
