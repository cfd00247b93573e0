"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Select } from "@/components/ui/select";
import type { Draft } from "@/lib/experiments/draft";
import type { Preview, ProblemPlace } from "@/lib/experiments/preview-schema";
import { previewQuery } from "@/lib/experiments/queries";
import { strategyId } from "@/lib/experiments/strategy";
import { PromptView } from "./prompt-view";

/** Prompts exactly as a run would send them, for one problem: programs are run and recorded for it here and now. */
export function PromptsPart({ draft, isComplete }: { draft: Draft; isComplete: boolean }) {
  const [problem, setProblem] = useState<ProblemPlace | null>(null);
  const [strategy, setStrategy] = useState<string | null>(null);
  const strategies = draft.strategies.map(strategyId);
  const asked = { problem, strategy: strategies.includes(strategy ?? "") ? strategy : null, model: null };
  const { data, error, isFetching } = useQuery({ ...previewQuery(draft, asked), enabled: isComplete });
  if (!isComplete) return <p className="text-soft">Prompts can be shown when the draft is complete.</p>;
  return (
    <div className="grid gap-3" aria-busy={isFetching}>
      <p className="text-soft">
        Exactly what is sent. The failing run in them is a real one, recorded just now; where a second round follows, the
        reference solution with a mistake stands for the first answer.
      </p>
      {error === null ? null : (
        <p role="alert" className="text-bad">
          {error.message}{" "}
          {problem === null ? null : (
            <button type="button" className="underline underline-offset-2" onClick={() => setProblem(null)}>
              Show the first problem instead
            </button>
          )}
        </p>
      )}
      {data === undefined ? (
        <p className="text-soft">{error === null ? "Running and recording a program…" : ""}</p>
      ) : (
        <>
          <Choices preview={data} strategies={strategies} onProblem={setProblem} onStrategy={setStrategy} />
          <PromptView preview={data} />
        </>
      )}
    </div>
  );
}

type ChoiceProps = {
  preview: Preview;
  strategies: readonly string[];
  onProblem: (problem: ProblemPlace) => void;
  onStrategy: (strategy: string) => void;
};

function Choices({ preview, strategies, onProblem, onStrategy }: ChoiceProps) {
  const idOf = ({ slug, kind, taskId }: ProblemPlace) => JSON.stringify([slug, kind, taskId]);
  const choose = (value: string) => {
    const found = preview.problems.find((place) => idOf(place) === value);
    if (found !== undefined) onProblem(found);
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Select
        label="Problem"
        value={idOf(preview.problem)}
        className="max-w-90"
        choices={preview.problems.map((place) => ({
          value: idOf(place),
          label: place.taskId,
          detail: `${place.slug} · ${place.kind}`,
        }))}
        onChange={choose}
      />
      <Select
        label="Strategy"
        value={preview.strategy}
        choices={strategies.map((value) => ({ value, label: value }))}
        onChange={onStrategy}
      />
      <span className="text-soft">prompt templates version {preview.promptVersion}</span>
    </div>
  );
}
