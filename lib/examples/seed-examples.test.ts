import { expect, test } from "vitest";
import { readExamples } from "@/prisma/seed-examples";
import { recordPrograms } from "@/testing/record-programs";
import { exampleSchema } from "./schema";

test("every example ends as its description says", async () => {
  const examples = await readExamples();
  for (const example of examples) expect(exampleSchema.parse(example)).toEqual(example);
  const recordings = await recordPrograms(examples);
  const ends = examples.map(({ slug }, index) => [slug, recordings[index]?.end.status]);
  expect(ends).toEqual([
    ["insertion-sort", "completed"],
    ["change-making", "completed"],
    ["handled-exception", "completed"],
    ["raised-exception", "raised"],
    ["generator-pipeline", "completed"],
    ["account-classes", "completed"],
    ["run-length", "completed"],
    ["word-count", "completed"],
    ["binary-search-test", "raised"],
    ["game-of-life", "completed"],
    ["collatz-limit", "step-limit"],
  ]);
}, 180_000);
