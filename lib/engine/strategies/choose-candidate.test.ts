import { describe, expect, test } from "vitest";
import { type Candidate, chooseCandidate } from "./choose-candidate";
import { readGeneratedTests } from "./generated-tests";

const candidate = (chain: number, given: Partial<Candidate> = {}): Candidate => ({
  chain,
  passed: false,
  passedVisible: false,
  answer: null,
  generatedPassed: null,
  ...given,
});
const chosen = (candidates: Candidate[], rule: Parameters<typeof chooseCandidate>[1]) => chooseCandidate(candidates, rule).chain;

describe("a rule chooses", () => {
  test("the first in order of chains, not of arrival", () => {
    expect(chosen([candidate(2), candidate(0), candidate(1)], "first")).toBe(0);
  });
  test("by visible tests the first that passes them, else the first", () => {
    expect(
      chosen([candidate(0), candidate(1, { passedVisible: true }), candidate(2, { passedVisible: true })], "public-tests"),
    ).toBe(1);
    expect(chosen([candidate(0), candidate(1)], "public-tests")).toBe(0);
  });
  test("by majority the earliest of the most common answer", () => {
    expect(
      chosen([candidate(0, { answer: "a" }), candidate(1, { answer: "b" }), candidate(2, { answer: "b" })], "majority"),
    ).toBe(1);
    expect(chosen([candidate(0), candidate(1)], "majority")).toBe(0);
  });
  test("by generated tests the one that passes most, the earlier of equals", () => {
    expect(
      chosen(
        [candidate(0, { generatedPassed: 1 }), candidate(1, { generatedPassed: 3 }), candidate(2, { generatedPassed: 3 })],
        "generated-tests",
      ),
    ).toBe(1);
    const none = [candidate(0, { generatedPassed: 0 }), candidate(1, { generatedPassed: 0 })];
    expect(chooseCandidate(none, "generated-tests")).toEqual({ chain: 0, reason: "no generated test is passed: the first" });
    const unwritten = chooseCandidate([candidate(0), candidate(1)], "generated-tests");
    expect(unwritten).toEqual({ chain: 0, reason: "there are no generated tests: the first" });
  });
  test("by hidden tests only where it is called oracle", () => {
    const candidates = [candidate(0, { passedVisible: true, answer: "a", generatedPassed: 2 }), candidate(1, { passed: true })];
    expect(chosen(candidates, "oracle")).toBe(1);
    for (const rule of ["first", "public-tests", "majority", "generated-tests"] as const) {
      expect(chooseCandidate(candidates, rule)).toEqual(
        chooseCandidate(
          candidates.map((each) => ({ ...each, passed: !each.passed })),
          rule,
        ),
      );
    }
  });
  test("nothing among none", () => {
    expect(() => chooseCandidate([], "first")).toThrow(RangeError);
  });
});

test("generated tests are single-line asserts, each once, at most ten", () => {
  const answer =
    "```python\nassert f(1) == 2\n  assert f(2) == 3  # two\nassert f(1) == 2\nprint(f(3))\nassert(f(0))\nassertion\n```";
  expect(readGeneratedTests(answer)).toEqual(["assert f(1) == 2", "assert f(2) == 3  # two", "assert(f(0))"]);
  expect(readGeneratedTests(Array.from({ length: 30 }, (_, index) => `assert f(${index})`).join("\n"))).toHaveLength(10);
});
