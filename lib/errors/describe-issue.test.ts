import { expect, test } from "vitest";
import { z } from "zod";
import { describeIssue } from "./describe-issue";

const sequential = z.object({ kind: z.literal("sequential") });
const schema = z.strictObject({
  format: z.literal(1),
  name: z.string().min(1).max(3),
  models: z.array(z.string()).min(1).max(2),
  n: z.int().min(1).max(1000),
  topP: z.number().gt(0).max(1),
  choice: z.boolean(),
  rule: z.enum(["first", "oracle"]),
  strategy: z.discriminatedUnion("kind", [z.object({ kind: z.literal("single") }), sequential]),
  slug: z.string().regex(/^[a-z]+$/, "use small letters"),
});
const right = {
  format: 1,
  name: "a",
  models: ["m"],
  n: 1,
  topP: 1,
  choice: true,
  rule: "first",
  strategy: { kind: "single" },
  slug: "a",
};

test.each([
  ["format: should be 1", { format: 2 }],
  ["name: is missing", { name: undefined }],
  ["name: is empty", { name: "" }],
  ["name: should have at most 3 characters", { name: "abcd" }],
  ["models: is empty", { models: [] }],
  ["models: should have at most 2 entries", { models: ["a", "b", "c"] }],
  ["models: should be a list, not text", { models: "a" }],
  ["models.0: should be text, not null", { models: [null] }],
  ["n: should be a whole number", { n: 2.5 }],
  ["n: should be at least 1", { n: 0 }],
  ["n: should be at most 1,000", { n: 1001 }],
  ["topP: should be above 0", { topP: 0 }],
  ["topP: should be a number, not text", { topP: "1" }],
  ["choice: should be true or false, not text", { choice: "yes" }],
  ['rule: should be "first" or "oracle"', { rule: "best" }],
  ['strategy.kind: should be "single" or "sequential"', { strategy: { kind: "parallel" } }],
  ["slug: use small letters", { slug: "A" }],
  [': there is no field called "code"', { code: 1 }],
])("says %j", (sentence, wrong) => {
  const parsed = schema.safeParse({ ...right, ...wrong }, { error: describeIssue });
  expect(parsed.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([sentence]);
});
