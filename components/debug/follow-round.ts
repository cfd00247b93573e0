import type { RoundEvent } from "@/lib/debug/schema";
import { ApiError } from "@/lib/http/fetch-json";
import { type RoundState, reduceRound } from "./round-state";

/** Redrawing with every piece of an answer would be slower than the answer. */
const REDRAW_MS = 50;

/** Follows a round to its end, telling how far it is; resolves in any case. */
export async function followRound(
  start: RoundState,
  events: AsyncIterable<RoundEvent>,
  tell: (state: RoundState) => void,
): Promise<RoundState> {
  let round = start;
  let toldAt = 0;
  let redraw: ReturnType<typeof setTimeout> | undefined;
  const tellNow = () => {
    clearTimeout(redraw);
    redraw = undefined;
    toldAt = Date.now();
    tell(round);
  };
  tell(round);
  try {
    for await (const event of events) {
      round = reduceRound(round, event);
      // A piece of an answer may be the last for long: it is drawn later, not left out.
      if (event.type === "text") redraw ??= setTimeout(tellNow, Math.max(0, toldAt + REDRAW_MS - Date.now()));
      else tellNow();
    }
    if (round.phase !== "over" && round.phase !== "failed") round = { ...round, phase: "failed", failure: cut };
  } catch (error) {
    const isStopped = error instanceof DOMException && error.name === "AbortError";
    round = isStopped ? { ...round, phase: "stopped" } : { ...round, phase: "failed", failure: toFailure(error) };
  }
  tellNow();
  return round;
}

const cut = {
  code: "cut",
  message: "The connection to this server ended before the round did.",
  advice: "Check that the server is still running, then run the round again.",
};

function toFailure(error: unknown): NonNullable<RoundState["failure"]> {
  if (!(error instanceof ApiError)) return cut;
  const wait = error.retryAfterSeconds;
  const advice = wait === null ? adviceFor(error.code) : `Try again in ${wait} s.`;
  return { code: error.code, message: error.message, advice };
}

function adviceFor(code: string): string {
  if (code === "not_found") return "Choose another problem or model.";
  return code === "invalid_input" || code === "forbidden" ? "Change it on the left, then run again." : "Run the round again.";
}
