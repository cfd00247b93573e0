import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getDatabase } from "@/lib/database/client";
import { parseFilter } from "@/lib/filters/parse-filter";
import { sampleFields } from "@/lib/filters/sample-fields";
import { memorySource } from "@/lib/formats/input/memory-source";
import { importResults } from "@/lib/imports/import-results";
import { listArmIds } from "@/lib/results/data";
import { findDrilledProblem } from "@/lib/results/data-drill";
import { listSamplesPage } from "@/lib/results/data-samples";
import { exportSamples } from "@/lib/results/export-samples";
import { loadComparison } from "@/lib/results/load-comparison";
import { loadReport } from "@/lib/results/load-report";
import { defaultSetting } from "@/lib/results/setting-schema";
import { createShare, listShares, openShare, revokeShare } from "@/lib/shares/data";
import { pinResults } from "@/lib/shares/pin-results";
import { jsonLines } from "@/testing/read-import";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";

const now = new Date("2026-11-21T00:00:00Z");

/** HumanEval results of one model: per task the verdicts of its samples. */
function results(verdicts: Readonly<Record<string, string>>) {
  return jsonLines(
    ...Object.entries(verdicts).flatMap(([task, flags]) =>
      [...flags].map((flag, index) => ({
        task_id: task,
        completion: `  return ${index}`,
        result: flag === "+" ? "passed" : "failed: x",
        passed: flag === "+",
      })),
    ),
  );
}

