import { getDatabase } from "@/lib/database/client";
import { armFactorsSchema } from "@/lib/experiments/arm";
import type { ArmChoice } from "@/lib/results/compare-schema";

/** All arms of all experiments, the newest experiment first. */
export async function listArmChoices(): Promise<ArmChoice[]> {
  const rows = await getDatabase().arm.findMany({
    orderBy: [{ experiment: { createdAt: "desc" } }, { position: "asc" }],
    include: { experiment: { select: { name: true, origin: true } } },
    take: 5_000,
  });
  return rows.flatMap(({ id, experimentId, experiment, factors: stored, problems }) => {
    const factors = armFactorsSchema.safeParse(stored);
    if (!factors.success) return [];
    const { label, model, condition, benchmark } = factors.data;
    const origin = experiment.origin === "import" ? "import" : "run";
    return [{ id, experimentId, experiment: experiment.name, origin, label, model, condition, benchmark, problems }];
  });
}
