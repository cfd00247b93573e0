import { idsOf, make, shortList } from "@/lib/results/make-warning";
import type { ArmReport, ContrastReport, SectionReport, Warning } from "@/lib/results/schema";

type Parts = { readonly arms: readonly ArmReport[]; readonly contrasts: readonly ContrastReport[] };

/** Detectable effects above this are worth a warning. */
const COARSE = 0.1;
const CEILING = 0.95;

/** What must be known before the numbers of one section are believed. Pure. */
export function warnOfSection(section: SectionReport, { arms, contrasts }: Parts): Warning[] {
  const own = contrasts.filter(({ sectionId, difference }) => sectionId === section.id && difference !== null);
  const about = { sectionId: section.id };
  const differing = [...new Set(own.flatMap(({ differsIn }) => differsIn))];
  const ofArms = new Map(arms.map((arm) => [arm.id, arm]));
  // A condition of a trace alone shows no failing test either, so code is its rightful control.
  const lessInformed = own.filter(
    ({ armId, baselineId }) =>
      ofArms.get(armId)?.factors.condition?.startsWith("trace:") === true && ofArms.get(baselineId)?.factors.condition === "code",
  );
  return [
    ...beforeTreatment(section, arms),
    ...(differing.length === 0
      ? []
      : [
          make(
            "arms-differ-otherwise",
            "warning",
            `Compared arms differ not only in the condition but also in ${differing.join(", ")}: the difference may come from that.`,
            about,
          ),
        ]),
    ...(lessInformed.length === 0
      ? []
      : [
          make(
            "control-has-less",
            "warning",
            "The control without a trace also lacks the failing test that the trace is of: a difference would not be the trace's alone.",
            about,
          ),
        ]),
    ...(own.length === 0 ? [] : tooCoarse(section, own)),
    ...atTheEnds(section, own),
  ];
}

function beforeTreatment(section: SectionReport, arms: readonly ArmReport[]): Warning[] {
  // Means over other problems differ for that alone, as long as a run is not whole.
  const early = arms.filter(
    ({ sectionId, rounds, factors, expected }) =>
      sectionId === section.id && rounds.length > 1 && rounds[0]?.problems === expected && factors.firstRound !== "treated",
  );
  const spreads = [...Map.groupBy(early, ({ modelTitle }) => modelTitle)].flatMap(([model, ofModel]) => {
    const first = ofModel.flatMap(({ rounds }) => (rounds[0] === undefined ? [] : [rounds[0].value]));
    const spread = Math.max(...first) - Math.min(...first);
    return first.length > 1 && spread > 1e-9 ? [{ model, spread, ofModel }] : [];
  });
  if (spreads.length === 0) return [];
  const each = spreads.map(({ model, spread }) => `${model} by ${(spread * 100).toFixed(1)} points`);
  const armIds = spreads.flatMap(({ ofModel }) => idsOf(ofModel));
  return [
    make(
      "arms-differ-before-treatment",
      "warning",
      `Arms differ in round 1, before any trace was given: ${shortList(each)}. The arms did not share their first samples.`,
      {
        sectionId: section.id,
        armIds,
      },
    ),
  ];
}

function tooCoarse(section: SectionReport, own: readonly ContrastReport[]): Warning[] {
  const { detectable } = section;
  if (detectable !== null && detectable < COARSE) return [];
  const most = Math.max(...own.map(({ problems }) => problems));
  const effect =
    detectable === null
      ? "no effect of any size can be relied on to show"
      : `an effect under about ${(detectable * 100).toFixed(0)} points cannot be relied on to show`;
  return [
    make("few-problems", "warning", `Too few problems: with at most ${most} ${effect} in a typical contrast.`, {
      sectionId: section.id,
    }),
  ];
}

function atTheEnds(section: SectionReport, own: readonly ContrastReport[]): Warning[] {
  const high = own.filter(({ baselineMean }) => baselineMean !== null && baselineMean >= CEILING);
  const low = own.filter(({ baselineMean }) => baselineMean !== null && baselineMean <= 1 - CEILING);
  const named = (of: readonly ContrastReport[]) => shortList([...new Set(of.map(({ model }) => model))]);
  return [
    ...(high.length === 0
      ? []
      : [
          make(
            "ceiling",
            "warning",
            `Ceiling: the control already solves 95 % or more (${named(high)}), which leaves almost no room to help.`,
            { sectionId: section.id },
          ),
        ]),
    ...(low.length === 0
      ? []
      : [
          make(
            "floor",
            "warning",
            `Floor: the control solves 5 % or less (${named(low)}), so that hardly anything can be broken.`,
            { sectionId: section.id },
          ),
        ]),
  ];
}
