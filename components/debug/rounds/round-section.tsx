"use client";
import { ChevronRight } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { conditionId } from "@/lib/experiments/condition";
import type { RoundState } from "../round-state";
import { roundTitle } from "../round-title";
import { AnswerView } from "./answer-view";
import { ProgramDiff } from "./program-diff";
import { PromptView } from "./prompt-view";
import { RecordingView } from "./recording-view";
import { RoundNameProvider } from "./round-name";
import { RoundVerdict } from "./round-verdict";
import { TestsView } from "./tests-view";

type Props = {
  round: RoundState;
  /** The program that this round's is compared with. */
  before: string;
  beforeNumber: number;
  isNewest: boolean;
};

/** One round from prompt to recording. */
export function RoundSection({ round, before, beforeNumber, isNewest }: Props) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? isNewest;
  const head = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isNewest) head.current?.scrollIntoView({ block: "nearest" });
  }, [isNewest]);
  const title = roundTitle(round.number);
  const program = round.judged?.program ?? null;
  return (
    <li ref={head} aria-label={title} className="scroll-mt-0 border-b border-line">
      <RoundNameProvider value={title}>
        <h2 className="sticky top-0 z-10 bg-paper">
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setChosen(!isOpen)}
            className="flex h-10 w-full items-center gap-2 px-4 text-left hover:bg-sunken"
          >
            <ChevronRight size={14} aria-hidden className={isOpen ? "rotate-90 text-faint" : "text-faint"} />
            <span className="font-semibold">{title}</span>
            <RoundVerdict round={round} />
            <span className="grow" />
            {round.number === 0 ? null : (
              <span className="truncate text-faint max-sm:hidden">
                {round.setup.model} · {conditionId(round.setup.condition)}
              </span>
            )}
          </button>
        </h2>
        {isOpen ? (
          <div className="grid gap-4 px-4 pt-1 pb-5">
            {round.number === 0 ? null : (
              <div className="grid gap-4 xl:grid-cols-2">
                <PromptView round={round} />
                <AnswerView round={round} />
              </div>
            )}
            {round.number === 0 || round.judged === null ? null : (
              <ProgramDiff before={before} program={program} beforeTitle={roundTitle(beforeNumber)} title={title} />
            )}
            <Failure round={round} />
            {round.visible === null && round.full === null ? null : (
              <div className="grid gap-4 xl:grid-cols-2">
                <TestsView round={round} />
                <RecordingView round={round} />
              </div>
            )}
          </div>
        ) : null}
      </RoundNameProvider>
    </li>
  );
}

function Failure({ round }: { round: RoundState }) {
  if (round.phase === "stopped") return <p className="text-soft">Stopped before the round was over.</p>;
  if (round.failure === null) return null;
  return (
    <div role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad">
      <p className="font-medium [overflow-wrap:anywhere]">{round.failure.message}</p>
      <p className="[overflow-wrap:anywhere]">{round.failure.advice}</p>
    </div>
  );
}
