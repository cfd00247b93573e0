import { expect, test } from "vitest";
import type { ArmData } from "@/lib/results/arm-data";
import type { Report } from "@/lib/results/schema";
import { armData, reportOn } from "@/testing/arm-data";
import { nothingCompared } from "./nothing-compared";

function said(report: Report, canChoose = true): { headline: string; detail: string } {
  const [section] = report.sections;
  if (section === undefined) throw new Error("the report has no section");
  expect(section.answer).toBeNull();
  const contrasts = report.contrasts.filter(({ sectionId }) => sectionId === section.id);
  return nothingCompared({ report, section, contrasts, canChoose });
}

const file = (id: string, problems = ["+", "-"]) => armData({ id, label: id, model: null, problems });
const running = (arms: readonly ArmData[]): Report => {
  const report = reportOn(arms);
  return { ...report, experiment: { ...report.experiment, origin: "run", status: "running" } };
};

test("a run without a scored sample has no results yet, whatever controls its arms have", () => {
  const traced = armData({ condition: "trace:next", controlKey: "code", problems: ["?"] });
  const report = running([armData({ condition: "code", problems: ["?"] }), traced]);
  expect(said(report).headline).toBe("There are no results yet.");
  expect(said({ ...report, experiment: { ...report.experiment, status: "cancelled" } })).toEqual({
    headline: "There are no results.",
    detail: "No arm has a sample with a known verdict.",
  });
});

test("arms without a control are pointed to what the page has: a baseline only where one can be chosen", () => {
  expect(said(reportOn([file("a"), file("b")])).detail).toBe(
    "None of these arms is the control of another. Use “Set arms against each other” below, or put arms together under Compare.",
  );
  const cot = armData({ condition: "cot", problems: ["+"] });
  const explain = armData({ condition: "explain", problems: ["+"] });
  expect(said(reportOn([cot, explain])).detail).toContain("Choose a baseline below, or use “Set arms against each other” below");
});

test("a shared page, which offers no choice, promises none", () => {
  expect(said(reportOn([file("a"), file("b")]), false).detail).toBe("None of these arms is the control of another.");
});

test("one arm alone, and a control that cannot be compared with, say so", () => {
  expect(said(reportOn([file("a")])).detail).toBe("There is one arm here. Put arms together under Compare.");
  const silent = armData({ condition: "code", problems: ["?"] });
  const traced = armData({ condition: "trace:next", controlKey: "code", problems: ["+"] });
  expect(said(reportOn([silent, traced])).detail).toContain("not known, because");
});
