import { dollars } from "@/components/experiments/builder/range-text";
import type { Progress } from "@/lib/experiments/api-schema";

/** What was asked for, tried again and paid so far. */
export function RunFigures({ progress: { experiment, budgetUsd } }: { progress: Progress }) {
  const { requests, promptTokens, answerTokens, retries, lastRetry, spentUsd } = experiment;
  const figures = [
    {
      name: "Requests answered",
      value: requests.toLocaleString("en"),
      hint: "Answers that were there before are not asked for again.",
    },
    {
      name: "Tried again",
      value: retries.toLocaleString("en"),
      hint: lastRetry === null ? "Nothing failed for a passing reason." : lastRetry,
    },
    { name: "Prompt tokens", value: promptTokens.toLocaleString("en"), hint: "Of the requests; shared answers once." },
    { name: "Answer tokens", value: answerTokens.toLocaleString("en"), hint: "Of the requests; shared answers once." },
    {
      name: "Cost",
      value: budgetUsd === null ? dollars(spentUsd) : `${dollars(spentUsd)} of ${dollars(budgetUsd)}`,
      hint: budgetUsd === null ? "No budget is set." : "The run pauses before a request that could pass the budget.",
    },
  ];
  return (
    <div className="grid grid-cols-1 gap-1">
      <dl className="flex flex-wrap gap-x-6 gap-y-1 tabular-nums">
        {figures.map(({ name, value, hint }) => (
          <div key={name} className="flex gap-2" title={hint}>
            <dt className="text-soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {lastRetry === null || experiment.status !== "running" ? null : (
        <p className="min-w-0 truncate text-xs text-soft" title={lastRetry}>
          Tried again last because: {lastRetry}
        </p>
      )}
    </div>
  );
}
