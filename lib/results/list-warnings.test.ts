import { describe, expect, test } from "vitest";
import type { ArmData } from "@/lib/results/arm-data";
import { buildReport } from "@/lib/results/build-report";
import type { Warning } from "@/lib/results/schema";
import { defaultSetting } from "@/lib/results/setting-schema";
import { armData, countsOf, reportOn } from "@/testing/arm-data";

const control = (problems: readonly string[]) => armData({ condition: "code", problems });
const traced = (given: Partial<Parameters<typeof armData>[0]> & { problems: readonly string[] }) =>
  armData({ condition: "trace:next", controlKey: "code", ...given });

/** 100 problems, every other one solved: neither too few, nor at an end. */
const half = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? "+" : "-"));

function warningsOf(...arms: readonly ArmData[]): readonly Warning[] {
  return reportOn(arms).warnings;
}

function find(code: Warning["code"], warnings: readonly Warning[]): string | undefined {
  return warnings.find((warning) => warning.code === code)?.message;
}

test("results with nothing to warn of have no warning", () => {
  const many = Array.from({ length: 1_000 }, (_, index) => (index % 2 === 0 ? "+" : "-"));
  const feedback = armData({ condition: "feedback", problems: many });
  expect(warningsOf(feedback, traced({ problems: many.with(0, "-").with(1, "+"), controlKey: "feedback" }))).toEqual([]);
});

describe("what came, and what did not", () => {
  test("partial-run: problems that an arm does not have, and how many of how many", () => {
    const warnings = warningsOf(control(half), traced({ problems: half.slice(0, 60) }));
    expect(find("partial-run", warnings)).toBe(
      "m: unfinished runs (NExT: 60 of 100 problems done). Compared only on the problems that both arms have.",
    );
  });

  test("no-answers: an arm of nothing but empty programs is left out, not scored 0", () => {
    const report = reportOn([control(half), traced({ problems: half.map(() => "!") })]);
    expect(find("no-answers", report.warnings)).toBe(
      "m: no answer came in NExT (all 100 programs are empty). Left out, not scored as wrong.",
    );
    expect(report.arms[1]?.estimates.map(({ value }) => value)).not.toContain(0);
    expect(report.contrasts[0]?.difference).toBeNull();
  });

  test("no-answers: a run of empty programs that also stopped early is told once", () => {
    const warnings = warningsOf(control(half), traced({ problems: half.slice(0, 2).map(() => "!") }));
    expect(find("no-answers", warnings)).toBe(
      "m: no answer came in NExT (all 2 programs are empty), and runs are unfinished (NExT: 2 of 100 problems done). Left out, not scored as wrong.",
    );
    expect(warnings.map(({ code }) => code)).not.toContain("partial-run");
  });

  test("no-answers: samples that nobody scored say so in other words", () => {
    expect(find("no-answers", warningsOf(control(half), traced({ problems: half.map(() => "??") })))).toMatch(
      /200 of 200 samples in NExT were never scored/,
    );
  });

  test("infrastructure: only above one in a hundred", () => {
    const withErrors = (errors: number) => traced({ problems: half.map((samples, index) => (index < errors ? "!" : samples)) });
    expect(find("infrastructure", warningsOf(control(half), withErrors(1)))).toBeUndefined();
    expect(find("infrastructure", warningsOf(control(half), withErrors(2)))).toContain("NExT 2 of 100 (2.0 %)");
  });

  test("unfinished: a run whose numbers will change", () => {
    const { warnings } = buildReport({
      experiment: { id: "e", name: "e", origin: "run", status: "running", createdAt: null },
      arms: [control(half)],
      files: [],
      samePrompts: null,
      fingerprint: "",
      setting: defaultSetting,
    });
    expect(find("unfinished", warnings)).toBe("This experiment is running: its numbers will change.");
  });

  test("import: what the reader of the files noticed", () => {
    const notice = {
      severity: "warning",
      code: "tail-disagrees",
      message: "the tail says 88.46",
      line: 3,
      taskId: null,
    } as const;
    const file = {
      path: "runs/a.json",
      bytes: 1,
      sha256: null,
      status: "imported",
      reason: null,
      format: "tracewise-results",
      formatTitle: "Tracewise results",
      importerVersion: "1",
      rowsRead: 1,
      rowsKept: 1,
      rowsRejected: 0,
      rejections: [],
      notices: [notice, { ...notice, severity: "information", code: "resumed" }],
      yielded: {},
      tasks: 1,
    } as const;
    const { warnings } = buildReport({
      experiment: { id: "e", name: "e", origin: "import", status: "completed", createdAt: null },
      arms: [control(half)],
      files: [{ ...file, rejections: [], notices: [...file.notices] }],
      samePrompts: null,
      fingerprint: "",
      setting: defaultSetting,
    });
    expect(find("import", warnings)).toBe("Tail disagrees in 1 file. a.json: the tail says 88.46.");
    expect(warnings.filter(({ code }) => code === "import")).toHaveLength(1);
  });
});

