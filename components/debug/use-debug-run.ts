"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { askRound } from "@/lib/debug/queries";
import type { ChosenProblem, DebugSetup } from "@/lib/debug/schema";
import { followRound } from "./follow-round";
import { beginRound, earlierAnswers, finishedRounds, nextRound, problemKey, type RoundState } from "./round-state";

export type DebugTask = {
  readonly problem: ChosenProblem;
  /** 0 where a program is given that can be judged before anybody is asked. */
  readonly first: 0 | 1;
  readonly setup: DebugSetup;
};

export type DebugRun = {
  readonly rounds: readonly RoundState[];
  readonly isRunning: boolean;
  /** The round that comes next; null where the chain has ended. */
  readonly next: number | null;
  /** Whether problem or program changed since the rounds that are shown. */
  readonly isStale: boolean;
  readonly step: () => void;
  readonly run: () => void;
  readonly stop: () => void;
  readonly clear: () => void;
};

/** Runs rounds one after the other. What was said so far lives here alone and is sent along with every round. */
export function useDebugRun({ problem, first, setup }: DebugTask): DebugRun {
  const [rounds, setRounds] = useState<readonly RoundState[]>([]);
  const [about, setAbout] = useState<string | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const key = problemKey(problem);
  const isStale = rounds.length > 0 && about !== key;
  const kept = isStale ? [] : finishedRounds(rounds);
  const next = nextRound(kept, first, setup.rounds);

  const go = async (goesOn: (round: RoundState) => boolean) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setAbout(key);
    setIsRunning(true);
    let done: readonly RoundState[] = next === null ? [] : kept;
    for (;;) {
      const number = nextRound(done, first, setup.rounds);
      if (number === null) break;
      const before = done;
      const request = { problem, setup, round: number, earlier: earlierAnswers(before) };
      const round = await followRound(beginRound(number, setup, Date.now()), askRound(request, controller.signal), (state) => {
        if (running.current === controller) setRounds([...before, state]);
      });
      done = [...before, round];
      if (round.phase !== "over" || !goesOn(round)) break;
    }
    if (running.current === controller) setIsRunning(false);
  };

  return {
    rounds,
    isRunning,
    next,
    isStale,
    step: () => void go(() => false),
    run: () => void go((round) => round.ends === null),
    stop: useCallback(() => running.current?.abort(), []),
    clear: useCallback(() => {
      running.current?.abort();
      running.current = null;
      setIsRunning(false);
      setRounds([]);
    }, []),
  };
}
