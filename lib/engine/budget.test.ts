import { expect, test } from "vitest";
import { createBudget } from "./budget";
import { StopRequested } from "./stop-requested";

function account(limitUsd: number) {
  const state = { spent: 0, messages: [] as string[] };
  const budget = createBudget({
    limitUsd,
    readSpentUsd: async () => state.spent,
    onExhausted: async (message) => {
      state.messages.push(message);
    },
  });
  return { state, budget };
}

test("requests that only together exceed the limit wait for one another and never pass it", async () => {
  const { state, budget } = account(1);
  let most = 0;
  const outcomes = await Promise.allSettled(
    Array.from({ length: 40 }, async () => {
      const release = await budget.reserve(0.3);
      await new Promise((resolve) => setTimeout(resolve, 2));
      state.spent += 0.1;
      most = Math.max(most, state.spent);
      release();
    }),
  );
  expect(most).toBeLessThanOrEqual(1);
  // 0.1 each, and the last that fits needs room for 0.3.
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(8);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(StopRequested) });
  expect(state.messages[0]).toContain("The budget of $1.00");
});

test("a request that fails gives its share back", async () => {
  const { budget } = account(0.3);
  for (let attempt = 0; attempt < 5; attempt += 1) (await budget.reserve(0.3))();
  await expect(budget.reserve(0.31)).rejects.toThrow(StopRequested);
});

test("without a limit nothing is refused", async () => {
  const budget = createBudget({
    limitUsd: null,
    readSpentUsd: () => Promise.reject(new Error("not asked")),
    onExhausted: async () => undefined,
  });
  (await budget.reserve(1e9))();
});
