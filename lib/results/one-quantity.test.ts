import { describe, expect, test } from "vitest";
import type { GroupVerdict } from "@/lib/results/arm-data";
import { buildMatrix } from "@/lib/results/build-matrix";
import { listFlips } from "@/lib/results/list-flips";
import { armData, countsOf, reportOn } from "@/testing/arm-data";

const single = armData({ id: "single", condition: "code", problems: ["+", "-", "-"] });
const several = armData({ id: "several", condition: "cot", controlKey: "single", n: 3, problems: ["+++", "+--", "---"] });
const others = armData({ id: "others", condition: "feedback", controlKey: "several", n: 3, problems: ["+-+", "++-", "-+-"] });

const verdict = (passed: boolean, oracle: boolean, round = 0): GroupVerdict => ({
  by: "source",
  round,
  rule: oracle ? "oracle" : "first",
  oracle,
  candidates: 8,
  passed,
});

describe("one name, one quantity", () => {
  test("a quantity that an arm does not have is unknown in cells and flips, never another one under its name", () => {
    expect(buildMatrix([single, several], "best-of-n").arms.map(({ values }) => values)).toEqual([
      [null, null, null],
      [1, 1, 0],
    ]);
    const { problems } = listFlips(several, single, "best-of-n");
    expect(problems.map(({ kind }) => kind)).toEqual(["dropped", "dropped", "dropped"]);
    expect(listFlips(several, single, null)).toMatchObject({ metric: "pass@1", problems: [{ kind: "both" }, {}, {}] });
  });

  test("rates that are equal but for rounding are the same", () => {
    const three = armData({ id: "three", problems: ["+--"] });
    const ten = armData({ id: "ten", problems: ["++++------"] });
    // pass@2 is 2/3 of both, but not in binary.
    expect(listFlips(ten, three, "pass@2").problems).toMatchObject([{ kind: "same" }]);
  });

  test("where some contrast of a section is in the quantity asked for, none of it is in another", () => {
    const report = reportOn([single, several, others], { metric: "best-of-n" });
    expect(report.contrasts.map(({ metric, missing }) => [metric, missing])).toEqual([
      ["best-of-n", "Code only has no best-of-n"],
      ["best-of-n", null],
    ]);
  });

  test("contrasts of one's own in several quantities say in which", () => {
    const rounds = (id: string) =>
      armData({ id, problems: ["?", "?"], groups: [0, 1].map((at) => [verdict(at === 0, true, 0), verdict(true, true, 1)]) });
    const report = reportOn([single, several, rounds("x"), rounds("y")], { contrasts: "several~single,x~y" });
    const [one, other, planned] = report.contrasts.map(({ sentence }) => sentence);
    expect(one).toContain(" minus Code only, m, pass@1: ");
    expect(other).toContain(", m, rounds-mean: ");
    expect(planned).toContain("Chain of thought minus Code only, m: ");
  });
});

describe("both arms count", () => {
  test("words and oracle of a contrast tell of the baseline too", () => {
    const [contrast] = reportOn([single, several]).contrasts;
    expect(contrast?.words).toContain("n = 3 samples per problem");
    expect(contrast?.words).toMatch(/ For Code only it is pass@1 \(n = 1, T = 0, base tests\)\.$/);
    const rounds = (id: string, oracle: boolean) =>
      armData({ id, problems: ["?"], groups: [[verdict(true, oracle, 0), verdict(true, oracle, 1)]] });
    const mixed = reportOn([rounds("honest", false), rounds("best", true)], { contrasts: "honest~best" });
    expect(mixed.contrasts[0]).toMatchObject({ metric: "rounds-mean", oracle: true });
  });

  test("the words of a section own up to arms with other numbers of problems and samples", () => {
    const few = armData({ id: "few", condition: "cot", controlKey: "single", problems: ["+"] });
    expect(reportOn([single, few]).sections[0]?.words).toMatch(/ That is its first arm; its arms have N from 1 to 3\.$/);
    expect(reportOn([single, several]).sections[0]?.words).toMatch(/ its arms have n 1 or 3\.$/);
    const uneven = armData({ id: "uneven", condition: "cot", controlKey: "single", problems: ["+-", "-", "-"] });
    expect(reportOn([single, uneven]).sections[0]?.words).toMatch(/ its arms have n 1 or varying by problem\.$/);
    expect(reportOn([uneven]).sections[0]?.words).not.toContain("first arm");
    expect(reportOn([several, others]).sections[0]?.words).not.toContain("first arm");
  });
});

