import { describe, expect, test } from "vitest";
import { modelSchema } from "@/lib/models/schema";
import { emptyDraft, fromDraft, idFromTitle, toDraft } from "./model-draft";

const chat = {
  ...emptyDraft,
  title: "Qwen 7B",
  id: "qwen-7b",
  modelName: "Qwen/Qwen2.5-Coder-7B",
  baseUrl: " http://127.0.0.1:8000/v1 ",
};

describe("a model's form", () => {
  test("gives a model, with what is left empty as not known", () => {
    const { model, faults } = fromDraft(chat);
    expect(faults).toEqual({});
    expect(model).toMatchObject({ baseUrl: "http://127.0.0.1:8000/v1", keyVariable: null, price: null, fineTuned: null });
  });
  test("gives back every model as it was", () => {
    const models = [
      { ...chat, baseUrl: "http://127.0.0.1:8000/v1", provider: "openai-completion", keyVariable: "LOCAL_KEY", logprobs: true },
      { provider: "anthropic", id: "a", title: "A", modelName: "a", price: { inputPerMillionUsd: 3, outputPerMillionUsd: 15 } },
      { provider: "google", id: "g", title: "G", modelName: "g", limits: { concurrency: 2, timeoutMs: 60_000 } },
      { provider: "replay", id: "r", title: "R", source: "arm-1", fineTuned: { from: "base", with: "NExT traces" } },
      { provider: "mutant", id: "m", title: "M", seed: 7, mistakeShare: 0.25, mendShare: 1 },
      { provider: "reference", id: "s", title: "S", notes: "as it is" },
    ].map((model) => modelSchema.parse(model));
    for (const model of models) expect(fromDraft(toDraft(model)).model).toEqual(model);
  });
  test.each([
    ["title", { title: " " }],
    ["baseUrl", { baseUrl: "" }],
    ["baseUrl", { baseUrl: "127.0.0.1:8000" }],
    ["baseUrl", { baseUrl: "https://user:secret@example.org/v1" }],
    ["keyVariable", { keyVariable: "sk-123456" }],
    ["id", { id: "Not An Id" }],
    ["modelName", { modelName: "" }],
    ["outputPerMillionUsd", { inputPerMillionUsd: 1 }],
    ["fineTunedWith", { fineTunedFrom: "base" }],
    ["source", { provider: "replay" as const }],
  ])("says what is wrong with %s", (field, change) => {
    const { model, faults } = fromDraft({ ...chat, ...change });
    expect(model).toBeNull();
    expect(Object.keys(faults)).toEqual([field]);
  });
  test("needs no address where the provider has one of its own", () => {
    expect(fromDraft({ ...chat, provider: "anthropic", baseUrl: "" }).model).toMatchObject({ baseUrl: null });
  });
});

test.each([
  ["GPT-4o mini", "gpt-4o-mini"],
  ["  Qwen2.5 (Coder) ", "qwen2.5-coder"],
  ["é", ""],
])("an id is made of the title %j", (title, id) => {
  expect(idFromTitle(title)).toBe(id);
});
