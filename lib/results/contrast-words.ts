import type { Metric } from "@/lib/results/list-metrics";
import type { Estimand } from "@/lib/stats/estimand";
import { contrastInWords } from "@/lib/stats/estimand-in-words";
import { estimandLabel } from "@/lib/stats/estimand-label";

type Named = {
  readonly arm: string;
  readonly baseline: string;
  readonly problems: number;
  readonly population?: "delivered" | "undelivered";
};

/** What a contrast estimates; where the baseline's figure was made in another way than the arm's, that too. Pure. */
export function contrastWords(arm: Metric, baseline: Metric, { problems, population, ...names }: Named): string {
  const described = (estimand: Estimand): Estimand => ({ ...estimand, problems, ...(population && { population }) });
  const [own, other] = [described(arm.estimand), described(baseline.estimand)];
  const words = contrastInWords({ estimand: own, ...names });
  return estimandLabel(own) === estimandLabel(other) ? words : `${words} For ${names.baseline} it is ${estimandLabel(other)}.`;
}

/** What a contrast's sentence is about: the model, and the quantity where the section does not say it. Pure. */
export function contrastSubjects(model: string, quantity: string | null): readonly string[] {
  return quantity === null ? [model] : [model, quantity];
}
