import { buildMatrix } from "@/lib/results/build-matrix";
import { listArmData } from "@/lib/results/data";
import { loadComparison } from "@/lib/results/load-comparison";
import { loadReport } from "@/lib/results/load-report";
import type { Report } from "@/lib/results/schema";
import type { Pinned, SharedView } from "@/lib/shares/schema";

/** The report that a view shows now; null where there is none. */
async function loadView({ experimentId, comparison, setting }: SharedView): Promise<Report | null> {
  if (experimentId !== null) return loadReport(experimentId, setting);
  return comparison === null ? null : loadComparison({ ...setting, ...comparison });
}

/** Everything that a view shows, to be kept as it is now; null where there is nothing. */
export async function pinResults(view: SharedView): Promise<Pinned | null> {
  const report = await loadView(view);
  if (report === null) return null;
  const arms = new Map((await listArmData(report.arms.map(({ id }) => id))).map((arm) => [arm.id, arm]));
  const matrices = report.sections.map(({ id, armIds, metric }) => {
    const own = armIds.flatMap((armId) => arms.get(armId) ?? []);
    return [id, buildMatrix(own, metric)] as const;
  });
  return { report, matrices: Object.fromEntries(matrices) };
}
