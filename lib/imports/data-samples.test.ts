import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { getDatabase } from "@/lib/database/client";
import { deleteExperiment } from "@/lib/experiments/data";
import { createImportedArm, startImport } from "@/lib/imports/data";
import { addImportedSamples, mergeImportedSamples, type SampleRow } from "@/lib/imports/data-samples";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";

let database: TestDatabase;
let armId: string;
let otherId: string;
beforeAll(async () => {
  database = await startTestDatabase();
}, 60_000);
afterAll(() => database.stop());
beforeEach(async () => {
  await deleteExperiment("e");
  await startImport({ id: "e", name: "E", contentHash: "h", now: new Date(0) });
  armId = await createImportedArm("e", "one", 0);
  otherId = await createImportedArm("e", "other", 1);
});

function sample(given: Partial<SampleRow>): SampleRow {
  return {
    armId,
    taskId: "HumanEval/0",
    kind: "completion",
    chain: 0,
    round: 0,
    final: true,
    verdict: "passed",
    visiblePassed: undefined,
    suites: undefined,
    promptTokens: undefined,
    answerTokens: undefined,
    detail: undefined,
    raw: undefined,
    program: undefined,
    ...given,
  };
}

const counts = () =>
  getDatabase().armCount.findMany({
    select: { armId: true, taskId: true, samples: true, passed: true },
    orderBy: [{ armId: "asc" }, { taskId: "asc" }],
  });

test("samples that are added are counted by problem", async () => {
  const rows = [sample({}), sample({ chain: 1, verdict: "failed" }), sample({ taskId: "HumanEval/1" })];
  expect(await addImportedSamples(rows)).toBe(true);
  expect(await counts()).toEqual([
    { armId, taskId: "HumanEval/0", samples: 2, passed: 1 },
    { armId, taskId: "HumanEval/1", samples: 1, passed: 1 },
  ]);
});

test("of samples of which one is there already none is added; merged, each fills in what was left open", async () => {
  await addImportedSamples([sample({ verdict: "unjudged", program: "pass", suites: { base: "passed" } })]);
  const scored = [sample({ verdict: "failed", program: "other", detail: "wrong" }), sample({ chain: 1 })];
  expect(await addImportedSamples(scored)).toBe(false);
  expect(await getDatabase().sample.count()).toBe(1);
  await mergeImportedSamples(scored);
  expect(await getDatabase().sample.findMany({ orderBy: { chain: "asc" } })).toMatchObject([
    { chain: 0, verdict: "failed", program: "pass", detail: "wrong", suites: { base: "passed" } },
    { chain: 1, verdict: "passed", program: null },
  ]);
  expect(await counts()).toEqual([{ armId, taskId: "HumanEval/0", samples: 2, passed: 1 }]);
});

test("a sample of an arm that is not there, or not any more, is refused", async () => {
  await expect(addImportedSamples([sample({ armId: "nobody" })])).rejects.toMatchObject({ code: "23503" });
  await addImportedSamples([sample({})]);
  await deleteExperiment("e");
  await expect(addImportedSamples([sample({ chain: 1 })])).rejects.toMatchObject({ code: "23503" });
  expect(await getDatabase().sample.count()).toBe(0);
});

test("samples go with their arm and with their experiment, and nobody else's", async () => {
  await addImportedSamples([sample({}), sample({ armId: otherId })]);
  await getDatabase().arm.delete({ where: { id: armId } });
  expect(await getDatabase().sample.findMany({ select: { armId: true } })).toEqual([{ armId: otherId }]);
  expect((await counts()).map((count) => count.armId)).toEqual([otherId]);
  await deleteExperiment("e");
  expect(await getDatabase().sample.count()).toBe(0);
  expect(await counts()).toEqual([]);
});
