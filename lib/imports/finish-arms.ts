import { assignControls } from "@/lib/imports/assign-controls";
import { copySentPrompts, countTasks, deleteImportedArms, markDelivery, saveImportedArms } from "@/lib/imports/data";
import type { KnownArm } from "@/lib/imports/row-store";

/** Once all rows are stored: joins prompts with the answers to them, names each arm's control, and notes what was delivered. */
export async function finishArms(experimentId: string, arms: readonly KnownArm[]): Promise<readonly KnownArm[]> {
  const left = await joinPrompts(arms);
  const controls = assignControls(left);
  const tasks = await countTasks(experimentId);
  await saveImportedArms(
    experimentId,
    left.map(({ id, key, factors }) => ({
      key,
      factors: { ...factors, controlKey: controls.get(key) ?? null },
      problems: tasks.get(id) ?? 0,
    })),
  );
  const ids = new Map(left.map(({ key, id }) => [key, id]));
  for (const arm of left.filter(({ prompts }) => prompts > 0)) {
    await markDelivery({ id: arm.id, controlId: ids.get(controls.get(arm.key) ?? "") ?? null });
  }
  return left;
}

/** An arm of prompts alone is part of every arm with the same role that has answers. */
async function joinPrompts(arms: readonly KnownArm[]): Promise<readonly KnownArm[]> {
  const joined: string[] = [];
  for (const arm of arms) {
    const { role } = arm.factors.arguments;
    if (arm.samples > 0 || arm.prompts === 0 || typeof role !== "string") continue;
    const answered = arms.filter((other) => other.samples > 0 && other.factors.arguments.role === role);
    for (const other of answered) {
      await copySentPrompts(arm.id, other.id);
      other.prompts += arm.prompts;
    }
    if (answered.length > 0) joined.push(arm.id);
  }
  await deleteImportedArms(joined);
  return arms.filter(({ id }) => !joined.includes(id));
}
