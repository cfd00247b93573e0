import { LRUCache } from "lru-cache";
import { findExperiment } from "@/lib/experiments/data";
import { listFileReports } from "@/lib/imports/data";
import { compareAttached } from "@/lib/references/compare-attached";
import { compareTable } from "@/lib/references/compare-table";
import { listTables } from "@/lib/references/data";
import { testTimeTable } from "@/lib/references/test-time-table";
import type { ArmData } from "@/lib/results/arm-data";
import { buildReport } from "@/lib/results/build-report";
import { countSamePrompts, fingerprintOf, listArmData, listArmIds } from "@/lib/results/data";
import { promisesTrace } from "@/lib/results/name-arms";
import type { Report } from "@/lib/results/schema";
import type { ReportSetting } from "@/lib/results/setting-schema";

declare global {
  var polytraceReports: LRUCache<string, Report> | undefined;
}

/**
 * Reports by what they follow from: as long as no count changes, the numbers cannot. Kept on the global object, because pages and route
 * handlers each have a copy of this module.
 */
globalThis.polytraceReports ??= new LRUCache({ max: 40 });
const computed = globalThis.polytraceReports;

/** The report of an experiment as its data are now; null when there is no such experiment. */
export async function loadReport(experimentId: string, setting: ReportSetting): Promise<Report | null> {
  const experiment = await findExperiment(experimentId);
  if (experiment === null) return null;
  const { id, name, origin, status, createdAt } = experiment;
  const armIds = await listArmIds(id);
  const fingerprint = await fingerprintOf(armIds);
  const attached = await listTables(id);
  const key = JSON.stringify([id, name, status, fingerprint, setting, attached.map(({ id: table, title }) => [table, title])]);
  const known = computed.get(key);
  if (known !== undefined) return known;
  const [arms, files] = await Promise.all([listArmData(armIds), listFileReports(id)]);
  const traced = alikeTraced(arms);
  const samePrompts = origin === "import" && traced.length > 1 ? await countSamePrompts(traced.map((arm) => arm.id)) : null;
  const report = buildReport({
    experiment: { id, name, origin, status, createdAt },
    arms,
    files,
    samePrompts,
    fingerprint,
    setting,
    references: (reports) => [
      ...[compareTable(testTimeTable, reports)].filter((table) => table !== null),
      ...attached.map((table) => compareAttached(table, reports)),
    ],
  });
  computed.set(key, report);
  return report;
}

/** The largest group of arms with traces whose prompts should differ in the trace's format alone. */
function alikeTraced(arms: readonly ArmData[]): readonly ArmData[] {
  const traced = arms.filter(({ factors, totals }) => promisesTrace(factors.condition) && totals.wanted > 0);
  const groups = Map.groupBy(traced, ({ factors }) =>
    JSON.stringify([factors.model, factors.benchmark, factors.arguments.failingTestsShown]),
  );
  return [...groups.values()].toSorted((first, second) => second.length - first.length)[0] ?? [];
}
