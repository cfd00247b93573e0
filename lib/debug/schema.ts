import { z } from "zod";
import { benchmarkSchema } from "@/lib/benchmarks/api-schema";
import { taskKindSchema, testSchema } from "@/lib/benchmarks/schema";
import { promptSchema } from "@/lib/engine/prompts/prompt";
import { conditionSchema } from "@/lib/experiments/condition";
import { verdictSchema } from "@/lib/judge/schema";
import { type ProviderName, slugSchema } from "@/lib/models/schema";
import { recordingSummarySchema } from "@/lib/recordings/api-schema";
import { deliverySchema } from "@/lib/samples/schema";

/** Largest body of a request for a round: up to fifty programs with what the visible tests said of them. */
export const MAXIMUM_ROUND_BODY_BYTES = 8 * 2 ** 20;

const program = z.string().max(200_000);

export const ownTestsSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("calls"),
    rows: z.array(z.object({ call: z.string().max(20_000), expected: z.string().max(20_000) })).max(200),
  }),
  z.object({ kind: z.literal("asserts"), code: z.string().max(200_000) }),
]);

/** A program of one's own with its tests, all of them visible. */
export const ownProblemSchema = z.object({
  /** What the program should do, in words; may stay empty when there is a program. */
  description: z.string().max(20_000),
  /** The program to repair; empty: one is to be written. */
  program,
  tests: ownTestsSchema,
});
export type OwnProblem = z.infer<typeof ownProblemSchema>;

export const chosenProblemSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("benchmark"), id: z.string().min(1).max(100) }),
  z.object({ kind: z.literal("own"), problem: ownProblemSchema }),
]);
export type ChosenProblem = z.infer<typeof chosenProblemSchema>;

/** What decides the rounds besides the problem: who is asked, what the prompt carries, how the chain goes on. */
export const debugSetupSchema = z.object({
  model: slugSchema,
  condition: conditionSchema,
  rounds: z.int().min(1).max(50),
  history: z.enum(["all", "last"]),
  firstRound: z.enum(["shared", "treated"]),
  temperature: z.number().min(0).max(2),
  maxTokens: z.int().min(1).max(1_000_000),
  /** Which chain of the arm this is, from 0; decides the seed. */
  chain: z.int().min(0).max(9_999),
});
export type DebugSetup = z.infer<typeof debugSetupSchema>;

export const roundRequestSchema = z.object({
  problem: chosenProblemSchema,
  setup: debugSetupSchema,
  /** 0 judges the program that was given, without asking anybody; answers count from 1. */
  round: z.int().min(0).max(50),
  /** The answers before this one, oldest first, with what the visible tests said of them. */
  earlier: z.array(z.object({ program: program.nullable(), visible: verdictSchema.nullable() })).max(50),
});
export type RoundRequest = z.input<typeof roundRequestSchema>;

export const failingRunSchema = z.object({
  recording: recordingSummarySchema,
  /** The visible test that failed, by its number among all tests. */
  test: z.int(),
  /** How the recorded run compares with the verdict: the same, or what differs. */
  comparison: z.string(),
  isSame: z.boolean(),
});
export type FailingRun = z.infer<typeof failingRunSchema>;

/** What is told while a round goes on: a line of JSON each. */
export const roundEventSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("prompt"),
    prompt: promptSchema,
    /** Counted with the model's tokenizer before anything is sent. */
    tokens: z.int(),
    delivery: deliverySchema,
    /** The trace as it stands in the prompt; null where there is none. */
    trace: z.string().nullable(),
  }),
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({
    type: z.literal("answer"),
    text: z.string(),
    reasoning: z.string().nullable(),
    finishReason: z.string(),
    promptTokens: z.int().nullable(),
    answerTokens: z.int(),
    costUsd: z.number().nullable(),
    latencyMs: z.number(),
  }),
  /** What of the answer is judged; in round 0 the given program. Null: it held none. */
  z.object({ type: z.literal("program"), program: z.string().nullable() }),
  z.object({ type: z.literal("visible"), verdict: verdictSchema.nullable(), passes: z.boolean().nullable() }),
  z.object({ type: z.literal("full"), verdict: verdictSchema }),
  z.object({ type: z.literal("recording"), run: failingRunSchema.nullable(), absence: z.string().nullable() }),
  /** `ends`: why an experiment's chain would end here; null when it would go on. */
  z.object({ type: z.literal("done"), ends: z.enum(["visible-passed", "nothing-visible", "rounds"]).nullable() }),
  z.object({ type: z.literal("failed"), code: z.string(), message: z.string(), advice: z.string() }),
]);
export type RoundEvent = z.infer<typeof roundEventSchema>;

/** A benchmark's problem as the page shows it; hidden tests are only counted. */
export const debugProblemSchema = z.object({
  id: z.string(),
  benchmark: benchmarkSchema.pick({ id: true, slug: true, title: true }),
  taskId: z.string(),
  kind: taskKindSchema,
  title: z.string().nullable(),
  prompt: z.string(),
  entryPoint: z.string().nullable(),
  callStyle: z.enum(["function", "method", "program"]),
  preamble: z.string(),
  starter: z.string().nullable(),
  question: z.string().nullable(),
  visibleTests: z.array(testSchema),
  hiddenTests: z.int(),
});
export type DebugProblem = z.infer<typeof debugProblemSchema>;

/** What the page is first drawn with. */
export type DebugStart = {
  readonly benchmarks: readonly Pick<z.infer<typeof benchmarkSchema>, "id" | "slug" | "title" | "version">[];
  readonly models: readonly DebugModel[];
  readonly problem: DebugProblem | null;
  /** Why the address could not be opened as it stands. */
  readonly notice: string | null;
};

export type DebugModel = { readonly id: string; readonly title: string; readonly provider: ProviderName; readonly notes: string };
