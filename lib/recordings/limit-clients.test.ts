import { expect, test } from "vitest";
import { type ClientCounts, enterClient } from "./limit-clients";

test("a client waits for at most so many runs, and others are not affected", () => {
  const counts: ClientCounts = new Map();
  const leave = [enterClient(counts, "a", 2), enterClient(counts, "a", 2)];
  expect(() => enterClient(counts, "a", 2)).toThrow("more than 2 at a time");
  enterClient(counts, "b", 2)();
  leave[0]?.();
  enterClient(counts, "a", 2)();
  leave[1]?.();
  expect(counts.size).toBe(0);
});

test("the refusal says when to try again", () => {
  const counts: ClientCounts = new Map([["a", 1]]);
  expect(() => enterClient(counts, "a", 1)).toThrow(
    expect.objectContaining({ code: "client_limit", details: { retryAfterSeconds: 1, limit: 1 } }),
  );
});