describe("results as they are stored", { timeout: 200_000 }, () => {
  let database: TestDatabase;
  let first = "";
  let second = "";
  beforeAll(async () => {
    database = await startTestDatabase();
    const one = { "HumanEval/0": "++", "HumanEval/1": "+-", "HumanEval/2": "--", "HumanEval/3": "++" };
    const other = { "HumanEval/1": "++", "HumanEval/2": "--", "HumanEval/3": "-+", "HumanEval/9": "++" };
    first = (await importResults([memorySource("a_temp_0.2.jsonl", results(one))], { now, name: "first" })).experimentId ?? "";
    second =
      (await importResults([memorySource("b_temp_0.2.jsonl", results(other))], { now, name: "second" })).experimentId ?? "";
  }, 200_000);
  afterAll(() => database?.stop());

  test("the sampling unit is the problem: pass@1 is the mean over problems, pass@2 stands on both samples, pass@5 is refused", async () => {
    const report = await loadReport(first, defaultSetting);
    const figures = Object.fromEntries(
      (report?.arms[0]?.estimates ?? []).map(({ metric, value, missing }) => [metric, value ?? missing]),
    );
    expect(figures).toMatchObject({
      "pass@1": 2.5 / 4,
      "pass@2": 3 / 4,
      "pass@5": "pass@5 needs at least 5 samples of every problem; some have only 2",
      "best-of-n": 3 / 4,
    });
  });

  test("a comparison stands on common problems and says how many were dropped", async () => {
    const arms = [...(await listArmIds(first)), ...(await listArmIds(second))];
    const report = await loadComparison({ ...defaultSetting, arms, against: null });
    expect(report?.contrasts).toMatchObject([{ problems: 3, dropped: 2, difference: 0, flips: null }]);
    expect(report?.sections).toMatchObject([{ title: "Compared on common problems" }]);
  });

  test("filters reach samples and arms alike; a page knows the total", async () => {
    const ask = async (text: string) => {
      const parsed = parseFilter(text, sampleFields);
      if (!parsed.ok) throw new Error(parsed.fault.message);
      const { total, rows } = await listSamplesPage(first, { filter: parsed.filter, sort: "order", page: 0 });
      expect(rows).toHaveLength(total);
      return total;
    };
    expect([await ask(""), await ask("verdict:passed"), await ask("model:a"), await ask("model:b*")]).toEqual([8, 5, 8, 0]);
    expect([
      await ask("problem:*/1"),
      await ask("problem:*/1 -verdict:passed"),
      await ask("chain>=1"),
      await ask("tokens>0"),
    ]).toEqual([2, 1, 4, 0]);
    expect([
      await ask("verdict:passed or problem:HumanEval/2"),
      await ask("not (verdict:passed)"),
      await ask("delivered:no"),
    ]).toEqual([7, 3, 0]);
    expect(await ask("problem:%")).toBe(0);
  });

  test("an export holds exactly the filtered rows and the chosen columns", async () => {
    const report = await loadReport(first, defaultSetting);
    const arms = new Map((report?.arms ?? []).map((arm) => [arm.id, arm]));
    const parsed = parseFilter("problem:*/1", sampleFields);
    const filter = parsed.ok ? parsed.filter : null;
    const file = await exportSamples({
      experimentId: first,
      format: "csv",
      filter,
      sort: "order",
      columns: ["problem", "verdict"],
      arms,
    });
    expect(await new Response(file?.body instanceof ReadableStream ? file.body : null).text()).toBe(
      "problem,verdict\r\nHumanEval/1,passed\r\nHumanEval/1,failed\r\n",
    );
  });

  test("a problem opens with its programs and the scorer's words", async () => {
    const [arm = ""] = await listArmIds(first);
    const problem = await findDrilledProblem(arm, "HumanEval/1");
    expect(problem.samples).toMatchObject([
      { verdict: "passed", program: "  return 0" },
      { verdict: "failed", program: "  return 1", detail: "failed: x" },
    ]);
  });

  test("a share keeps its numbers when the data change, says so by its fingerprint, and is gone once revoked or expired", async () => {
    const report = await loadReport(first, defaultSetting);
    if (report === null) throw new Error("no report");
    const view = { experimentId: first, comparison: null, setting: defaultSetting, query: "" };
    const pinned = await pinResults(view);
    if (pinned === null) throw new Error("nothing to pin");
    const { share, token } = await createShare({ pinned, view, now, expiresAt: null });
    const stored = await getDatabase().share.findUniqueOrThrow({ where: { id: share.id } });
    expect(JSON.stringify(stored)).not.toContain(token);
    await getDatabase().sample.updateMany({
      where: { armId: report.arms[0]?.id ?? "", taskId: "HumanEval/2" },
      data: { verdict: "passed" },
    });
    const changed = await loadReport(first, defaultSetting);
    expect(changed?.arms[0]?.estimates[0]?.value).toBe(3.5 / 4);
    expect(changed?.fingerprint).not.toBe(report.fingerprint);
    const change = (task: string, verdict: string) =>
      getDatabase().sample.updateMany({ where: { armId: report.arms[0]?.id ?? "", taskId: task, chain: 0 }, data: { verdict } });
    await change("HumanEval/2", "failed");
    await change("HumanEval/1", "failed");
    await change("HumanEval/2", "passed");
    await change("HumanEval/0", "failed");
    await change("HumanEval/1", "passed");
    const swapped = await loadReport(first, defaultSetting);
    expect(swapped?.fingerprint).not.toBe(changed?.fingerprint);
    const kept = (await openShare(token, now))?.pinned;
    expect(kept?.report).toEqual(report);
    // Problem by problem too: 2 of 2, 1 of 2, 0 of 2 and 2 of 2 samples passed when the link was made.
    const matrix = Object.values(kept?.matrices ?? {})[0];
    expect(matrix?.tasks).toEqual(["HumanEval/0", "HumanEval/3", "HumanEval/1", "HumanEval/2"]);
    expect(matrix?.arms[0]?.values).toEqual([1, 1, 0.5, 0]);
    expect(await openShare(`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`, now)).toBeNull();
    expect(await openShare("short", now)).toBeNull();
    expect(await revokeShare(share.id, now)).toBe(true);
    expect(await revokeShare(share.id, now)).toBe(false);
    expect(await openShare(token, now)).toBeNull();
    const brief = await createShare({ pinned, view, now, expiresAt: new Date(now.getTime() + 1000) });
    expect(await openShare(brief.token, new Date(now.getTime() + 1000))).toBeNull();
    expect((await listShares(first)).map(({ revokedAt }) => revokedAt !== null).toSorted()).toEqual([false, true]);
  });

  test("an import that was interrupted is done again; the same files give the same experiment", async () => {
    await getDatabase().experiment.update({ where: { id: second }, data: { status: "running" } });
    const other = { "HumanEval/1": "++", "HumanEval/2": "--", "HumanEval/3": "-+", "HumanEval/9": "++" };
    const files = () => [memorySource("b_temp_0.2.jsonl", results(other))];
    const redone = await importResults(files(), { now, name: "second" });
    expect(redone).toMatchObject({ experimentId: second, isNew: true, samples: 8 });
    expect(await importResults(files(), { now })).toMatchObject({
      experimentId: second,
      isNew: false,
      samples: 8,
      name: "second",
    });
  });

  test("an unknown file is refused by name and makes no experiment", async () => {
    const report = await importResults([memorySource("notes.txt", "hello")], { now });
    expect(report).toMatchObject({
      experimentId: null,
      files: [{ status: "refused", reason: expect.stringContaining("notes.txt") }],
    });
  });
});
