import { getDatabase } from "@/lib/database/client";
import { type Model, modelSchema } from "./schema";

/** All models that are set up here, by title. */
export async function listModels(): Promise<Model[]> {
  const rows = await getDatabase().model.findMany();
  return rows.map(({ config }) => modelSchema.parse(config)).toSorted((a, b) => a.title.localeCompare(b.title, "en"));
}

/** The model with this id, or null. */
export async function findModel(id: string): Promise<Model | null> {
  const row = await getDatabase().model.findUnique({ where: { id } });
  return row === null ? null : modelSchema.parse(row.config);
}

/** Sets up a model, or changes one; experiments that were started keep what they were started with. Says whether it is new. */
export async function saveModel(model: Model): Promise<{ isNew: boolean }> {
  const database = getDatabase();
  const { count } = await database.model.createMany({ data: { id: model.id, config: model }, skipDuplicates: true });
  if (count === 0) await database.model.update({ where: { id: model.id }, data: { config: model } });
  return { isNew: count === 1 };
}

/** Sets up models that are not there yet, leaving those that are as they were made. */
export async function addMissingModels(models: readonly Model[]): Promise<void> {
  await getDatabase().model.createMany({ data: models.map((model) => ({ id: model.id, config: model })), skipDuplicates: true });
}

/** Says whether there was such a model. */
export async function deleteModel(id: string): Promise<boolean> {
  const { count } = await getDatabase().model.deleteMany({ where: { id } });
  return count === 1;
}

/** How many answers an imported arm holds; `source` is its id or key. */
export async function countImportedSamples(source: string): Promise<number> {
  return getDatabase().sample.count({
    where: { arm: { OR: [{ id: source }, { key: source }], experiment: { origin: "import" } } },
  });
}

type ImportedPlace = { readonly source: string; readonly taskId: string; readonly chain: number; readonly round: number };

/** What an import keeps of an answer: as the model gave it, and what the source took from it; each null where it keeps none. */
export type ImportedAnswer = { readonly raw: string | null; readonly extracted: string | null };

/** An imported arm's answer, or null. `source` is the arm's id or key; rounds of imports count from 0. */
export async function findImportedSample({ source, taskId, chain, round }: ImportedPlace): Promise<ImportedAnswer | null> {
  const row = await getDatabase().sample.findFirst({
    where: { taskId, chain, round, arm: { OR: [{ id: source }, { key: source }], experiment: { origin: "import" } } },
    orderBy: { createdAt: "desc" },
  });
  return row === null ? null : { raw: row.raw, extracted: row.program };
}
