import { afterAll, beforeAll, expect, test } from "vitest";
import { buildProblem } from "@/testing/build-problem";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";
import { findBenchmark, findProblem, listBenchmarks, listProblemRows, listProblems, saveBenchmark } from "./data";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
}, 60_000);
afterAll(() => database.stop());

const source = { fileName: "small.jsonl", sha256: null, importerVersion: null };
const named = (taskId: string) => buildProblem({ taskId });

test("a benchmark comes back as it was stored, once, in its order", async () => {
  const problems = [
    named("b"),
    named("a"),
    buildProblem({ taskId: "b", kind: "repair", starter: "def double(n):\n    return n\n" }),
  ];
  const first = await saveBenchmark({ slug: "small", title: "Small", format: "problems", source, problems });
  const again = await saveBenchmark({ slug: "small", title: "Other title", format: "problems", source, problems });
  expect([first.isNew, again.isNew]).toEqual([true, false]);
  expect(again.id).toBe(first.id);
  const stored = await listProblems(first.id);
  expect(stored.map(({ problem }) => problem)).toEqual(problems);
  expect(await findProblem(stored[1]?.id ?? "")).toEqual(stored[1]);
  expect((await listProblems(first.id, ["repair"])).map(({ problem }) => problem.kind)).toEqual(["repair"]);
  const rows = await listProblemRows(first.id, 1, 10);
  expect(rows.map(({ taskId, visibleTests, hiddenTests }) => [taskId, visibleTests, hiddenTests])).toEqual([
    ["a", 1, 1],
    ["b", 1, 1],
  ]);
});

test("another problem makes another version; the newest is found unless one is named", async () => {
  const before = await saveBenchmark({ slug: "grows", title: "Grows", format: "problems", source, problems: [named("a")] });
  await new Promise((resolve) => setTimeout(resolve, 5));
  const after = await saveBenchmark({
    slug: "grows",
    title: "Grows",
    format: "problems",
    source,
    problems: [named("a"), named("c")],
  });
  expect(after.version).not.toBe(before.version);
  expect((await findBenchmark("grows", null))?.version).toBe(after.version);
  expect((await findBenchmark("grows", before.version))?.kinds).toEqual([
    { kind: "synthesis", problems: 1, withVisibleTests: 1 },
  ]);
  expect(await findBenchmark("grows", "0".repeat(64))).toBeNull();
  expect((await listBenchmarks()).map(({ slug }) => slug)).toContain("small");
});
