import { expect, test } from "vitest";
import { armData, countsOf, reportOn } from "@/testing/arm-data";

test("what a curve over rounds says is a sentence, because others stand behind it", () => {
  const first = { ...countsOf("-+"), finals: 1, finalsPassed: 1 };
  const arm = armData({ strategy: "sequential", n: 2, rounds: 2, problems: ["-+"], counts: [[first, countsOf("+", 1)]] });
  const [report] = reportOn([arm]).arms;
  expect(report?.rounds.map(({ value }) => value)).toEqual([0.5, 1]);
  expect(report?.roundsInWords).toMatch(/^[A-Z].*[.]$/);
});
