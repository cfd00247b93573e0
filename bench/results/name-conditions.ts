import { getDatabase } from "@/lib/database/client";
import { armFactorsSchema } from "@/lib/experiments/arm";
import { assignControls } from "@/lib/imports/assign-controls";

/** Gives the arms of a generated import the conditions that their folders are named for: HumanEval's files have no place for them. */
export async function nameConditions(experimentId: string, conditions: readonly string[]): Promise<void> {
  const rows = await getDatabase().arm.findMany({ where: { experimentId } });
  const arms = rows.map(({ id, key, factors: stored }) => {
    const condition = conditions.find((each) => key.split("/").includes(each.replace(":", "-"))) ?? null;
    return { id, key, factors: { ...armFactorsSchema.parse(stored), condition } };
  });
  const controls = assignControls(arms);
  for (const { id, key, factors } of arms) {
    await getDatabase().arm.update({ where: { id }, data: { factors: { ...factors, controlKey: controls.get(key) ?? null } } });
  }
}
