"use client";
import type { DebugRun } from "../use-debug-run";
import { RoundSection } from "./round-section";

/** All rounds, the newest last; those before it fold up when it begins. */
export function RoundList({ run, given }: { run: DebugRun; given: string }) {
  const { rounds } = run;
  return (
    <ol className="pb-16">
      {rounds.map((round, index) => (
        <RoundSection
          key={`${round.number} ${round.startedAt}`}
          round={round}
          before={rounds[index - 1]?.judged?.program ?? given}
          beforeNumber={rounds[index - 1]?.number ?? 0}
          isNewest={index === rounds.length - 1}
        />
      ))}
    </ol>
  );
}
