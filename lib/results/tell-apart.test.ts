import { expect, test } from "vitest";
import { armData, reportOn } from "@/testing/arm-data";

const file = (id: string, label: string, model: string | null = null) => armData({ id, label, model, problems: ["+", "-"] });
const titles = (...arms: readonly ReturnType<typeof file>[]) => reportOn(arms).arms.map((arm) => arm.conditionTitle);

test("arms that differ in nothing but their name are called by it", () => {
  expect(titles(file("a", "first.jsonl"), file("b", "second.jsonl"))).toEqual(["first.jsonl", "second.jsonl"]);
});

test("where the labels are the same, too, by their keys", () => {
  expect(titles(file("a", "m · b", "m"), file("b", "m · b", "m"))).toEqual(["a", "b"]);
});

test("arms that the model or the condition tells apart keep their titles", () => {
  const named = armData({ id: "c", condition: "code", model: "m", problems: ["+"] });
  expect(titles(file("a", "x", "m"), file("b", "y", "other"), named)).toEqual([
    "Condition not said",
    "Condition not said",
    "Code only",
  ]);
});
