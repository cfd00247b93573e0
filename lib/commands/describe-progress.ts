import type { Progress } from "@/lib/experiments/api-schema";

/** Progress as one line: chains done of all, passed samples, errors, what is left. */
export function describeProgress({ arms, experiment, remainingSeconds }: Progress): string {
  const sum = (pick: (arm: Progress["arms"][number]) => number) => arms.reduce((total, arm) => total + pick(arm), 0);
  const chains = sum((arm) => arm.chains);
  const done = sum((arm) => arm.chainsDone);
  const share = chains === 0 ? 100 : Math.floor((done * 100) / chains);
  const parts = [
    `${share} % · ${done} of ${chains} chains · ${sum((arm) => arm.samples)} samples, ${sum((arm) => arm.passed)} passed`,
  ];
  const errors = sum((arm) => arm.infrastructure);
  if (errors > 0) parts.push(`${errors} infrastructure errors`);
  if (experiment.spentUsd > 0) parts.push(`$${experiment.spentUsd.toFixed(4)}`);
  if (remainingSeconds !== null && done < chains) parts.push(`about ${Math.ceil(remainingSeconds)} s left`);
  return parts.join(" · ");
}
