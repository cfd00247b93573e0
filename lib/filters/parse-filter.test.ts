import { describe, expect, test } from "vitest";
import { completeFilter } from "@/lib/filters/complete-filter";
import { parseFilter } from "@/lib/filters/parse-filter";
import { sampleFields } from "@/lib/filters/sample-fields";

const parse = (text: string) => parseFilter(text, sampleFields);

describe("filter expressions", () => {
  test("terms beside each other all hold", () => {
    expect(parse("model:qwen* condition!=code verdict:failed tokens>500")).toEqual({
      ok: true,
      filter: {
        kind: "and",
        parts: [
          { kind: "text", field: "model", pattern: "qwen*", isExact: false },
          { kind: "not", part: { kind: "text", field: "condition", pattern: "code", isExact: false } },
          { kind: "text", field: "verdict", pattern: "failed", isExact: false },
          { kind: "number", field: "tokens", comparison: ">", value: 500 },
        ],
      },
    });
  });

  test("or binds less than what stands beside each other; parentheses and minus", () => {
    expect(parse("verdict:passed or (-delivered:yes round>=1)")).toMatchObject({
      ok: true,
      filter: {
        kind: "or",
        parts: [
          { field: "verdict" },
          {
            kind: "and",
            parts: [
              { kind: "not", part: { kind: "flag", field: "delivered", value: true } },
              { comparison: ">=", value: 1 },
            ],
          },
        ],
      },
    });
  });

  test("a quoted value keeps its spaces and signs, a word alone is looked for among problems", () => {
    expect(parse('arm:"a (b) or c" HumanEval/1')).toMatchObject({
      filter: {
        parts: [
          { field: "arm", pattern: "a (b) or c" },
          { field: "problem", pattern: "*HumanEval/1*" },
        ],
      },
    });
  });

  test("nothing is no filter", () => {
    expect(parse("   ")).toEqual({ ok: true, filter: null });
  });

  test.each([
    ["modell:x", /there is no field "modell"; there are problem, model/, 0],
    ["tokens>many", /"tokens" needs a number; "many" is none/, 7],
    ["verdict>3", /"verdict" is no number/, 8],
    ["(verdict:passed", /this parenthesis is not closed/, 0],
    ["verdict:passed)", /no parenthesis that this one closes/, 14],
    ['arm:"x', /quotation mark is not closed/, 0],
    ["model:", /"model" needs a value after :/, 6],
    ["or verdict:passed", /"or" needs something before and after it/, 0],
    ["delivered:maybe", /"delivered" is yes or no/, 10],
    [`${"(".repeat(40)}verdict:passed`, /30 deep/, 30],
  ])("%s is refused with its place", (text, message, start) => {
    const parsed = parse(text);
    expect(parsed).toMatchObject({ ok: false, fault: { message: expect.stringMatching(message), start } });
  });
});

describe("completion", () => {
  const values = (field: string) => (field === "model" ? ["qwen-7b", "phi 4"] : field === "verdict" ? ["passed", "failed"] : []);
  const complete = (text: string) => completeFilter({ text, cursor: text.length }, sampleFields, values).map((each) => each.text);

  test("offers fields, then values of the field, quoted where they hold spaces", () => {
    expect(complete("ver")).toEqual(["verdict:"]);
    expect(complete("tok")).toEqual(["tokens>"]);
    expect(complete("model:")).toEqual(["qwen-7b", '"phi 4"']);
    expect(complete("tokens>5 -verdict:pa")).toEqual(["passed"]);
    expect(complete("final:")).toEqual(["yes", "no"]);
  });

  test("says which part of the text it stands for", () => {
    expect(completeFilter({ text: "a verdict:fa b", cursor: 12 }, sampleFields, values)).toMatchObject([
      { text: "failed", start: 10, end: 12 },
    ]);
  });
});
