import { expect, test, vi } from "vitest";
import type { RoundEvent } from "@/lib/debug/schema";
import { debugSetup as setup } from "@/testing/debug-setup";
import { followRound } from "./follow-round";
import { beginRound } from "./round-state";

test("words that come in a rush are shown although nothing comes after them for long", async () => {
  const gate = Promise.withResolvers<void>();
  const events = async function* (): AsyncGenerator<RoundEvent> {
    yield { type: "visible", verdict: null, passes: false };
    yield { type: "text", text: "Let me " };
    yield { type: "text", text: "think" };
    await gate.promise;
    yield { type: "done", ends: null };
  };
  const tell = vi.fn();
  const followed = followRound(beginRound(1, setup, 0), events(), tell);
  await vi.waitFor(() => expect(tell.mock.lastCall?.[0]).toMatchObject({ text: "Let me think" }));
  gate.resolve();
  expect(await followed).toMatchObject({ text: "Let me think", phase: "over" });
  const told = tell.mock.calls.length;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(tell).toHaveBeenCalledTimes(told);
});

test("a stream that ends too soon is a round that failed", async () => {
  const events = async function* (): AsyncGenerator<RoundEvent> {
    yield { type: "text", text: "Let me" };
  };
  expect(await followRound(beginRound(1, setup, 0), events(), () => undefined)).toMatchObject({
    phase: "failed",
    failure: { code: "cut" },
  });
});
