import { expect, test } from "vitest";
import { conditionId, conditionSchema } from "@/lib/experiments/condition";
import { parseCondition } from "./parse-condition";

test.each([
  "code",
  "feedback",
  "explain",
  "trace:next",
  "trace-only:concise",
  { kind: "trace", adapter: "next@tracewise", budget: 512 },
  { kind: "trace", adapter: "next", options: { head: 3 }, budget: null, encoding: "cl100k_base" },
])("the name of %j is read back as the same condition", (input) => {
  const condition = conditionSchema.parse(input);
  expect(parseCondition(conditionId(condition))).toEqual(condition);
});

test.each(["", "nonsense", "trace", "trace:nowhere", "trace:next{budget=many}", "code{budget"])("%j is no condition", (text) => {
  expect(parseCondition(text)).toBeNull();
});