describe("errors counted as wrong", () => {
  test("best of n has that figure too, and no figure leaves out problems that it says it counts", () => {
    const faulty = armData({ problems: ["+-!!!!", "!!!!!!", "+!!!!!"], n: 6 });
    const [arm] = reportOn([faulty]).arms;
    expect(arm?.estimates.find(({ metric }) => metric === "best-of-n")).toMatchObject({ value: 1, countingErrorsAsWrong: 2 / 3 });
    const short = armData({ problems: ["+-+-+", "!!!"], n: 5 });
    const [pass1, pass2, , , pass5] = reportOn([short]).arms[0]?.estimates ?? [];
    expect(pass1).toMatchObject({ metric: "pass@1", countingErrorsAsWrong: 0.3 });
    expect(pass2?.countingErrorsAsWrong).toBeCloseTo(0.45, 12);
    // The second problem has three samples: a mean over the first alone would leave out the very errors.
    expect(pass5).toMatchObject({ metric: "pass@5", value: 1, countingErrorsAsWrong: null });
  });
});

describe("what is not known is not zero", () => {
  test("no split of an error that could not be estimated", () => {
    expect(reportOn([armData({ problems: ["++", "++", "++"] })]).noise).toEqual([]);
    const varied = armData({ names: ["a/1", "a/2", "b/1"], problems: ["++", "+-", "--"] });
    expect(reportOn([varied]).noise).toMatchObject([{ problems: 3, samples: 2 }]);
    expect(reportOn([varied], { clusters: "before-slash" }).noise).toEqual([]);
  });

  test("no split from the samples of failed groups alone, where the source judged groups", () => {
    const judged = armData({
      problems: ["--------", "--------", "????????"],
      groups: [[verdict(false, true)], [verdict(false, true)], [verdict(true, true)]],
    });
    const varied = armData({
      problems: ["-------+", "--------", "????????"],
      groups: [[verdict(true, true)], [verdict(false, true)], []],
    });
    expect(reportOn([judged]).noise).toEqual([]);
    expect(reportOn([varied]).noise).toEqual([]);
  });
});

test("the intervals of a curve over rounds know of clusters, as the figures beside it do", () => {
  const names = Array.from({ length: 12 }, (_, at) => `${Math.floor(at / 4)}/${at}`);
  const problems = names.map((_, at) => (at < 8 ? "+" : "-"));
  const counts = problems.map((samples) => [{ ...countsOf("-"), finals: 0 }, countsOf(samples, 1)]);
  const chains = armData({ strategy: "sequential", rounds: 2, names, problems, counts });
  const [arm] = reportOn([chains], { clusters: "before-slash" }).arms;
  expect(arm?.rounds.at(-1)?.interval).toEqual(arm?.estimates[0]?.interval);
  expect(arm?.rounds.at(-1)?.interval).not.toEqual(reportOn([chains]).arms[0]?.rounds.at(-1)?.interval);
});

test("arms that are left out of a tied group are counted in its sentence", () => {
  const arm = (id: string, problems: readonly string[]) => armData({ id, condition: id, problems });
  const whole = ["code", "cot", "feedback"].map((id) => arm(id, ["+", "-", "+", "-"]));
  expect(reportOn(whole).tied[0]?.sentence).toMatch(/ all 3 are tied on 4 problems\.$/);
  const lacking = reportOn([...whole, arm("trace:next@tracewise", ["+", "-", "!", "+"])]);
  expect(lacking.tied[0]).toMatchObject({ arms: [{}, {}, {}], problems: 4 });
  expect(lacking.tied[0]?.sentence).toMatch(/ all 3 are tied on 4 problems; 1 without all outcomes is left out\.$/);
});