describe("what reached the model", () => {
  test("undelivered: some prompts hold no trace", () => {
    const arm = traced({ problems: half, totals: { wanted: 100, delivered: 40 }, delivered: half.map((_, index) => index < 40) });
    const report = reportOn([control(half), arm]);
    expect(find("undelivered", report.warnings)).toContain("only 40 of 100 prompts hold one in NExT");
    expect(report.contrasts[0]?.deliveredOnly).toMatchObject({ problems: 40 });
    expect(report.contrasts[0]?.deliveredOnly?.words).toContain("post hoc");
    expect(report.contrasts[0]?.deliveredOnly?.sentence).toContain("delivered only (post hoc)");
  });

  test("treatment-not-in-prompt: candidates of a single round never saw a trace", () => {
    const parallel = { strategy: "parallel", n: 16, rounds: 1, selection: "majority" } as const;
    const warnings = warningsOf(
      armData({ condition: "code", ...parallel, problems: half }),
      traced({ ...parallel, problems: half }),
    );
    expect(find("treatment-not-in-prompt", warnings)).toContain("the trace never reached a prompt");
  });

  test("identical-prompts: trace conditions that sent one and the same text", () => {
    const { warnings } = buildReport({
      experiment: { id: "e", name: "e", origin: "import", status: "completed", createdAt: null },
      arms: [control(half)],
      files: [],
      samePrompts: { tasks: 365, same: 291, arms: 4 },
      fingerprint: "",
      setting: defaultSetting,
    });
    expect(find("identical-prompts", warnings)).toMatch(/^291 of 365 prompts are the same text in all 4 trace conditions/);
  });

  test("arms-differ-before-treatment: round 1 differs though no trace was given yet", () => {
    const sequential = { strategy: "sequential", rounds: 2 } as const;
    const inRounds = (first: readonly string[], last: readonly string[]) =>
      first.map((samples, index) => [{ ...countsOf(samples), finals: 0, finalsPassed: 0 }, countsOf(last[index] ?? "", 1)]);
    const other = half.with(1, "+").with(3, "+");
    const arms = [
      armData({ condition: "code", ...sequential, problems: half, counts: inRounds(half, half) }),
      traced({ ...sequential, problems: half, counts: inRounds(other, half) }),
    ];
    expect(find("arms-differ-before-treatment", warningsOf(...arms))).toContain("m by 2.0 points");
    const same = [arms[0], traced({ ...sequential, problems: half, counts: inRounds(half, other) })].filter(
      (arm) => arm !== undefined,
    );
    expect(find("arms-differ-before-treatment", warningsOf(...same))).toBeUndefined();
    // An arm that came to 51 of 100 problems solved as many of those in round 1 as the other arm did.
    const begun = traced({ ...sequential, problems: half.slice(0, 51), counts: inRounds(half.slice(0, 51), half) });
    expect(find("arms-differ-before-treatment", warningsOf(...arms.slice(0, 1), begun))).toBeUndefined();
  });

  test("arms-differ-otherwise: something besides the condition differs, and what", () => {
    const warnings = warningsOf(control(half), traced({ problems: half, temperature: 0.8 }));
    expect(find("arms-differ-otherwise", warnings)).toContain("temperature");
  });

  test("control-has-less: the control lacks the failing test that the trace is of", () => {
    const arm = traced({ problems: half, arguments: { failingTestsShown: 1 } });
    expect(find("control-has-less", warningsOf(control(half), arm))).toContain("also lacks the failing test");
    const alone = traced({ condition: "trace-only:next", problems: half });
    expect(find("control-has-less", warningsOf(control(half), alone))).toBeUndefined();
  });
});

describe("how far the numbers can be read", () => {
  test("oracle and oracle-beside-honest", () => {
    const oracle = { strategy: "sequential", rounds: 1, n: 8, oracle: true } as const;
    const group = { by: "source", round: 0, rule: "any", oracle: true, candidates: 8, passed: true } as const;
    const judged = armData({ id: "best", condition: "code", ...oracle, problems: half, groups: half.map(() => [group]) });
    const alone = warningsOf(judged);
    expect(find("oracle", alone)).toContain("upper bounds");
    expect(find("oracle-beside-honest", alone)).toBeUndefined();
    expect(find("oracle-beside-honest", warningsOf(judged, control(half)))).toContain("never compare figures of the two");
  });

  test("few-problems: ten points or more could not have been seen", () => {
    const few = half.slice(0, 26);
    expect(find("few-problems", warningsOf(control(few), traced({ problems: few.with(0, "-").with(1, "+") })))).toContain(
      "at most 26",
    );
  });

  test("ceiling and floor: the control at 95 % or more, at 5 % or less", () => {
    const solved = (share: number) => half.map((_, index) => (index < share ? "+" : "-"));
    expect(find("ceiling", warningsOf(control(solved(95)), traced({ problems: half })))).toContain("95 % or more (m)");
    expect(find("ceiling", warningsOf(control(solved(94)), traced({ problems: half })))).toBeUndefined();
    expect(find("floor", warningsOf(control(solved(5)), traced({ problems: half })))).toContain("5 % or less (m)");
    expect(find("floor", warningsOf(control(solved(6)), traced({ problems: half })))).toBeUndefined();
  });
});
