import type { Plan, PlannedContrast } from "@/lib/engine/plan-schema";

const verdicts = { no: "cannot", alone: "alone only", yes: "possible" } as const;
const SHOWN = 12;

/** What each difference could show at this size: the smallest effect that would be found, or that none can be. */
export function PlanContrasts({ contrasts }: { contrasts: Plan["contrasts"] }) {
  if (contrasts.length === 0) {
    return <p className="text-soft">There is nothing to compare yet: add a condition whose control is there too.</p>;
  }
  const groups = groupContrasts(contrasts);
  return (
    <section aria-labelledby="plan-contrasts">
      <h3 id="plan-contrasts" className="mb-1 font-semibold">
        What can be found
      </h3>
      <div className="overflow-x-auto">
        <table className="w-full text-left tabular-nums">
          <thead className="text-xs text-soft">
            <tr>
              <th scope="col" className="py-1 font-medium">
                Contrast
              </th>
              <th scope="col" className="px-2 text-right font-medium">
                N
              </th>
              <th
                scope="col"
                className="px-2 text-right font-medium"
                title="Smallest difference found with the assumed power, in points"
              >
                Detects
              </th>
              <th scope="col" className="text-right font-medium">
                Significance
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.slice(0, SHOWN).map(({ key, contrast, place, count }) => (
              <tr key={key} className="border-t border-line align-top">
                <th scope="row" className="py-1 pr-2 font-normal">
                  {contrast.label}
                  <span className="block text-xs text-soft">
                    {place}
                    {count > 1 ? ` · ${count} pairs of arms` : ""}
                  </span>
                </th>
                <td className="px-2 py-1 text-right">
                  {contrast.treatable === contrast.problems ? contrast.problems : `${contrast.treatable} of ${contrast.problems}`}
                </td>
                <td className="px-2 py-1 text-right">
                  {contrast.detectablePoints === null ? "—" : `${contrast.detectablePoints.toFixed(1)} pt`}
                </td>
                <td
                  className={`py-1 text-right ${contrast.canBeSignificant === "no" ? "font-semibold text-warn" : "text-soft"}`}
                  title={contrast.sentence}
                >
                  {contrast.treatable === 0 ? "cannot differ" : verdicts[contrast.canBeSignificant]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {groups.length > SHOWN ? <p className="mt-1 text-soft">and {groups.length - SHOWN} more</p> : null}
      <Worst contrasts={contrasts} />
    </section>
  );
}

/** In words, of the contrast that can show least. */
function Worst({ contrasts }: { contrasts: Plan["contrasts"] }) {
  const rank = { no: 0, alone: 1, yes: 2 } as const;
  const worst = contrasts.toSorted((a, b) => rank[a.canBeSignificant] - rank[b.canBeSignificant] || b.treatable - a.treatable)[0];
  if (worst === undefined) return null;
  return (
    <p className="mt-1 text-soft">
      {worst.label}: {worst.sentence}
    </p>
  );
}

type Group = { readonly key: string; readonly contrast: PlannedContrast; readonly place: string; readonly count: number };

/** Arms of several models and decodings can show the same; they are told once. */
function groupContrasts(contrasts: Plan["contrasts"]): Group[] {
  const groups = Map.groupBy(contrasts, ({ arm, label, problems, treatable }) => {
    const [slug, kind, , , strategy] = arm.split(" | ");
    return JSON.stringify([label, slug, kind, strategy, problems, treatable]);
  });
  return [...groups].flatMap(([key, [contrast, ...others]]) => {
    if (contrast === undefined) return [];
    const [slug, kind, , , strategy] = contrast.arm.split(" | ");
    return [{ key, contrast, place: [slug, kind, strategy].join(" · "), count: others.length + 1 }];
  });
}
