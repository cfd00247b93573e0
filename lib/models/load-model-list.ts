import type { ModelList } from "./api-schema";
import { listModels } from "./data";
import { listProviders } from "./registry";

/** All models with the kinds of providers, and of each key's variable whether it is set where this process runs. */
export async function loadModelList(): Promise<ModelList> {
  const models = await listModels();
  const variables = models.flatMap((model) => ("keyVariable" in model && model.keyVariable !== null ? [model.keyVariable] : []));
  const keys = Object.fromEntries(variables.map((name) => [name, (process.env[name] ?? "") !== ""]));
  return { models, providers: listProviders(), keys };
}
