import { answerSection, medianDetectable } from "@/lib/results/answer-section";
import type { ArmData } from "@/lib/results/arm-data";
import { CHOSEN_SECTION } from "@/lib/results/chosen-section";
import type { ArmReport, ContrastReport, EstimateReport, SectionReport } from "@/lib/results/schema";
import { sectionId, sectionTitle } from "@/lib/results/section-of";

type Sectioning = {
  readonly arms: readonly ArmData[];
  readonly reports: readonly ArmReport[];
  readonly contrasts: readonly ContrastReport[];
  readonly wanted: string | null;
  readonly power: number;
  readonly oneSection: { readonly id: string; readonly title: string } | undefined;
};

/** Arms by the question that they answer, those questions first that have contrasts; contrasts of one's own before all. Pure. */
export function buildSections(input: Sectioning): SectionReport[] {
  const { arms, reports, contrasts, oneSection } = input;
  const byId = new Map(reports.map((report) => [report.id, report]));
  const titles = new Map(arms.map((arm) => [sectionId(arm.factors), sectionTitle(arm.factors)]));
  if (oneSection !== undefined) titles.set(oneSection.id, oneSection.title);
  const sections = [...Map.groupBy(reports, (report) => report.sectionId)].map(([id, own]) =>
    makeSection({ id, title: titles.get(id) ?? "Results", own }, byId, input),
  );
  const chosen = contrasts.filter((contrast) => contrast.sectionId === CHOSEN_SECTION);
  const chosenArms = new Set(chosen.flatMap(({ armId, baselineId }) => [armId, baselineId]));
  const own = reports.filter(({ id }) => chosenArms.has(id));
  const first =
    own.length === 0 ? [] : [makeSection({ id: CHOSEN_SECTION, title: "Contrasts of your choice", own }, byId, input)];
  return [...first, ...sections.toSorted((one, other) => other.contrastIds.length - one.contrastIds.length)];
}

type Making = { readonly id: string; readonly title: string; readonly own: readonly ArmReport[] };

function makeSection({ id, title, own }: Making, byId: ReadonlyMap<string, ArmReport>, input: Sectioning): SectionReport {
  const of = input.contrasts.filter((contrast) => contrast.sectionId === id);
  const metric = sectionMetric(own, of[0]?.metric, input.wanted);
  const estimates = own.flatMap((arm) => arm.estimates.filter((each) => each.metric === metric && each.value !== null));
  const [estimate] = estimates;
  const controls = of.map(({ baselineId }) => baselineId).filter((baselineId) => !own.some((report) => report.id === baselineId));
  return {
    id,
    title,
    metric,
    metrics: listSectionMetrics(own),
    label: estimate?.label ?? metric,
    words: estimate === undefined ? "No arm of this section has a known figure." : `${estimate.words}${spreadOf(estimates)}`,
    oracle: of.length > 0 && id === CHOSEN_SECTION ? of.some(({ oracle }) => oracle) : (estimate?.oracle ?? false),
    armIds: orderArms([...new Set([...controls, ...own.map((report) => report.id)])], byId),
    contrastIds: of.map((contrast) => contrast.id),
    problems: Math.max(0, ...own.map((report) => report.known)),
    answer: answerSection(of, byId, input.power),
    detectable: medianDetectable(of),
  };
}

/** The words of a section are those of its first arm; in what the others differ, a reader of the heading must know. */
function spreadOf(estimates: readonly EstimateReport[]): string {
  const problems = estimates.map((each) => each.problems);
  const samples = new Set(estimates.map((each) => each.samples));
  const parts = [
    new Set(problems).size > 1 ? `N from ${Math.min(...problems)} to ${Math.max(...problems)}` : null,
    samples.size > 1 ? `n ${[...samples].map((n) => n ?? "varying by problem").join(" or ")}` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "" : ` That is its first arm; its arms have ${parts.join(" and ")}.`;
}

/** Models in the order in which they come, and within a model those first that others are set against. */
function orderArms(ids: readonly string[], reports: ReadonlyMap<string, ArmReport>): string[] {
  const models = [...new Set(ids.map((id) => reports.get(id)?.modelTitle))];
  const place = (id: string) => {
    const report = reports.get(id);
    return [models.indexOf(report?.modelTitle), report?.colour === "none" ? 0 : 1] as const;
  };
  return ids.toSorted((first, second) => place(first)[0] - place(second)[0] || place(first)[1] - place(second)[1]);
}

function listSectionMetrics(arms: readonly ArmReport[]): SectionReport["metrics"] {
  const known = new Map(
    arms.flatMap(({ estimates }) =>
      estimates
        .filter(({ value }) => value !== null)
        .map(({ metric, label, words, oracle }) => [metric, { metric, label, words, oracle }] as const),
    ),
  );
  return [...known.values()];
}

/** The quantity that a section is read by: the compared one, the wanted one where an arm has it, or what answers for the arms. */
function sectionMetric(arms: readonly ArmReport[], compared: string | undefined, wanted: string | null): string {
  if (compared !== undefined) return compared;
  const hasWanted = arms.some(({ estimates }) => estimates.some(({ metric }) => metric === wanted));
  return (hasWanted ? wanted : arms[0]?.primary) ?? "pass@1";
}
