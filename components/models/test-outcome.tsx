import { CircleCheck, TriangleAlert } from "lucide-react";
import type { ModelTest } from "@/lib/models/api-schema";

/** What came of asking a model for one word. */
export function TestOutcome({ outcome }: { outcome: ModelTest }) {
  if (!outcome.works)
    return (
      <div className="flex gap-1.5">
        <TriangleAlert size={14} aria-hidden className="mt-0.5 shrink-0 text-bad" />
        <div className="min-w-0">
          <p className="break-words text-bad">{outcome.message}</p>
          {outcome.hint === null ? null : <p className="break-words text-soft">{outcome.hint}</p>}
        </div>
      </div>
    );
  const { answer, latencyMs, promptTokens, answerTokens } = outcome;
  return (
    <p className="flex gap-1.5">
      <CircleCheck size={14} aria-hidden className="mt-0.5 shrink-0 text-accent" />
      <span className="min-w-0 break-words">
        It answers: <q>{answer}</q>{" "}
        <span className="whitespace-nowrap text-soft tabular-nums">
          {latencyMs.toLocaleString("en")} ms
          {promptTokens === null || answerTokens === null ? "" : ` · ${promptTokens} tokens in, ${answerTokens} out`}
        </span>
      </span>
    </p>
  );
}
