import type { Metric } from "@/lib/results/list-metrics";
import type { PlannedContrast } from "@/lib/results/plan-contrasts";

type Sides = { readonly arm: readonly Metric[]; readonly baseline: readonly Metric[]; readonly wanted: string | null };

/** In what two arms are compared: the wanted quantity where both have it, otherwise the first of the arm's that its baseline has too. */
export function commonMetric({ arm, baseline, wanted }: Sides): string {
  const shared = arm.filter(({ id }) => baseline.some((other) => other.id === id));
  const usable = shared.find(({ id }) => id === wanted) ?? shared[0] ?? arm[0];
  return usable?.id ?? wanted ?? "pass@1";
}

export type QuantifiedContrast = PlannedContrast & {
  readonly metric: string;
  /** The quantity by name where contrasts of one section are of several; null where the section's name for it does. */
  readonly named: string | null;
};

type Choosing = { readonly metrics: ReadonlyMap<string, readonly Metric[]>; readonly wanted: string | null };

/**
 * In what each contrast is compared. Where some contrast of a section is in the wanted quantity all are, or are not known: other numbers
 * would stand under its name. Pure.
 */
export function chooseQuantities(planned: readonly PlannedContrast[], { metrics, wanted }: Choosing): QuantifiedContrast[] {
  const of = (id: string) => metrics.get(id) ?? [];
  const common = ({ armId, baselineId }: PlannedContrast) => commonMetric({ arm: of(armId), baseline: of(baselineId), wanted });
  return [...Map.groupBy(planned, ({ sectionId }) => sectionId).values()].flatMap((section) => {
    const own = section.map((pair) => ({ ...pair, metric: common(pair) }));
    const isWanted = own.some(({ metric }) => metric === wanted);
    const named = own.map((pair) => ({ ...pair, metric: isWanted && wanted !== null ? wanted : pair.metric }));
    const isMixed = new Set(named.map(({ metric }) => metric)).size > 1;
    return named.map((pair) => ({ ...pair, named: isMixed ? pair.metric : null }));
  });
}
