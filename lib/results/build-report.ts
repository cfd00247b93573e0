import type { FileReport } from "@/lib/imports/schema";
import type { ReferenceTable } from "@/lib/references/schema";
import { adjustContrasts } from "@/lib/results/adjust-contrasts";
import type { ArmData } from "@/lib/results/arm-data";
import { buildArm } from "@/lib/results/build-arm";
import { compareArms, type Side } from "@/lib/results/build-contrast";
import { buildNoise } from "@/lib/results/build-noise";
import { buildSections } from "@/lib/results/build-sections";
import { buildTied } from "@/lib/results/build-tied";
import { chooseQuantities } from "@/lib/results/choose-quantity";
import { chosenPairs } from "@/lib/results/chosen-pairs";
import { CHOSEN_SECTION } from "@/lib/results/chosen-section";
import { groupProblems, usefulRules } from "@/lib/results/group-problems";
import { listMetrics, type Metric } from "@/lib/results/list-metrics";
import { listWarnings } from "@/lib/results/list-warnings";
import { type PlannedContrast, planContrasts } from "@/lib/results/plan-contrasts";
import { rememberBy } from "@/lib/results/remember-by";
import type { ArmReport, ContrastReport, Report } from "@/lib/results/schema";
import { sectionId } from "@/lib/results/section-of";
import type { ReportSetting } from "@/lib/results/setting-schema";
import { STATISTICS_VERSION } from "@/lib/results/statistics-version";
import { tellApart } from "@/lib/results/tell-apart";

export type ReportInput = {
  readonly experiment: Omit<Report["experiment"], "description" | "files">;
  readonly arms: readonly ArmData[];
  readonly files: readonly FileReport[];
  readonly samePrompts: { readonly tasks: number; readonly same: number; readonly arms: number } | null;
  readonly fingerprint: string;
  readonly setting: ReportSetting;
  /** Pairs instead of those that the setting plans. */
  readonly pairs?: readonly PlannedContrast[] | undefined;
  /** For arms put together: one section of them all, instead of one for each question. */
  readonly oneSection?: { readonly id: string; readonly title: string } | undefined;
  readonly references?: (arms: readonly ArmReport[]) => readonly ReferenceTable[];
};

// Arms stay the same objects for as long as their data do; another baseline or contrast then computes only what it changes.
const noiseOf = rememberBy(buildNoise);

/** Everything that is said of some arms, from their counts alone. Pure. */
export function buildReport(input: ReportInput): Report {
  const { experiment, arms, setting } = input;
  const metrics = new Map(arms.map((arm) => [arm.id, listMetrics(arm)]));
  const expected = expectedProblems(arms);
  const taskIds = [...new Set(arms.flatMap(({ problems }) => [...problems.keys()]))];
  const groupOf = groupProblems(taskIds, setting.clusters);
  const reports = tellApart(
    arms.map((arm) =>
      buildArm(arm, {
        metrics: metrics.get(arm.id) ?? [],
        sectionId: input.oneSection?.id ?? sectionId(arm.factors),
        controlId:
          arms.find(({ key, experimentId }) => key === arm.factors.controlKey && experimentId === arm.experimentId)?.id ?? null,
        expected: expected(arm),
        level: setting.level,
        groupOf,
      }),
    ),
  );
  const contrasts = contrastArms({ ...input, metrics, reports, groupOf });
  const sections = buildSections({
    arms,
    reports,
    contrasts,
    wanted: setting.metric,
    power: setting.power,
    oneSection: input.oneSection,
  });
  const byId = new Map(reports.map((report) => [report.id, report]));
  const tied = sections.flatMap(({ id, metric, armIds }) => {
    const ranked = armIds.flatMap((armId) => {
      const report = byId.get(armId);
      return report === undefined ? [] : [{ report, metric: metrics.get(armId)?.find((each) => each.id === metric) }];
    });
    return buildTied(id, ranked, { level: setting.level, groupOf: groupOf ?? undefined });
  });
  const { samePrompts, files } = input;
  return {
    version: 1,
    statistics: {
      version: STATISTICS_VERSION,
      level: setting.level,
      correction: setting.correction,
      power: setting.power,
      clusters: setting.clusters,
      clusterings: [...usefulRules(taskIds)],
    },
    experiment: { ...experiment, files: files.length, description: describeData(reports, files) },
    fingerprint: input.fingerprint,
    sections,
    arms: [...reports],
    contrasts: [...contrasts],
    tied,
    // The split takes problems as drawn one by one: with clusters its error would contradict the arm's own.
    noise: groupOf === null ? arms.map(noiseOf).filter((noise) => noise !== null) : [],
    warnings: [...listWarnings({ status: experiment.status, sections, arms: reports, contrasts, files, samePrompts })],
    references: [...(input.references?.(reports) ?? [])],
  };
}

