import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import type { Prompt } from "@/lib/engine/prompts/prompt";
import { type Verdict, verdictSchema } from "@/lib/judge/schema";
import type { Answer } from "@/lib/models/provider";
import { type Generation, generationSchema } from "./generation";
import { type Delivery, deliverySchema, type SampleVerdict, sampleVerdictSchema } from "./schema";
import { storableJson, storableText } from "./storable-text";

/** The stored answer to a request that was made before, or null. */
export async function findGeneration(key: string): Promise<Generation | null> {
  const row = await getDatabase().generation.findUnique({ where: { key } });
  return row === null ? null : generationSchema.parse(row);
}

export type NewGeneration = Generation & {
  readonly modelId: string;
  readonly prompt: Prompt;
  readonly chain: number;
  readonly round: number;
  readonly parameters: Record<string, string | number | boolean | null | string[]>;
  readonly logprobs: Answer["logprobs"];
  /** Whose money it costs. */
  readonly experimentId: string;
};

/**
 * Stores an answer and its cost, once: when another worker was first, its answer stays and is returned, so that every arm and
 * every later run sees the same one.
 */
export async function saveGeneration({ prompt, experimentId, logprobs, ...row }: NewGeneration): Promise<Generation> {
  const database = getDatabase();
  const generation = storableJson({ ...row, logprobs, createdAt: new Date() });
  // One statement: either all of it is there afterwards or nothing, and a killed worker leaves nothing half done.
  const stored = await database.$queryRaw`
    WITH prompt AS (
      INSERT INTO "Prompt" ("id", "body") VALUES (${row.promptId}, ${storableJson(prompt)}::jsonb) ON CONFLICT DO NOTHING
    ), added AS (
      INSERT INTO "Generation" SELECT r.* FROM jsonb_populate_record(NULL::"Generation", ${generation}::jsonb) r
      ON CONFLICT DO NOTHING RETURNING *
    ), paid AS (
      UPDATE "Experiment" e SET "spentUsd" = e."spentUsd" + coalesce(added."costUsd", 0), "requests" = e."requests" + 1,
        "promptTokens" = e."promptTokens" + coalesce(added."promptTokens", 0), "answerTokens" = e."answerTokens" + coalesce(added."answerTokens", 0)
      FROM added WHERE e."id" = ${experimentId}
    )
    SELECT * FROM added`;
  const [first] = z.array(generationSchema).parse(stored);
  return first ?? generationSchema.parse(await database.generation.findUniqueOrThrow({ where: { key: row.key } }));
}

const judgementSchema = z.object({
  id: z.string(),
  program: z.string().nullable(),
  /** On the visible tests; null where the problem has none that could be run. */
  visible: verdictSchema.nullable(),
  full: verdictSchema,
});
export type Judgement = z.infer<typeof judgementSchema>;

/** What scoring said of an answer on a problem, or null. */
export async function findJudgement(generationKey: string, problemHash: string): Promise<Judgement | null> {
  const row = await getDatabase().judgement.findUnique({ where: { generationKey_problemHash: { generationKey, problemHash } } });
  return row === null ? null : judgementSchema.parse(row);
}

export type NewJudgement = {
  readonly generationKey: string;
  readonly problemHash: string;
  readonly program: string | null;
  readonly visible: Verdict | null;
  readonly full: Verdict;
};

/** Stores what scoring said, once; the first verdict stays and is returned. */
export async function saveJudgement(judgement: NewJudgement): Promise<Judgement> {
  const { generationKey, problemHash, program, visible, full } = judgement;
  const id = `${generationKey.slice(0, 24)}-${problemHash.slice(0, 12)}`;
  await getDatabase().$executeRaw`
    INSERT INTO "Judgement" ("id", "generationKey", "problemHash", "program", "visible", "full", "harnessVersion")
    VALUES (${id}, ${generationKey}, ${problemHash}, ${program === null ? null : storableText(program)}, ${storableJson(visible)}::jsonb, ${storableJson(full)}::jsonb, ${full.harnessVersion})
    ON CONFLICT DO NOTHING`;
  const stored = await findJudgement(generationKey, problemHash);
  if (stored === null) throw new Error(`The judgement ${id} is not there after it was stored.`);
  return stored;
}

export type NewSample = {
  readonly armId: string;
  readonly taskId: string;
  readonly kind: string;
  readonly chain: number;
  readonly round: number;
  readonly final: boolean;
  readonly verdict: SampleVerdict;
  readonly visiblePassed: boolean | null;
  readonly delivery: Delivery | null;
  readonly detail: string | null;
  readonly generation: Generation | null;
  readonly judgementId: string | null;
};

/** Stores a sample; whoever comes second with the same arm, problem, chain and round changes nothing. Says whether it was first. */
export async function saveSample({ delivery, generation, ...sample }: NewSample): Promise<boolean> {
  const { count } = await getDatabase().sample.createMany({
    data: {
      ...sample,
      generationKey: generation?.key ?? null,
      ...(delivery === null ? {} : { delivery }),
      delivered: delivery?.wanted === true ? delivery.present : null,
      truncated: delivery?.present === true ? delivery.truncated : null,
      identical: delivery?.identicalToControl ?? null,
      traceTokens: delivery?.tokens ?? null,
      promptTokens: generation?.promptTokens ?? null,
      answerTokens: generation?.answerTokens ?? null,
      costUsd: generation?.costUsd ?? null,
      latencyMs: generation?.latencyMs ?? null,
    },
    skipDuplicates: true,
  });
  return count === 1;
}

const storedSampleSchema = z.object({
  armId: z.string(),
  chain: z.int(),
  round: z.int(),
  final: z.boolean(),
  verdict: sampleVerdictSchema,
  visiblePassed: z.boolean().nullable(),
  generationKey: z.string().nullable(),
  delivery: deliverySchema.nullable(),
});
export type StoredSample = z.infer<typeof storedSampleSchema>;

/** The samples of some arms on one problem. */
export async function listSamplesOf(armIds: readonly string[], taskId: string): Promise<StoredSample[]> {
  const where = { armId: { in: [...armIds] }, taskId };
  const rows = await getDatabase().sample.findMany({ where, orderBy: [{ chain: "asc" }, { round: "asc" }] });
  return z.array(storedSampleSchema).parse(rows);
}

export type NewChoice = {
  readonly armId: string;
  readonly taskId: string;
  readonly rule: string;
  readonly oracle: boolean;
  readonly chain: number;
  readonly verdict: SampleVerdict;
  readonly reason: string;
  readonly candidates: number;
};

/** Stores which candidate a parallel arm's rule chose; a later choice among more candidates replaces it. */
export async function saveChoice(choice: NewChoice): Promise<void> {
  const { armId, taskId } = choice;
  await getDatabase().choice.upsert({
    where: { armId_taskId: { armId, taskId } },
    create: { id: `${armId}/${taskId}`, ...choice },
    update: choice,
  });
}
