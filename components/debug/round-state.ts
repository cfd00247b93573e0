import type { ChosenProblem, DebugSetup, RoundEvent } from "@/lib/debug/schema";
import type { Verdict } from "@/lib/judge/schema";

type Told<T extends RoundEvent["type"]> = Omit<Extract<RoundEvent, { type: T }>, "type">;

/** One round as far as it has been told. */
export type RoundState = {
  /** 0: the given program. */
  readonly number: number;
  readonly setup: DebugSetup;
  readonly phase: "starting" | "answering" | "judging" | "recording" | "over" | "failed" | "stopped";
  readonly startedAt: number;
  readonly prompt: Told<"prompt"> | null;
  /** The answer as it has come so far. */
  readonly text: string;
  readonly answer: Told<"answer"> | null;
  /** Null until it is known. */
  readonly judged: Told<"program"> | null;
  readonly visible: Told<"visible"> | null;
  readonly full: Verdict | null;
  readonly run: Told<"recording"> | null;
  readonly ends: Told<"done">["ends"];
  readonly failure: Told<"failed"> | null;
};

export function beginRound(number: number, setup: DebugSetup, startedAt: number): RoundState {
  return {
    number,
    setup,
    phase: "starting",
    startedAt,
    prompt: null,
    text: "",
    answer: null,
    judged: null,
    visible: null,
    full: null,
    run: null,
    ends: null,
    failure: null,
  };
}

/** A round after it told one thing more. */
export function reduceRound(round: RoundState, event: RoundEvent): RoundState {
  switch (event.type) {
    case "prompt":
      return { ...round, phase: "answering", prompt: event };
    case "text":
      return { ...round, text: round.text + event.text };
    case "answer":
      return { ...round, answer: event, text: event.text };
    case "program":
      return { ...round, phase: "judging", judged: event };
    case "visible":
      return { ...round, visible: event };
    case "full":
      return { ...round, phase: "recording", full: event.verdict };
    case "recording":
      return { ...round, run: event };
    case "done":
      return { ...round, phase: "over", ends: event.ends };
    case "failed":
      return { ...round, phase: "failed", failure: event };
  }
}

/** The rounds that came to their end; one that failed or was stopped is taken again. */
export function finishedRounds(rounds: readonly RoundState[]): RoundState[] {
  return rounds.filter(({ phase }) => phase === "over");
}

/** Whether the chain can go on after these rounds, and with which number; null where it has ended. */
export function nextRound(rounds: readonly RoundState[], first: 0 | 1, most: number): number | null {
  const last = finishedRounds(rounds).at(-1);
  if (last === undefined) return first;
  if (last.number > 0 && (last.ends === "visible-passed" || last.ends === "nothing-visible")) return null;
  return last.number < most ? last.number + 1 : null;
}

/** The answers that a next round may be told of, oldest first. */
export function earlierAnswers(rounds: readonly RoundState[]) {
  return finishedRounds(rounds)
    .filter(({ number }) => number > 0)
    .map(({ judged, visible }) => ({ program: judged?.program ?? null, visible: visible?.verdict ?? null }));
}

/** Names what rounds are about: those about something else are no part of a chain. */
export function problemKey(chosen: ChosenProblem): string {
  return JSON.stringify(chosen);
}