/** How many problems an arm should have: those that some arm on the same benchmark has. */
function expectedProblems(arms: readonly ArmData[]): (arm: ArmData) => number {
  const sizes = new Map(
    [...Map.groupBy(arms, problemSet)].map(([set, of]) => {
      const tasks = new Set<string>();
      for (const { problems } of of) for (const task of problems.keys()) tasks.add(task);
      return [set, Math.max(tasks.size, ...of.map(({ planned }) => planned))] as const;
    }),
  );
  return (arm) => sizes.get(problemSet(arm)) ?? arm.problems.size;
}

/** Arms of one benchmark and one kind of task have their problems in common; no others do. */
function problemSet({ factors }: Pick<ArmReport, "factors">): string {
  return JSON.stringify([factors.benchmark, factors.benchmarkVersion, factors.taskKind]);
}

type Contrasting = ReportInput & {
  readonly metrics: ReadonlyMap<string, readonly Metric[]>;
  readonly reports: readonly ArmReport[];
  readonly groupOf: ReadonlyMap<string, string> | null;
};

function contrastArms({ arms, setting, metrics, reports, pairs, groupOf }: Contrasting): readonly ContrastReport[] {
  const datas = new Map(arms.map((arm) => [arm.id, arm]));
  const byId = new Map(reports.map((report) => [report.id, report]));
  const side = (id: string, metric: string): Side | null => {
    const data = datas.get(id);
    const report = byId.get(id);
    if (data === undefined || report === undefined) return null;
    return { data, report, metric: metrics.get(id)?.find((each) => each.id === metric) };
  };
  const { level, power } = setting;
  const chosen = chosenPairs(setting.contrasts).map((pair) => ({ ...pair, sectionId: CHOSEN_SECTION }));
  const planned = chooseQuantities([...chosen, ...(pairs ?? planContrasts(arms, setting.baseline))], {
    metrics,
    wanted: setting.metric,
  });
  const raw = planned.flatMap(({ armId, baselineId, sectionId: section, metric, named }) => {
    const arm = side(armId, metric);
    const baseline = side(baselineId, metric);
    if (arm === null || baseline === null) return [];
    const how = { metric, named, sectionId: section, level, power, groupOf: groupOf ?? undefined };
    return [compareArms(arm, baseline, how)];
  });
  return adjustContrasts(raw, setting.correction);
}

function describeData(arms: readonly ArmReport[], files: readonly FileReport[]): string {
  const formats = [...new Set(files.flatMap(({ formatTitle }) => (formatTitle === null ? [] : [formatTitle])))];
  const models = new Set(arms.map(({ modelTitle }) => modelTitle)).size;
  const sets = new Map(arms.map((arm) => [problemSet(arm), arm.expected]));
  const problems = [...sets.values()].reduce((sum, expected) => sum + expected, 0);
  const samples = arms.reduce((sum, arm) => sum + arm.samples, 0);
  const parts = [
    files.length === 0 ? null : `imported from ${files.length} ${files.length === 1 ? "file" : "files"} (${formats.join(", ")})`,
    `${arms.length} ${arms.length === 1 ? "arm" : "arms"}`,
    `${models} ${models === 1 ? "model" : "models"}`,
    `${problems.toLocaleString("en")} ${problems === 1 ? "problem" : "problems"}`,
    `${samples.toLocaleString("en")} samples`,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
