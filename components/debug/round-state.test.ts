import { expect, test } from "vitest";
import type { RoundEvent } from "@/lib/debug/schema";
import { debugSetup as setup } from "@/testing/debug-setup";
import { beginRound, earlierAnswers, nextRound, type RoundState, reduceRound } from "./round-state";

const follow = (number: number, ...events: RoundEvent[]): RoundState => events.reduce(reduceRound, beginRound(number, setup, 0));
const ended = (number: number, ends: RoundState["ends"] = null): RoundState =>
  follow(
    number,
    { type: "program", program: `p${number}` },
    { type: "visible", verdict: null, passes: false },
    { type: "done", ends },
  );

test("an answer grows piece by piece, and is at the end what was kept", () => {
  const pieces = follow(1, { type: "text", text: "a" }, { type: "text", text: "b" });
  expect(pieces.text).toBe("ab");
  const answer = {
    text: "ab.",
    reasoning: null,
    finishReason: "stop",
    promptTokens: 1,
    answerTokens: 2,
    costUsd: null,
    latencyMs: 1,
  };
  expect(reduceRound(pieces, { type: "answer", ...answer })).toMatchObject({ text: "ab.", phase: "starting" });
});

test("the given program comes first where there is one, then rounds until the chain ends", () => {
  expect(nextRound([], 0, 3)).toBe(0);
  expect(nextRound([], 1, 3)).toBe(1);
  expect(nextRound([ended(0)], 0, 3)).toBe(1);
  // Nothing is wrong with the given program as far as is known: asking all the same is the reader's choice.
  expect(nextRound([ended(0, "visible-passed")], 0, 3)).toBe(1);
  expect(nextRound([ended(0), ended(1)], 0, 3)).toBe(2);
  expect(nextRound([ended(0), ended(1, "visible-passed")], 0, 3)).toBeNull();
  expect(nextRound([ended(1, "nothing-visible")], 1, 3)).toBeNull();
  expect(nextRound([ended(3, "rounds")], 1, 3)).toBeNull();
  // More rounds were allowed since.
  expect(nextRound([ended(3, "rounds")], 1, 5)).toBe(4);
});

test("a round that failed or was stopped is taken again, and is no earlier answer", () => {
  const failed = follow(2, { type: "failed", code: "network", message: "m", advice: "a" });
  expect(nextRound([ended(0), ended(1), failed], 0, 3)).toBe(2);
  expect(earlierAnswers([ended(0), ended(1), failed])).toEqual([{ program: "p1", visible: null }]);
});
