import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diskSource } from "@/lib/formats/input/disk-source";
import { folderSources } from "@/lib/formats/input/folder-sources";
import { memorySource } from "@/lib/formats/input/memory-source";
import { hasSharedData, sharedData, withoutSharedData } from "@/testing/shared-data";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";
import { findBenchmarkById, listBenchmarks, listProblems } from "./data";
import { importBenchmarks } from "./import-benchmarks";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
}, 60_000);
afterAll(() => database.stop());

const unnamed = { slug: null, title: null };
const row = (task_id: string, more: object = {}) =>
  JSON.stringify({
    ...{ task_id, prompt: "Write f.", entry_point: "f", reference: "def f(n):\n    return n\n" },
    tests: [{ arguments: "1", expected: "1" }],
    ...more,
  });
const file = (name: string, ...rows: string[]) => memorySource(name, rows.join("\n"));

describe("one's own problems", () => {
  test("become a benchmark once, whatever the file is called and however it is packed", async () => {
    const first = await importBenchmarks([file("own.jsonl", row("1"), row("2"))], unnamed);
    expect(first.benchmarks).toMatchObject([{ slug: "own", title: "own", isNew: true, problems: 2, kinds: ["synthesis"] }]);
    const packed = memorySource("other.jsonl.gz", gzipSync(`${row("1")}\n${row("2")}\n`));
    const again = await importBenchmarks([packed], unnamed);
    expect(again.benchmarks).toMatchObject([{ id: first.benchmarks[0]?.id, slug: "own", isNew: false }]);
    const named = await importBenchmarks([packed], { slug: "second-name", title: "Second" });
    expect(named.benchmarks).toMatchObject([{ slug: "second-name", title: "Second", isNew: true }]);
    expect((await listProblems(named.benchmarks[0]?.id ?? "")).map(({ problem }) => problem.taskId)).toEqual(["1", "2"]);
  });

  test("are kept where others are rejected with their lines; a task that comes twice is named", async () => {
    const report = await importBenchmarks(
      [file("mixed.jsonl", row("a"), row("b", { entrypoint: "f" }), "{", row("a", { prompt: "Another." }), row("c"))],
      unnamed,
    );
    expect(report.benchmarks).toMatchObject([{ problems: 2, duplicates: ["a"] }]);
    expect(report.files[0]).toMatchObject({ rowsRead: 5, rowsKept: 3, rowsRejected: 2 });
    expect(report.files[0]?.rejections.map(({ line }) => line)).toEqual([2, 3]);
    expect(report.files[0]?.rejections[0]?.reason).toContain("entrypoint");
  });

  test("of several files cannot have one name", async () => {
    const files = [file("x.jsonl", row("x")), file("y.jsonl", row("y"))];
    await expect(importBenchmarks(files, { slug: "both", title: null })).rejects.toThrow("2 benchmarks");
    expect((await importBenchmarks(files, unnamed)).benchmarks.map(({ slug }) => slug)).toEqual(["x", "y"]);
  });

  test("results are no benchmark and are counted as what they are", async () => {
    const samples = file("samples.jsonl", '{"task_id": "HumanEval/0", "completion": "    pass"}');
    const report = await importBenchmarks([samples], unnamed);
    expect(report.benchmarks).toEqual([]);
    expect(report.files[0]).toMatchObject({ status: "imported", format: "humaneval-samples" });
    expect(report.otherRows).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasSharedData)(`published files (${hasSharedData ? "found" : withoutSharedData})`, { timeout: 120_000 }, () => {
  test.each([
    ["humaneval/HumanEval.jsonl.gz", "humaneval", 164],
    ["mbpp/mbpp.jsonl", "mbpp", 974],
    ["mbpp/sanitized-mbpp.json", "mbpp-sanitized", 427],
    ["cruxeval/data/cruxeval.jsonl", "cruxeval", 1_600],
    ["humanevalpack/evaluation/create/humaneval-x/data/python/data/humanevalpack.jsonl", "humanevalfix", 164],
    ["humanevalpack/evaluation/other/QuixBugs/quixbugs_python.jsonl", "quixbugs", 40],
    ["refactory/data.zip", "refactory", 1_788],
  ])("%s is stored as %s, and once", async (path, slug, count) => {
    const source = await diskSource(sharedData(path), path);
    const { benchmarks } = await importBenchmarks([source], unnamed);
    expect(benchmarks).toMatchObject([{ slug, isNew: true, problems: count, duplicates: [] }]);
    const stored = await findBenchmarkById(benchmarks[0]?.id ?? "");
    expect(stored?.kinds.reduce((sum, { problems }) => sum + problems, 0)).toBe(count);
    expect((await importBenchmarks([source], unnamed)).benchmarks).toMatchObject([{ slug, isNew: false }]);
  });

  test("a folder is one benchmark", async () => {
    const { benchmarks } = await importBenchmarks(await folderSources(sharedData("quixbugs")), unnamed);
    expect(benchmarks).toMatchObject([{ slug: "quixbugs-original", isNew: true, problems: 40, kinds: ["repair"] }]);
    expect((await listBenchmarks("quixbugs-original")).length).toBe(1);
  });
});
