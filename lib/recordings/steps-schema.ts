import { z } from "zod";

const changeSchema = z.object({
  name: z.string(),
  kind: z.enum(["bound", "rebound", "mutated", "unbound"]),
  value: z.unknown().describe("The new value, an object with its `kind`; null when unbound."),
});

/** A step as JSON; values are described in docs/api.md. */
const stepSchema = z.object({
  seq: z.int(),
  thread: z.int(),
  frame: z.int(),
  event: z.enum(["call", "line", "return", "yield", "resume", "exception", "unwind"]),
  line: z.int(),
  endLine: z.int(),
  changes: z.array(changeSchema),
  settledAt: z.int(),
  value: z.unknown(),
  exception: z.object({ type: z.string(), message: z.string(), value: z.unknown(), handled: z.boolean() }).nullable(),
  output: z.string(),
});

const frameSchema = z.object({
  frame: z.int(),
  parentFrame: z.int().nullable(),
  depth: z.int(),
  function: z.string(),
  firstLine: z.int(),
  lastLine: z.int(),
  kind: z.enum(["module", "function", "class", "generator", "coroutine", "async-generator", "comprehension", "lambda"]),
  variables: z.array(z.string()),
  argumentCount: z.int(),
});

export const stepsPageSchema = z.object({
  from: z.int(),
  to: z.int().describe("The step after the last one of this page."),
  total: z.int(),
  next: z.int().nullable().describe("Where the next page starts; null after the last step."),
  frames: z.array(frameSchema).describe("The activations that these steps belong to."),
  steps: z.array(stepSchema),
});
