import { describe, expect, test } from "vitest";
import { armData, reportOn } from "@/testing/arm-data";
import { pText } from "./number-text";
import { writeContrasts } from "./write-contrasts";

const control = armData({ condition: "code", problems: Array.from({ length: 40 }, () => "-") });
const cot = armData({ condition: "cot", controlKey: "code", problems: Array.from({ length: 40 }, () => "+-") });

function written(format: "csv" | "latex" | "markdown") {
  const report = reportOn([control, cot], { power: 0.9 });
  const [section] = report.sections;
  if (section === undefined) throw new Error("There is no section.");
  return { report, text: writeContrasts(format, report, section).text };
}

describe("the differences as a file", () => {
  test("a tiny p is never typeset as zero, and stays whole in data", () => {
    expect(written("latex").text).toContain(String.raw`\textless{}0.001 & \textless{}0.001`);
    expect(written("markdown").text).toContain("| &lt;0.001 | &lt;0.001 |");
    const { report, text } = written("csv");
    expect(report.contrasts[0]?.pValue).toBe(2 * 0.5 ** 40);
    expect(text).toContain(`,${2 * 0.5 ** 40},`);
  });

  test("what could have been found is at the power that was asked for", () => {
    expect(written("latex").text).toContain("would have been found with 90 % power");
  });
});

test("a p-value keeps the decimals that hold it on its side of a significance", () => {
  const shown = [0.0004, 0.0096, 0.0496, 0.049996, 0.05, 0.0504, 0.0996, 0.1, 0.123, 1].map(pText);
  expect(shown).toEqual(["<0.001", "0.0096", "0.0496", "0.049996", "0.050", "0.0504", "0.0996", "0.10", "0.12", "1.00"]);
});
