import { describe, expect, test } from "vitest";
import { decodingSchema } from "@/lib/experiments/schema";
import { modelSchema } from "@/lib/models/schema";
import { type DrawPlace, drawKey, requestSeed } from "./draw-key";

const endpoint = { provider: "openai-chat", id: "m", title: "M", modelName: "coder", baseUrl: "https://example.org/v1" } as const;
const decoding = decodingSchema.parse({ name: "t", temperature: 0.8, seed: 5 });
const place: DrawPlace = {
  model: modelSchema.parse(endpoint),
  decoding,
  promptId: "p",
  chain: 0,
  round: 1,
  replicate: 0,
  problemHash: "h",
};
const model = (given: object) => modelSchema.parse({ ...endpoint, ...given });

describe("an answer is another one", () => {
  const changes: Record<string, Partial<DrawPlace>> = {
    "of another model": { model: model({ modelName: "coder-2" }) },
    "of another address": { model: model({ baseUrl: "https://example.com/v1" }) },
    "with log-probabilities": { model: model({ logprobs: true }) },
    "at another temperature": { decoding: { ...decoding, temperature: 0.2 } },
    "with another top-p": { decoding: { ...decoding, topP: 0.5 } },
    "of another length": { decoding: { ...decoding, maxTokens: 9 } },
    "with another seed": { decoding: { ...decoding, seed: 6 } },
    "to another prompt": { promptId: "q" },
    "in another chain": { chain: 1 },
    "in another round": { round: 2 },
    "in another replicate": { replicate: 1 },
  };
  test.each(Object.entries(changes))("%s", (_name, change) => {
    expect(drawKey({ ...place, ...change })).not.toBe(drawKey(place));
  });
});

test("an answer is the same whatever the model and its decoding are called, cost or are limited to", () => {
  const renamed = model({ id: "other", title: "Other", limits: { concurrency: 3 } });
  expect(drawKey({ ...place, model: renamed, decoding: { ...decoding, name: "u" } })).toBe(drawKey(place));
});

test("the problem counts for stand-ins, which answer from it, and for models only as far as it is in the prompt", () => {
  const mutant = modelSchema.parse({ provider: "mutant", id: "mutant", title: "Mutant" });
  expect(drawKey({ ...place, model: mutant })).not.toBe(drawKey({ ...place, model: mutant, problemHash: "i" }));
  expect(drawKey(place)).toBe(drawKey({ ...place, problemHash: "i" }));
});

test("seeds differ by chain, round and replicate, and none is sent unless one is set", () => {
  const at = (chain: number, round: number, replicate: number) => requestSeed({ decoding, chain, round, replicate });
  expect(new Set([at(0, 1, 0), at(1, 1, 0), at(0, 2, 0), at(0, 1, 1)]).size).toBe(4);
  expect(at(0, 1, 0)).toBe(at(0, 1, 0));
  expect(requestSeed({ decoding: { ...decoding, seed: null }, chain: 0, round: 1, replicate: 0 })).toBeNull();
});
