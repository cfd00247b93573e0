import { templatesV1 } from "./v1/templates";

/** Every text that prompts are made of; a version is never changed once experiments have used it, another is added. */
export type Templates = typeof templatesV1;

const versions: ReadonlyMap<number, Templates> = new Map([[1, templatesV1]]);

export function listPromptVersions(): number[] {
  return [...versions.keys()];
}

export function getTemplates(version: number): Templates {
  const templates = versions.get(version);
  if (templates === undefined) throw new Error(`There are no prompt templates of version ${version}.`);
  return templates;
}
