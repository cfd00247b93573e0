import { expect, test } from "vitest";
import { groupProblems, usefulRules } from "@/lib/results/group-problems";

test("problems are grouped by what their ids say, and those that say nothing stand alone", () => {
  const ids = ["question_1/wrong_1_001", "question_1/wrong_2_001", "question_2/wrong_1_004", "plain"];
  expect([...(groupProblems(ids, "before-slash")?.values() ?? [])]).toEqual(["question_1", "question_1", "question_2", "plain"]);
  expect([...(groupProblems(["abc301_a", "abc301_b", "3519", "日本_二"], "before-last-part")?.values() ?? [])]).toEqual([
    "abc301",
    "abc301",
    "3519",
    "日本",
  ]);
  expect(groupProblems(ids, "none")).toBeNull();
});

test("only rules that make several groups, with several problems in some, are offered", () => {
  expect(usefulRules(["HumanEval/0", "HumanEval/1"])).toEqual([]);
  expect(usefulRules(["3519", "3533"])).toEqual([]);
  expect(usefulRules(["abc301_a", "abc301_b", "abc302_a"])).toEqual([{ rule: "before-last-part", groups: 2 }]);
});
