import { getDatabase } from "@/lib/database/client";
import { type SampleDetail, sampleDetailSchema } from "@/lib/experiments/api-schema";

export type SamplePlace = {
  readonly experimentId: string;
  readonly armId: string;
  readonly taskId: string;
  readonly chain: number;
  readonly round: number;
};

/** A sample with its prompt as sent, its answer and its verdicts, or null. */
export async function findSampleDetail(place: SamplePlace): Promise<SampleDetail | null> {
  const { experimentId, armId, taskId, chain, round } = place;
  const database = getDatabase();
  const row = await database.sample.findFirst({
    where: { armId, taskId, chain, round, arm: { experimentId } },
    include: { generation: { include: { prompt: true } } },
  });
  if (row === null) return null;
  const judgement = row.judgementId === null ? null : await database.judgement.findUnique({ where: { id: row.judgementId } });
  const { generation } = row;
  return sampleDetailSchema.parse({
    ...row,
    prompt: generation?.prompt.body ?? null,
    answer: generation?.text ?? row.raw,
    reasoning: generation?.reasoning ?? null,
    finishReason: generation?.finishReason ?? null,
    parameters: generation?.parameters ?? null,
    program: judgement?.program ?? row.program,
    visible: judgement?.visible ?? null,
    full: judgement?.full ?? null,
    attempts: generation?.attempts ?? null,
  });
}
