import { LRUCache } from "lru-cache";
import type { Metric } from "@/lib/results/list-metrics";
import { rememberBy } from "@/lib/results/remember-by";
import type { ArmReport, TiedReport } from "@/lib/results/schema";
import { significanceOf } from "@/lib/stats/significance-of";
import { tiedGroup } from "@/lib/stats/tied-group";

/** Above so many arms all pairs are too many to be told apart by anything. */
const MOST_ARMS = 24;

export type TiedSetting = {
  readonly level: number;
  /** Problem to group, where problems are taken as drawn together. */
  readonly groupOf: ReadonlyMap<string, string> | undefined;
};

export type RankedArm = { readonly report: ArmReport; readonly metric: Metric | undefined };

/** For each model of a section, the arms that cannot be separated from its best one. Arms that are not whole are left out. Pure. */
export function buildTied(sectionId: string, arms: readonly RankedArm[], setting: TiedSetting): readonly TiedReport[] {
  const byModel = Map.groupBy(arms, ({ report }) => report.modelTitle);
  return [...byModel].flatMap(([model, ofModel]) => {
    const whole = ofModel.filter(
      ({ report, metric }) => metric !== undefined && metric.missing === null && report.known === report.expected,
    );
    if (whole.length < 3 || whole.length > MOST_ARMS) return [];
    return [rank({ sectionId, model, arms: whole, leftOut: ofModel.length - whole.length, setting })];
  });
}

/** Groups without clusters that were found, by the quantity of their first arm: all pairs of arms take longer than all else on the page. */
const found = rememberBy(
  (_metric: Metric) => new LRUCache<string, { values: Values; tied: ReturnType<typeof tiedGroup> }>({ max: 8 }),
);

type Values = ReadonlyMap<string, Metric["values"]>;

function findTied([first]: readonly RankedArm[], values: Values, { groupOf, level }: TiedSetting) {
  const find = () => tiedGroup({ arms: values, groupOf, significance: significanceOf(level) });
  if (first?.metric === undefined || groupOf !== undefined) return find();
  const key = JSON.stringify([level, [...values.keys()]]);
  const there = found(first.metric).get(key);
  if (there !== undefined && [...values].every(([arm, own]) => there.values.get(arm) === own)) return there.tied;
  const tied = find();
  found(first.metric).set(key, { values, tied });
  return tied;
}

type Ranking = { sectionId: string; model: string; arms: readonly RankedArm[]; leftOut: number; setting: TiedSetting };

function rank({ sectionId, model, arms, leftOut, setting }: Ranking): TiedReport {
  const values = new Map(
    arms.flatMap(({ report, metric }) => (metric === undefined ? [] : [[report.id, metric.values] as const])),
  );
  const { arms: ranked, problems, dropped, significance } = findTied(arms, values, setting);
  const titles = new Map(arms.map(({ report }) => [report.id, report.conditionTitle]));
  const tied = ranked.filter((arm) => arm.tied);
  const best = titles.get(ranked[0]?.arm ?? "") ?? "";
  const without = leftOut === 0 ? "" : `; ${leftOut} without all outcomes ${leftOut === 1 ? "is" : "are"} left out`;
  const sentence =
    tied.length === ranked.length
      ? `${model}: no arm can be separated from the best, ${best}; all ${ranked.length} are tied on ${problems} problems${without}.`
      : `${model}: ${tied.length} of ${ranked.length} arms cannot be separated from the best, ${best}, on ${problems} problems${without}.`;
  return {
    sectionId,
    model,
    metric: arms[0]?.metric?.id ?? "",
    problems,
    dropped,
    significance,
    arms: ranked.map(({ arm, mean, adjustedP, tied: isTied }) => ({ armId: arm, mean, adjustedP, tied: isTied })),
    sentence,
  };
}
