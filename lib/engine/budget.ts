import type { Price } from "@/lib/models/schema";
import { StopRequested } from "./stop-requested";

const ROUNDING_USD = 1e-9;

export type Budget = {
  /** Puts aside what a request can cost at most; the function that it gives must be called when the cost is stored or none arose. */
  readonly reserve: (usd: number) => Promise<() => void>;
};

export type BudgetOptions = {
  /** Null: no limit. */
  readonly limitUsd: number | null;
  readonly readSpentUsd: () => Promise<number>;
  /** Called once, when a request was refused. */
  readonly onExhausted: (message: string) => Promise<void>;
};

/**
 * Refuses requests that could bring the cost above the limit; one that would only together with others under way waits for them. In one
 * worker the limit is never passed; every further worker may pass it by what it has under way itself.
 */
export function createBudget({ limitUsd, readSpentUsd, onExhausted }: BudgetOptions): Budget {
  let reserved = 0;
  let released = Promise.withResolvers<void>();
  let line: Promise<unknown> = Promise.resolve();

  const hold = (usd: number) => {
    reserved += usd;
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      reserved -= usd;
      released.resolve();
      released = Promise.withResolvers<void>();
    };
  };
  const grant = async (usd: number) => {
    for (;;) {
      const change = released.promise;
      // What is released while the sum is read may not be in that sum yet, so it still counts.
      const held = reserved;
      const spent = await readSpentUsd();
      if (spent + Math.max(held, reserved) + usd <= (limitUsd ?? Number.POSITIVE_INFINITY) + ROUNDING_USD) return hold(usd);
      if (spent + usd > (limitUsd ?? 0) + ROUNDING_USD) {
        const message = `The budget of $${limitUsd?.toFixed(2)} does not allow another request: $${spent.toFixed(4)} are spent.`;
        await onExhausted(message);
        throw new StopRequested(message);
      }
      if (reserved > 0) await change;
    }
  };
  const reserve = (usd: number) => {
    if (limitUsd === null) return Promise.resolve(() => undefined);
    const turn = line.then(() => grant(usd));
    line = turn.catch(() => undefined);
    return turn;
  };
  return { reserve };
}

/** What a request can cost at most, and what one did cost, in US dollars; null without a price. */
export function costUsd(price: Price | null, promptTokens: number, answerTokens: number): number | null {
  if (price === null) return null;
  return (promptTokens * price.inputPerMillionUsd + answerTokens * price.outputPerMillionUsd) / 1e6;
}
