import { describe, expect, test } from "vitest";
import { completeFilter } from "@/lib/filters/complete-filter";
import { sampleFields } from "@/lib/filters/sample-fields";

const values: Readonly<Record<string, readonly string[]>> = { verdict: ["passed", "failed"], model: ["Qwen 7B", "phi-4"] };
const offer = (text: string, cursor = text.length) =>
  completeFilter({ text, cursor }, sampleFields, (field) => values[field] ?? []).map(({ text: given, start, end }) => [
    given,
    `${text.slice(0, start)}${given}${text.slice(end)}`,
  ]);

describe("completeFilter", () => {
  test("offers fields by their beginning, numbers with a sign of their own", () => {
    expect(offer("ver")).toEqual([["verdict:", "verdict:"]]);
    expect(offer("model:phi-4 tok")[0]).toEqual(["tokens>", "model:phi-4 tokens>"]);
    expect(offer("").length).toBeGreaterThan(5);
  });

  test("offers values after the sign, quoted where they hold spaces, and none that is there already", () => {
    expect(offer("verdict:")).toEqual([
      ["passed", "verdict:passed"],
      ["failed", "verdict:failed"],
    ]);
    expect(offer("model!=qw")).toEqual([['"Qwen 7B"', 'model!="Qwen 7B"']]);
    expect(offer("verdict:failed")).toEqual([]);
  });

  test("completes behind a minus, inside parentheses and in the middle of an expression", () => {
    expect(offer("-ver")).toEqual([["verdict:", "-verdict:"]]);
    expect(offer("(ver")).toEqual([["verdict:", "(verdict:"]]);
    expect(offer("ver model:phi-4", 3)).toEqual([["verdict:", "verdict: model:phi-4"]]);
  });

  test("offers nothing for fields that are not there", () => {
    expect(offer("colour:r")).toEqual([]);
  });
});
