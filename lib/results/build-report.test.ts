import { expect, test } from "vitest";
import { armData, reportOn } from "@/testing/arm-data";

test("an experiment's problems are those of all its kinds of tasks, each counted once however many arms have it", () => {
  const eight = Array<string>(8).fill("+");
  const arms = [
    armData({ taskKind: "repair", condition: "code", problems: eight }),
    armData({ taskKind: "repair", condition: "trace:next", controlKey: "code", problems: eight.slice(2) }),
    armData({ taskKind: "output-prediction", condition: "cot", problems: eight.slice(2) }),
  ];
  expect(reportOn(arms).experiment.description).toBe("3 arms · 1 model · 14 problems · 20 samples");
});
