import type { DebugSetup } from "@/lib/debug/schema";
import { countTests } from "./count-tests";
import { nextRound, type RoundState } from "./round-state";
import { roundTitle } from "./round-title";
import type { DebugRun } from "./use-debug-run";

export type RunWords = { readonly tone: "busy" | "good" | "plain" | "warn" | "bad"; readonly words: string };

type Asked = { readonly setup: DebugSetup; readonly model: string };

/** Where a run stands, in one sentence: what to do, what happens, how it ended. */
export function describeRun(
  { rounds, isRunning, isStale, next }: Omit<DebugRun, "step" | "run" | "stop" | "clear">,
  asked: Asked,
): RunWords {
  const last = rounds.at(-1);
  if (last === undefined) return { tone: "plain", words: readyWords(next, asked) };
  if (isRunning) return { tone: "busy", words: `${roundTitle(last.number)}: ${phaseWords[last.phase]} …` };
  if (isStale) return { tone: "warn", words: "The problem was changed since: Run starts over with it." };
  if (last.phase === "failed")
    return { tone: "bad", words: `${roundTitle(last.number)} could not be finished. This says nothing about the program.` };
  if (last.phase === "stopped") return { tone: "plain", words: `Stopped in ${lower(last.number)}. Go on takes it anew.` };
  return endWords(last, asked);
}

const phaseWords: Record<RoundState["phase"], string> = {
  starting: "making the prompt",
  answering: "the answer comes",
  judging: "judging",
  recording: "recording the failing run",
  over: "done",
  failed: "failed",
  stopped: "stopped",
};

function readyWords(next: number | null, { setup, model }: Asked): string {
  const rounds = `at most ${setup.rounds} ${setup.rounds === 1 ? "time" : "times"}, until its visible tests pass`;
  return next === 0 ? `Judges the given program, then asks ${model} ${rounds}.` : `Asks ${model} ${rounds}.`;
}

function endWords(last: RoundState, { setup }: Asked): RunWords {
  const hidden = last.full === null ? null : countTests(last.full, "hidden");
  const also = hidden === null || hidden.all === 0 ? "" : ` Hidden tests: ${hidden.passed} of ${hidden.all} pass.`;
  if (last.ends === "visible-passed") {
    const good = hidden === null || hidden.passed === hidden.all;
    const given =
      last.number === 0
        ? "The given program passes its visible tests: there is nothing to repair that they tell of. Step asks all the same."
        : null;
    return {
      tone: given === null && good ? "good" : "warn",
      words: given ?? `All visible tests pass in ${lower(last.number)}.${also}`,
    };
  }
  if (last.ends === "nothing-visible")
    return { tone: "plain", words: `No visible test could be learned from, so the chain ends here.${also}` };
  if (nextRound([last], 1, setup.rounds) === null)
    return {
      tone: "warn",
      words: `Visible tests still fail after ${setup.rounds} ${setup.rounds === 1 ? "round" : "rounds"}. More rounds can be set above.`,
    };
  const visible = last.full === null ? null : countTests(last.full, "visible");
  const failing = visible === null ? "" : `: ${visible.all - visible.passed} of ${visible.all} visible tests fail`;
  return { tone: "plain", words: `${roundTitle(last.number)} is judged${failing}. Step asks once more.` };
}

function lower(number: number): string {
  return number === 0 ? "the given program’s turn" : `round ${number}`;
}
