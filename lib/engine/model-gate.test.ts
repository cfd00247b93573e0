import { expect, test } from "vitest";
import { limitsOfUseSchema } from "@/lib/models/schema";
import { createModelGate } from "./model-gate";

/** A clock that moves only when somebody sleeps. */
function createClock() {
  let time = 0;
  const sleep = async (milliseconds: number) => {
    time += milliseconds;
  };
  return { now: () => time, sleep };
}
const never = new AbortController().signal;
const noReserve = () => Promise.reject(new Error("no rate is limited"));

test("only so many are inside at once, in order", async () => {
  const gate = createModelGate({
    id: "g",
    limits: limitsOfUseSchema.parse({ concurrency: 2 }),
    reserve: noReserve,
    services: createClock(),
  });
  const entered: number[] = [];
  const leaves = await Promise.all([gate.enter(1, never), gate.enter(1, never)]);
  const waiting = [1, 2, 3].map(async (name) => {
    const leave = await gate.enter(1, never);
    entered.push(name);
    return leave;
  });
  await Promise.resolve();
  expect(entered).toEqual([]);
  leaves[0]?.();
  // Leaving twice frees one place, not two.
  leaves[0]?.();
  (await waiting[0])?.();
  (await waiting[1])?.();
  expect(entered).toEqual([1, 2]);
  (await waiting[2])?.();
});

test("one that gives up waiting leaves its turn to the next", async () => {
  const gate = createModelGate({
    id: "g",
    limits: limitsOfUseSchema.parse({ concurrency: 1 }),
    reserve: noReserve,
    services: createClock(),
  });
  const leave = await gate.enter(1, never);
  const givingUp = new AbortController();
  const given = gate.enter(1, givingUp.signal);
  const next = gate.enter(1, never);
  givingUp.abort(new Error("paused"));
  await expect(given).rejects.toThrow("paused");
  leave();
  (await next)();
});

test("a block by the provider and the shared rate are waited for", async () => {
  const clock = createClock();
  const asked: unknown[] = [];
  const reserve = async (_gate: string, cost: unknown) => {
    asked.push(cost);
    return 250;
  };
  const gate = createModelGate({
    id: "g",
    limits: limitsOfUseSchema.parse({ requestsPerMinute: 60, tokensPerMinute: 6_000 }),
    reserve,
    services: clock,
  });
  gate.block(5_000);
  (await gate.enter(50, never))();
  expect(clock.now()).toBe(5_250);
  expect(asked).toEqual([{ requestMs: 1_000, tokenMs: 500 }]);
});
