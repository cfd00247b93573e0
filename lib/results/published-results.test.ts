import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diskSource } from "@/lib/formats/input/disk-source";
import { folderSources } from "@/lib/formats/input/folder-sources";
import { importResults } from "@/lib/imports/import-results";
import { loadReport } from "@/lib/results/load-report";
import type { Report } from "@/lib/results/schema";
import { defaultSetting } from "@/lib/results/setting-schema";
import { hasSharedData, sharedData, withoutSharedData } from "@/testing/shared-data";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";

const now = new Date("2026-11-21T00:00:00Z");

async function importShared(...paths: readonly string[]): Promise<Report> {
  const sources = await Promise.all(
    paths.map(async (path) =>
      path.includes(".") ? [await diskSource(sharedData(path), path)] : folderSources(sharedData(path)),
    ),
  );
  const { experimentId } = await importResults(sources.flat(), { now });
  const report = await loadReport(experimentId ?? "", defaultSetting);
  if (report === null) throw new Error("the import gave no report");
  return report;
}

describe.skipIf(!hasSharedData)(
  `results of published files (${hasSharedData ? "found" : withoutSharedData})`,
  { timeout: 400_000 },
  () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await startTestDatabase();
    }, 400_000);
    afterAll(() => database?.stop());

    describe("the study's test-time runs", () => {
      let report: Report;
      beforeAll(async () => {
        report = await importShared("tracewise/results");
      }, 400_000);

      test("every sequential and parallel cell of the three models comes out to two decimals", () => {
        const cells = report.references
          .flatMap((table) => table.cells)
          .filter(({ row, column }) => /GPT-4o-mini|phi-4|Qwen/.test(row) && /^(sequential|parallel)/.test(column));
        expect(cells).toHaveLength(30);
        expect(cells.filter(({ found, published }) => found?.toFixed(2) !== published?.toFixed(2))).toEqual([]);
        // Two of the 130 rounds of this run hold nothing but empty programs, which the study counted as wrong.
        expect(
          cells.filter(({ agrees }) => agrees !== "reproduced").map(({ row, column, agrees }) => [row, column, agrees]),
        ).toEqual([["Qwen2.5-Coder-7b-Inst", "sequential, Concise", "as-wrong"]]);
      });

      test("each cell is labelled for what it is: sequential ones are oracles, parallel ones are not", () => {
        const cells = report.references.flatMap((table) => table.cells).filter(({ found }) => found !== null);
        const sequential = cells.filter(({ column }) => column.startsWith("sequential"));
        const parallel = cells.filter(({ column }) => column.startsWith("parallel"));
        expect([sequential.length, parallel.length]).toEqual([15, 16]); // DeepSeek-V3 has one cell with figures.
        expect(
          sequential.every(
            ({ words }) => words?.includes("Oracle") && words.includes("mean of the figures after each of 5 rounds"),
          ),
        ).toBe(true);
        expect(parallel.every(({ words }) => words?.startsWith("selected@1") && !words.includes("Oracle"))).toBe(true);
      });

      test("greedy Qwen is published with the figure of the run at temperature 0.7, and that is shown as a difference", () => {
        const cell = report.references
          .flatMap((table) => table.cells)
          .find(({ row, column }) => row.startsWith("Qwen") && column === "greedy");
        expect(cell).toMatchObject({ published: 61.54, agrees: "differs" });
        expect(cell?.found?.toFixed(2)).toBe("38.46");
      });

      test("no trace contrast is distinguishable from zero, and each says what 26 problems could not have shown", () => {
        const traced = report.contrasts.filter(({ armId, difference }) => {
          const arm = report.arms.find(({ id }) => id === armId);
          return difference !== null && arm?.factors.condition?.startsWith("trace:");
        });
        expect(traced).toHaveLength(24);
        expect(traced.map(({ decided }) => decided)).toEqual(Array(24).fill("undecided"));
        expect(traced.filter(({ interval }) => interval === null || interval.low > 0 || interval.high < 0)).toEqual([]);
        for (const { sentence } of traced)
          expect(sentence).toMatch(
            /N = 2[56].*not distinguishable from zero; an effect under [\d.]+ points could not have been seen/,
          );
      });

      test("the answer of both trace sections says so, with the number of contrasts and models", () => {
        const none = "No trace format can be told apart from its control without a trace";
        const headlines = {
          // More problems would not help there.
          Parallel: `No prompt held a trace: these runs cannot tell whether traces help a model. ${none}.`,
          Sequential: `${none}: 26 problems are too few to tell. All figures are upper bounds (oracle).`,
        };
        for (const [strategy, headline] of Object.entries(headlines)) {
          const section = report.sections.find(({ title, answer }) => title.includes(strategy) && answer !== null);
          expect(section?.answer?.headline).toBe(headline);
          expect(section?.answer?.detail).toMatch(
            /^12 contrasts over 3 models \(deepseek-chat gives none\); every 95 % interval holds 0\. With 2[56].* problems an effect/,
          );
        }
      });

      test("the broken DeepSeek-V3 files are flagged and never scored 0", () => {
        const broken = report.arms.filter(
          ({ modelTitle, known, samples }) => modelTitle === "deepseek-chat" && known === 0 && samples > 0,
        );
        expect(broken).toHaveLength(9);
        expect(broken.flatMap(({ estimates }) => estimates.map(({ value }) => value)).every((value) => value === null)).toBe(
          true,
        );
        expect(report.warnings.filter(({ code }) => code === "no-answers").map(({ message }) => message)).toEqual([
          expect.stringMatching(/^deepseek-chat: no answer came in .*Left out, not scored as wrong\.$/),
          expect.stringMatching(/^deepseek-chat: no answer came in .*5,200 programs are empty/),
        ]);
        expect(report.warnings.find(({ code }) => code === "no-answers")?.message).toMatch(
          /runs are unfinished \(.*NExT: 2 of 26/,
        );
      });

      test("warnings: traces that never reached a prompt, arms that differed before it, oracles beside honest numbers", () => {
        const codes = new Set(report.warnings.map(({ code }) => code));
        for (const code of [
          "treatment-not-in-prompt",
          "arms-differ-before-treatment",
          "oracle",
          "oracle-beside-honest",
          "few-problems",
          "ceiling",
        ] as const)
          expect(codes).toContain(code);
        expect(report.warnings.find(({ code }) => code === "arms-differ-before-treatment")?.message).toContain("by 15.4 points");
      });

      test("the same files again change nothing", async () => {
        const again = await importResults(await folderSources(sharedData("tracewise/results")), { now });
        expect(again).toMatchObject({ experimentId: report.experiment.id, isNew: false, arms: 55, problems: 26 });
      });
    });

    describe("the study's repair annex", () => {
      let report: Report;
      beforeAll(async () => {
        report = await importShared("tracewise/annex");
      }, 400_000);

      test("a trace is in 74 of 365 prompts, and 291 prompts are the same in all four formats", () => {
        const delivery = report.contrasts.map((contrast) => contrast.delivery);
        expect(delivery.map((each) => [each?.delivered, each?.wanted])).toEqual(Array(5).fill([74, 365]));
        expect(report.warnings.find(({ code }) => code === "identical-prompts")?.message).toMatch(
          /^291 of 365 prompts are the same text in all 4/,
        );
        expect(report.warnings.map(({ code }) => code)).toContain("undelivered");
        expect(report.warnings.map(({ code }) => code)).toContain("control-has-less");
      });

      test("raw solves 111 of 365, base and plus", () => {
        const raw = report.arms.find(({ factors }) => factors.condition === "code");
        expect(raw?.estimates[0]).toMatchObject({ metric: "pass@1", problems: 365, value: 111 / 365 });
        expect(raw?.estimates[0]?.words).toContain("the base and the added (plus) tests");
      });

      test("NExT with three tests is partial and compared on its 46 problems, of which the control solves 15", () => {
        const three = report.arms.find(({ factors }) => factors.arguments.failingTestsShown === 3);
        expect(three).toMatchObject({ problems: 46, known: 46, expected: 365 });
        const contrast = report.contrasts.find(({ armId }) => armId === three?.id);
        expect(contrast).toMatchObject({ problems: 46, dropped: 319, flips: { fixed: 0, broken: 4, both: 11, neither: 31 } });
        expect(report.warnings.find(({ code }) => code === "partial-run")?.message).toContain(
          "NExT, 3 failing tests: 46 of 365 problems done",
        );
      });

      test("the delivered-only estimate stands on 74 problems and calls itself post hoc", () => {
        const one = report.contrasts.find(({ arm }) => arm === "NExT, 1 failing test");
        expect(one?.deliveredOnly).toMatchObject({ problems: 74 });
        expect(one?.deliveredOnly?.words).toContain("post hoc");
        // Four of the five signs turn, and all that is negative comes from prompts without a trace: a reader of the answer has to see it.
        expect(report.sections[0]?.answer?.detail).toContain(
          "On the 11 to 74 problems whose prompt did hold a trace (post hoc): 0.0 to +8.1 points, none distinguishable from zero; on the 35 to 291 others, where no trace can be the cause: −11.4 to −3.8.",
        );
      });
    });

    test("LDB against its seed is a paired contrast with flips", async () => {
      const report = await importShared("ldb/input_data/humaneval/seed", "ldb/results/ldb");
      const contrasts = report.contrasts.filter(({ difference, model }) => difference !== null && model.startsWith("gpt-3.5"));
      const solved = contrasts.map(({ flips }) => (flips?.fixed ?? 0) + (flips?.both ?? 0)).toSorted((a, b) => a - b);
      expect(solved).toEqual([131, 132, 136]);
      for (const { flips, problems, differsIn } of contrasts) {
        expect(problems).toBe(164);
        expect((flips?.fixed ?? 0) + (flips?.broken ?? 0) + (flips?.both ?? 0) + (flips?.neither ?? 0)).toBe(164);
        expect(differsIn).toContain("strategy");
      }
    });

    test("CRUXEval: published pass@1, and pass@5 refused where there are fewer than five answers", async () => {
      const report = await importShared(
        "cruxeval_models/gpt-4-0613_temp0.2_output.json.gz",
        "cruxeval_models/gpt-4-0613+cot_temp0.2_output.json.gz",
      );
      const figures = report.arms.map(({ factors, estimates }) => {
        const of = (metric: string) => estimates.find((each) => each.metric === metric);
        return [
          factors.condition,
          Number(((of("pass@1")?.value ?? 0) * 100).toFixed(1)),
          of("pass@5")?.value,
          of("pass@5")?.missing !== null,
        ];
      });
      expect(figures).toContainEqual([
        "code",
        68.7,
        expect.toSatisfy((value) => value === null || typeof value === "number"),
        expect.any(Boolean),
      ]);
      expect(figures.find(([condition]) => condition === "cot")?.[1]).toBe(77.1);
      for (const arm of report.arms) {
        const fewest = Math.min(...arm.estimates.map(({ samples }) => samples ?? 0));
        if (fewest < 5) expect(arm.estimates.find(({ metric }) => metric === "pass@5")?.value).toBeNull();
      }
      expect(report.contrasts).toMatchObject([{ arm: "Chain of thought", baseline: "Code only", problems: 800 }]);
    });
  },
);
