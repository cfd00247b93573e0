import { describe, expect, test } from "vitest";
import { getAdapter } from "@/lib/adapters/registry";
import type { Recording } from "@/lib/recordings/schema";
import { completeOptions } from "@/lib/traces/complete-options";
import { hardPrograms } from "@/testing/hard-programs";
import { recordPrograms } from "@/testing/record-programs";

const example = {
  name: "the program of the papers' examples",
  source:
    "def separate_odd_and_even(lst):\n    odd_list = []\n    even_list = []\n    for n in lst:\n        if n % 2 == 1:\n            even_list.append(n)\n        else:\n            odd_list.append(n)\n    return odd_list, even_list",
  entry: { kind: "call", expression: "separate_odd_and_even([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])" },
} as const;
const names = ["a loop of 4 visits", "nested loops", "multi-line statements"];
const programs = [example, ...hardPrograms.filter(({ name }) => names.includes(name))];
const recordings = await recordPrograms(programs);

/** The numbers that a text gives to the effects of steps. */
function listNumbers(recording: Recording, adapterId: string, pattern: RegExp): ReadonlyMap<number, number> {
  const adapter = getAdapter(adapterId);
  const options = completeOptions(adapter, {});
  const { text, spans } = adapter.render(recording, options);
  const numbers = new Map<number, number>();
  for (const { start, end, step } of spans) {
    const found = text.slice(start, end).match(pattern)?.[1];
    const event = recording.steps.find(({ seq }) => seq === step)?.event;
    if (step !== null && found !== undefined && event === "line") numbers.set(step, Number(found));
  }
  return numbers;
}

describe("one change has three numbers: next (k), semcoder STATE-(k-1), next@tracewise (k+1)", () => {
  test.each(programs.map(({ name }, index) => [name, recordings[index]] as const))("%s", (_, recording) => {
    if (recording === undefined) throw new Error("The program was not recorded.");
    const next = listNumbers(recording, "next", /^\((\d+)\)/);
    expect(next.size).toBeGreaterThan(1);
    const semcoder = listNumbers(recording, "semcoder", /^\[STATE-(\d+)\]/);
    const tracewise = listNumbers(recording, "next@tracewise", /^\((\d+)\)/);
    for (const [step, k] of next) {
      expect([step, semcoder.get(step)]).toEqual([step, k - 1]);
      expect([step, tracewise.get(step)]).toEqual([step, k + 1]);
    }
  });
});

test("next prints the example as the paper does", () => {
  const [recording] = recordings;
  if (recording === undefined) throw new Error("The example was not recorded.");
  const adapter = getAdapter("next");
  expect(adapter.render(recording, completeOptions(adapter, {})).text.split("\n")).toEqual([
    "def separate_odd_and_even(lst):  # (0) lst=[1, 2, 3, 4, 5, 6, 7, 8, 9, 10];",
    "    odd_list = []  # (1) odd_list=[];",
    "    even_list = []  # (2) even_list=[];",
    "    for n in lst:  # (3) n=1; (5) n=2; ...; (21) n=10;",
    "        if n % 2 == 1:",
    "            even_list.append(n)  # (4) even_list=[1]; (8) even_list=[1, 3]; ...; (20) even_list=[1, 3, 5, 7, 9];",
    "        else:",
    "            odd_list.append(n)  # (6) odd_list=[2]; (10) odd_list=[2, 4]; ...; (22) odd_list=[2, 4, 6, 8, 10];",
    "    return odd_list, even_list  # (23) __return__=([2, 4, 6, 8, 10], [1, 3, 5, 7, 9])",
  ]);
  const header = adapter.render(recording, completeOptions(adapter, { head: 3 })).text.split("\n")[3];
  expect(header).toBe("    for n in lst:  # (3) n=1; (5) n=2; (7) n=3; ...; (21) n=10;");
});
