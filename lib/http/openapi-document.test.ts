import { globSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { apiOperations } from "./api-operations";
import { openapiDocument } from "./openapi-document";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

async function routes(): Promise<string[]> {
  const found = globSync("app/api/v1/**/route.ts").map(async (file) => {
    const module: Record<string, unknown> = await import(path.resolve(file));
    const address = `/${path
      .dirname(file)
      .replace(/^app\//, "")
      .replaceAll("[", "{")
      .replaceAll("]", "}")}`;
    return methods.filter((method) => method in module).map((method) => `${method} ${address}`);
  });
  return (await Promise.all(found)).flat().sort();
}

test("the document names every address that there is, and none that there is not", { timeout: 60_000 }, async () => {
  expect(apiOperations.map(({ method, path: address }) => `${method.toUpperCase()} ${address}`).sort()).toEqual(await routes());
});

test("every parameter of an address is described", () => {
  for (const operation of apiOperations) {
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(Object.keys(operation.parameters ?? {})).toEqual(inPath);
  }
});

test("the document is JSON with a schema for every body and answer", () => {
  const text = JSON.stringify(openapiDocument());
  expect(JSON.parse(text)).toMatchObject({ openapi: "3.1.0", components: { schemas: { Error: { type: "object" } } } });
  expect(text).toContain('"enum":["completed","raised"');
  expect(text).not.toContain('"schema":{}');
});
