import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getDatabase } from "@/lib/database/client";
import { extendSamples } from "@/lib/experiments/extend-samples";
import { planSpec } from "@/lib/experiments/plan-spec";
import { startExperiment } from "@/lib/experiments/start-experiment";
import { buildSpec } from "@/testing/build-spec";
import { plainServices } from "@/testing/engine-services";
import { startExperimentWorker, untilProgress } from "@/testing/experiment-worker";
import { isOver, numberedProblems, remote, samplesOf, saveNumberedProblems, startModel } from "@/testing/numbered-problems";
import { startOpenAiServer } from "@/testing/openai-server";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  await saveNumberedProblems();
}, 60_000);
afterAll(() => database.stop());

describe("a run", () => {
  test("is what the plan says, with first rounds that all arms share", async () => {
    const server = await startModel();
    const spec = buildSpec({
      models: [remote(server)],
      conditions: ["code", "feedback"],
      strategies: [
        { kind: "single", n: 3 },
        { kind: "sequential", n: 2, rounds: 2 },
        { kind: "parallel", n: 3, selection: "public-tests" },
        { kind: "parallel", n: 3, selection: "oracle", secondChance: false },
      ],
      decodings: [{ name: "t", temperature: 0.8, seed: 11 }],
    });
    const { plan } = await planSpec(spec, { failingShare: 1 });
    const worker = await startExperimentWorker(plainServices());
    const id = await startExperiment(spec, new Date());
    const progress = await untilProgress(id, isOver);
    await worker.stop();
    await server.stop();

    const samples = await samplesOf(id);
    expect(progress.arms).toHaveLength(plan.totals.arms);
    // Every first answer is wrong, so every planned round takes place.
    expect(samples).toHaveLength(plan.totals.samples.most);
    expect(server.requests).toHaveLength(plan.totals.requests.most);
    for (const chain of [0, 1, 2]) {
      for (const taskId of numberedProblems().map((problem) => problem.taskId)) {
        const first = samples.filter((sample) => sample.taskId === taskId && sample.chain === chain && sample.round === 0);
        expect(new Set(first.map(({ generationKey }) => generationKey)).size).toBe(1);
        expect(
          first.every(
            ({ identical, arm }) => identical === (JSON.stringify(arm.factors).includes('"condition":"code"') ? null : true),
          ),
        ).toBe(true);
      }
    }
    // Chains differ: no sample is another one's copy.
    const firsts = new Set(
      samples.filter(({ round, taskId }) => round === 0 && taskId === "add-0").map(({ generationKey }) => generationKey),
    );
    expect(firsts.size).toBe(3);
  }, 90_000);

  test("keeps counts that equal the samples", async () => {
    const counts = await getDatabase().$queryRaw`
      SELECT count(*)::int AS wrong FROM (
        SELECT "armId", "taskId", "round", count(*)::int AS samples, (count(*) FILTER (WHERE "verdict" = 'passed'))::int AS passed,
          (count(*) FILTER (WHERE "final"))::int AS finals FROM "Sample" GROUP BY 1, 2, 3) s
      FULL JOIN "ArmCount" c USING ("armId", "taskId", "round")
      WHERE s.samples IS DISTINCT FROM c."samples" OR s.passed IS DISTINCT FROM c."passed" OR s.finals IS DISTINCT FROM c."finals"`;
    expect(counts).toEqual([{ wrong: 0 }]);
  });

  test("never lets a hidden test or a solution into a prompt", async () => {
    const prompts = JSON.stringify(await getDatabase().prompt.findMany());
    expect(prompts).toContain("add_3(1)");
    expect(prompts).not.toContain("777001");
    expect(prompts).not.toContain("777006");
    expect(prompts).not.toContain("return n + 5");
  });

  test("lets tests that the model writes once per problem choose, and says why", async () => {
    const server = await startOpenAiServer({
      seed: 6,
      answer: (prompt, body) => {
        const index = Number(/add_(\d)/.exec(prompt)?.[1] ?? 0);
        if (prompt.includes("Do not write that program")) return `\`\`\`python\nassert add_${index}(5) == ${index + 7}\n\`\`\``;
        return `\`\`\`python\ndef add_${index}(n):\n    return n + ${Number(body.seed ?? 0) % 3 === 0 ? index + 2 : 1}\n\`\`\``;
      },
    });
    const spec = buildSpec({
      models: [remote(server)],
      conditions: ["code", "feedback"],
      strategies: [
        { kind: "parallel", n: 4, selection: "generated-tests", secondChance: false },
        { kind: "parallel", n: 4, selection: "first", secondChance: false },
      ],
      decodings: [{ name: "t", temperature: 0.8, seed: 3 }],
      replicate: 6,
    });
    const worker = await startExperimentWorker(plainServices());
    const id = await startExperiment(spec, new Date());
    await untilProgress(id, isOver);
    await worker.stop();
    await server.stop();
    // Four candidates and the tests of each of six problems, shared by all four arms.
    expect(server.requests).toHaveLength(6 * 5);
    const samples = await samplesOf(id);
    const choices = await getDatabase().choice.findMany({ where: { arm: { experimentId: id } } });
    expect(choices).toHaveLength(6 * 4);
    const chosen = choices.filter(({ rule }) => rule === "generated-tests");
    for (const { armId, taskId, chain, verdict, reason } of chosen) {
      const own = samples.filter((sample) => sample.armId === armId && sample.taskId === taskId);
      const passing = own.find((sample) => sample.verdict === "passed");
      expect({ chain, verdict }).toEqual({ chain: passing?.chain ?? 0, verdict: passing === undefined ? "failed" : "passed" });
      expect(reason).toContain(passing === undefined ? "no generated test is passed" : "passes 1 generated test");
    }
    expect(chosen.some(({ chain }) => chain !== 0)).toBe(true);
    expect(choices.filter(({ rule }) => rule === "first").every(({ chain }) => chain === 0)).toBe(true);
  }, 90_000);

  test("repeats nothing when it is run again, and raising n asks only for what is new", async () => {
    const server = await startModel();
    const spec = (name: string) =>
      buildSpec({ name, models: [remote(server)], strategies: [{ kind: "single", n: 2 }], conditions: ["code"], replicate: 7 });
    const worker = await startExperimentWorker(plainServices());
    const first = await startExperiment(spec("first"), new Date());
    await untilProgress(first, isOver);
    expect(server.requests).toHaveLength(12);
    const again = await startExperiment(spec("again"), new Date());
    await untilProgress(again, isOver);
    expect(server.requests).toHaveLength(12);
    const before = await samplesOf(first);
    await extendSamples(first, [{ strategy: "single", n: 5 }], new Date());
    const progress = await untilProgress(first, isOver);
    await worker.stop();
    await server.stop();
    expect(server.requests).toHaveLength(30);
    const after = await samplesOf(first);
    expect(after).toHaveLength(30);
    const bare = (samples: typeof before) => samples.map(({ arm: _arm, ...sample }) => sample);
    expect(bare(after.filter(({ chain }) => chain < 2))).toEqual(bare(before));
    expect(progress.arms[0]?.chains).toBe(30);
  }, 90_000);
});
