import { afterAll, beforeAll, expect, test } from "vitest";
import { buildProblem } from "@/testing/build-problem";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";
import { problemQuerySchema } from "./api-schema";
import { findBenchmark, findProblem, listBenchmarks, listProblems, saveBenchmark } from "./data";
import { findProblemDetail, listProblemRows } from "./data-problems";

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
  const { total, problems: rows } = await listProblemRows(first.id, problemQuerySchema.parse({ from: 1, count: 10 }));
  expect(total).toBe(3);
  expect(rows.map(({ taskId, visibleTests, hiddenTests, check }) => [taskId, visibleTests, hiddenTests, check])).toEqual([
    ["a", 1, 1, "unchecked"],
    ["b", 1, 1, "unchecked"],
  ]);
});

test("problems are found by name, kind and difficulty; wildcards of SQL mean themselves", async () => {
  const problems = [named("a_b"), named("axb"), buildProblem({ taskId: "hard one", difficulty: "hard" })];
  const { id } = await saveBenchmark({ slug: "searched", title: "Searched", format: "problems", source, problems });
  const found = async (query: Record<string, string>) =>
    (await listProblemRows(id, problemQuerySchema.parse(query))).problems.map(({ taskId }) => taskId);
  expect(await found({ search: "A_b" })).toEqual(["a_b"]);
  expect(await found({ difficulty: "hard" })).toEqual(["hard one"]);
  expect(await found({ kind: "repair" })).toEqual([]);
  expect(await found({ check: "unchecked", count: "2" })).toEqual(["a_b", "axb"]);
});

test("a problem is read with visible and hidden tests apart, long ones cut, many counted", async () => {
  const [visible, hidden] = buildProblem().tests;
  if (visible?.kind !== "call" || hidden === undefined) throw new Error("the built problem has changed");
  const many = Array.from({ length: 150 }, (_, index) => ({ ...hidden, id: `base:${index}` }));
  const problem = buildProblem({ tests: [{ ...visible, arguments: "1".repeat(5_000) }, ...many] });
  const { id } = await saveBenchmark({ slug: "long", title: "Long", format: "problems", source, problems: [problem] });
  const [stored] = await listProblems(id);
  const detail = await findProblemDetail(id, stored?.id ?? "");
  expect(detail?.visibleTests.shown[0]?.input).toMatch(/^double\(1{1993}… \(3,008 more characters\)$/);
  expect([detail?.hiddenTests.total, detail?.hiddenTests.shown.length]).toEqual([150, 100]);
  expect(detail?.visibleTests.shown.concat(detail.hiddenTests.shown).map((test) => test.visible)).toEqual([
    true,
    ...Array.from({ length: 100 }, () => false),
  ]);
  expect(await findProblemDetail("another", stored?.id ?? "")).toBeNull();
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
