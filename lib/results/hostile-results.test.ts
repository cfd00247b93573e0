import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memorySource } from "@/lib/formats/input/memory-source";
import { importResults } from "@/lib/imports/import-results";
import { findDrilledProblem } from "@/lib/results/data-drill";
import { loadReport } from "@/lib/results/load-report";
import { printReport } from "@/lib/results/print-report";
import { type Report, reportSchema } from "@/lib/results/schema";
import { defaultSetting } from "@/lib/results/setting-schema";
import { jsonLines } from "@/testing/read-import";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";

const now = new Date("2026-11-21T00:00:00Z");

const tally = (model: string, example: string | number, counts: object) => ({
  benchmark_id: "b",
  model,
  example_id: example,
  ...counts,
});

const program = (task: string, passed: unknown, completion = "  return 1") => ({
  task_id: task,
  completion,
  result: passed === true ? "passed" : "failed: x",
  passed,
});

async function load(path: string, text: string, setting = defaultSetting): Promise<{ report: Report; rejected: number }> {
  const { experimentId, files } = await importResults([memorySource(path, text)], { now });
  const report = await loadReport(experimentId ?? "", setting);
  if (report === null) throw new Error(`nothing was imported: ${files[0]?.reason ?? "no reason"}`);
  // What the page and programs are sent: every number finite or null, and writable as text.
  expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  expect(printReport(report)).not.toMatch(/NaN|Infinity|undefined/);
  return { report, rejected: files[0]?.rowsRejected ?? 0 };
}

describe("files that try to break the numbers", { timeout: 200_000 }, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startTestDatabase();
  }, 200_000);
  afterAll(() => database?.stop());

  test("counts that are negative, not whole, NaN, beyond all measure or contradict each other are refused row by row", async () => {
    const good = tally("m", "good", { pass1: 0.5, correct: 5, count: 10 });
    const text = `${jsonLines(
      good,
      tally("m", "negative", { pass1: 0, correct: -1, count: 10 }),
      tally("m", "half", { pass1: 0.5, correct: 2.5, count: 5 }),
      tally("m", "empty", { pass1: 0, correct: 0, count: 0 }),
      tally("m", "endless", { pass1: 1, correct: 5e12, count: 5e12 }),
      tally("m", "above", { pass1: 1.5, correct: 1, count: 1 }),
      tally("m", "more", { pass1: 1, correct: 11, count: 10 }),
    )}{"benchmark_id":"b","model":"m","example_id":"nan","pass1":NaN,"correct":1,"count":2}\n`;
    const { report, rejected } = await load("counts.jsonl", text);
    expect(rejected).toBe(7);
    expect(report.arms).toMatchObject([{ problems: 1, samples: 10 }]);
  });

  test("millions of samples of a problem cost no more than two", async () => {
    const rows = [0, 1, 2].map((task) =>
      tally("m", `t${task}`, { pass1: task / 4, correct: task * 2_500_000, count: 10_000_000 }),
    );
    const started = performance.now();
    const { report } = await load("many.jsonl", jsonLines(...rows));
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(report.arms[0]?.estimates[0]).toMatchObject({ metric: "pass@1", value: 0.25, samples: 10_000_000 });
    expect(report.noise[0]?.sampleShare).toBeLessThan(1e-5);
  });

  test("ids in any writing, with spaces, quotes and numbers, stay apart and come back as they were", async () => {
    const ids = ["é", "e\u0301", "日本/語 1", "a\tb", "مرحبا", '"quoted", id', "0", "00", "=1+1", "x".repeat(3000)];
    const { report } = await load("ids_temp_0.0.jsonl", jsonLines(...ids.map((id) => program(id, true))));
    expect(report.arms).toMatchObject([{ problems: ids.length, known: ids.length }]);
    for (const id of ids) {
      expect(await findDrilledProblem(report.arms[0]?.id ?? "", id)).toMatchObject({ samples: [{ verdict: "passed" }] });
    }
  });

  test("of more samples than a page shows the one that is asked for is there, too", async () => {
    const rows = Array.from({ length: 80 }, (_, chain) => program("t/0", chain === 70));
    const { report } = await load("many_temp_0.8.jsonl", jsonLines(...rows));
    const arm = report.arms[0]?.id ?? "";
    expect((await findDrilledProblem(arm, "t/0")).samples).toHaveLength(64);
    expect((await findDrilledProblem(arm, "t/0", 3)).samples).toHaveLength(64);
    const { samples } = await findDrilledProblem(arm, "t/0", 70);
    expect(samples).toHaveLength(65);
    expect(samples.at(-1)).toMatchObject({ chain: 70, verdict: "passed" });
  });

  test("one problem has a rate but no error, and nothing is claimed of it", async () => {
    const { report } = await load("one_temp_0.0.jsonl", jsonLines(program("t/0", true)));
    const [estimate] = report.arms[0]?.estimates ?? [];
    expect(estimate).toMatchObject({ metric: "pass@1", value: 1, problems: 1 });
    expect(estimate?.interval?.low).toBeLessThan(0.3);
    expect(report.noise).toEqual([]);
  });

  test("where all pass, and where all pass equally often, the interval is no point", async () => {
    const all = await load(
      "all_temp_0.2.jsonl",
      jsonLines(...[0, 1, 2, 3].flatMap((n) => Array(3).fill(program(`t/${n}`, true)))),
    );
    const [first] = all.report.arms[0]?.estimates ?? [];
    expect(first).toMatchObject({ value: 1, problems: 4, samples: 3, interval: { high: 1 } });
    expect(first?.interval?.low).toBeLessThan(0.6);
    const half = await load(
      "half_temp_0.2.jsonl",
      jsonLines(...[0, 1, 2, 3].flatMap((n) => [program(`t/${n}`, true), program(`t/${n}`, false)])),
    );
    const [even] = half.report.arms[0]?.estimates ?? [];
    expect(even?.value).toBe(0.5);
    expect(even?.interval?.low).toBeLessThan(0.3);
    expect(even?.interval?.high).toBeGreaterThan(0.7);
  });

  test("pass@k is known at k = n and unknown above; a problem with one sample fewer takes it away", async () => {
    const five = (task: string, count: number) => Array.from({ length: count }, (_, n) => program(task, n === 0));
    const known = await load("five_temp_0.8.jsonl", jsonLines(...five("t/0", 5), ...five("t/1", 5)));
    const values = (report: Report) =>
      Object.fromEntries((report.arms[0]?.estimates ?? []).map(({ metric, value }) => [metric, value]));
    expect(values(known.report)).toEqual({
      "pass@1": 0.2,
      "pass@2": 0.4,
      "pass@3": 0.6,
      "pass@4": 0.8,
      "pass@5": 1,
      "best-of-n": 1,
    });
    const fewer = await load("four_temp_0.8.jsonl", jsonLines(...five("t/0", 5), ...five("t/1", 4)));
    expect(values(fewer.report)["pass@5"]).toBeNull();
    expect(fewer.report.arms[0]?.estimates.find(({ metric }) => metric === "pass@5")?.missing).toContain("as few as 4");
  });

  test("verdicts that are words, numbers or null are refused, not read as failures", async () => {
    const rows = [program("t/0", true), ...["yes", 1, null].map((passed, n) => program(`t/${n + 1}`, passed))];
    const { report, rejected } = await load("words_temp_0.0.jsonl", jsonLines(...rows));
    expect(rejected + (report.arms[0]?.unjudged ?? 0)).toBe(3);
    expect(report.arms[0]?.estimates[0]).toMatchObject({ value: 1, problems: 1 });
  });
});
