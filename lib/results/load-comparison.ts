import { buildReport } from "@/lib/results/build-report";
import type { CompareQuery } from "@/lib/results/compare-schema";
import { fingerprintOf, listArmData } from "@/lib/results/data";
import type { Report } from "@/lib/results/schema";

const SECTION = "comparison";

/** Arms of any experiments on the problems that they have in common, each set against one of them; null where none is there. */
export async function loadComparison({ arms: ids, against, ...setting }: CompareQuery): Promise<Report | null> {
  const arms = await listArmData(ids);
  const ordered = ids.flatMap((id) => arms.filter((arm) => arm.id === id));
  const baseline = ordered.find(({ id }) => id === against) ?? ordered[0];
  if (baseline === undefined) return null;
  const pairs = ordered
    .filter((arm) => arm !== baseline)
    .map(({ id }) => ({ armId: id, baselineId: baseline.id, sectionId: SECTION }));
  const experiments = new Set(ordered.map(({ experimentId }) => experimentId)).size;
  return buildReport({
    experiment: {
      id: null,
      name: `${ordered.length} arms of ${experiments} ${experiments === 1 ? "experiment" : "experiments"}`,
      origin: "comparison",
      status: "completed",
      createdAt: null,
    },
    arms: ordered,
    files: [],
    samePrompts: null,
    fingerprint: await fingerprintOf(ids),
    setting: { ...setting, baseline: null },
    pairs,
    oneSection: { id: SECTION, title: "Compared on common problems" },
  });
}
