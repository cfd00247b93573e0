import type { LimitsOfUse } from "@/lib/models/schema";
import type { EngineServices } from "./services";

/** Reserves the next free moment for a request of so many tokens among all workers; milliseconds to wait until then. */
export type ReserveMoment = (gate: string, cost: { readonly requestMs: number; readonly tokenMs: number }) => Promise<number>;

export type ModelGate = {
  /** Waits until a request may be sent; the function that it gives must be called when the request is over. */
  readonly enter: (tokens: number, signal: AbortSignal) => Promise<() => void>;
  /** Nobody enters for so long: the provider asked for it. */
  readonly block: (milliseconds: number) => void;
};

export type GateOptions = {
  readonly id: string;
  readonly limits: LimitsOfUse;
  readonly reserve: ReserveMoment;
  readonly services: Pick<EngineServices, "now" | "sleep">;
};

/** The one place where requests to a model wait: for a free place in this process, for the rate that all workers share, and for the provider. */
export function createModelGate({ id, limits, reserve, services }: GateOptions): ModelGate {
  const waiting: (() => void)[] = [];
  let free = limits.concurrency;
  let blockedUntil = 0;

  const leave = () => {
    free += 1;
    waiting.shift()?.();
  };
  const takePlace = async (signal: AbortSignal) => {
    while (free === 0) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      const abort = () => resolve();
      signal.addEventListener("abort", abort, { once: true });
      await promise;
      signal.removeEventListener("abort", abort);
      if (signal.aborted) {
        const index = waiting.indexOf(resolve);
        // Woken by a free place that it does not take: the next one is to have it.
        if (index >= 0) waiting.splice(index, 1);
        else waiting.shift()?.();
        throw signal.reason;
      }
    }
    free -= 1;
  };
  const waitForProvider = async (signal: AbortSignal) => {
    for (let left = blockedUntil - services.now(); left > 0; left = blockedUntil - services.now())
      await services.sleep(left, signal);
  };
  const enter = async (tokens: number, signal: AbortSignal) => {
    signal.throwIfAborted();
    await takePlace(signal);
    try {
      await waitForProvider(signal);
      const wait = await reserveMoment({ id, limits, reserve, tokens });
      if (wait > 0) await services.sleep(wait, signal);
      await waitForProvider(signal);
    } catch (error) {
      leave();
      throw error;
    }
    return once(leave);
  };
  const block = (milliseconds: number) => {
    blockedUntil = Math.max(blockedUntil, services.now() + milliseconds);
  };
  return { enter, block };
}

type Reservation = Pick<GateOptions, "id" | "limits" | "reserve"> & { readonly tokens: number };

function reserveMoment({ id, limits, reserve, tokens }: Reservation): Promise<number> | number {
  const { requestsPerMinute, tokensPerMinute } = limits;
  if (requestsPerMinute === null && tokensPerMinute === null) return 0;
  const requestMs = requestsPerMinute === null ? 0 : 60_000 / requestsPerMinute;
  const tokenMs = tokensPerMinute === null ? 0 : (tokens * 60_000) / tokensPerMinute;
  return reserve(id, { requestMs, tokenMs });
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
