import { z } from "zod";
import { problemSchema, taskKindSchema } from "@/lib/benchmarks/schema";
import { programVerdictSchema } from "@/lib/judge/schema";

/** What scoring said of a program; `infrastructure` is no answer about the program and is counted apart. */
export const verdictSchema = z.enum([...programVerdictSchema.options, "infrastructure"]);
export type Verdict = z.infer<typeof verdictSchema>;

const scalarSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** One combination of factors, as far as the file and its name tell; null is "the source does not say". */
export const importedArmSchema = z.object({
  /** Unique within one file. */
  key: z.string().min(1),
  /** For people; the factors joined. */
  label: z.string().min(1),
  benchmark: z.string().nullable(),
  taskKind: taskKindSchema.nullable(),
  model: z.string().nullable(),
  /** `code`, `feedback`, `trace:<adapter>`, … */
  condition: z.string().nullable(),
  strategy: z.enum(["single", "parallel", "sequential"]).nullable(),
  /** Samples drawn per problem (and per round). */
  n: z.int().positive().nullable(),
  rounds: z.int().positive().nullable(),
  temperature: z.number().nullable(),
  /** How the counted sample was chosen, in the source's word. */
  selection: z.string().nullable(),
  /** The selection looked at the tests that score. */
  oracle: z.boolean(),
  /** Which tests decided. */
  tests: z.string().nullable(),
  chainOfThought: z.boolean().nullable(),
  /** Run arguments that are not factors, as the source has them. */
  arguments: z.record(z.string(), scalarSchema),
});
export type ImportedArm = z.infer<typeof importedArmSchema>;

const position = {
  armKey: z.string().min(1),
  taskId: z.string().min(1),
  /** 1-based line of the source where the row starts; null where it has no lines (a file per sample). */
  line: z.int().positive().nullable(),
};

export const importedSampleSchema = z.object({
  ...position,
  /** 0-based number of the sample within arm, problem and round, in the source's order. */
  chain: z.int().min(0),
  /** 0-based round. */
  round: z.int().min(0),
  /** The answer as given; null where the source kept only what was extracted from it. */
  raw: z.string().nullable(),
  /** The extracted answer, to be read as `form` says; null where the source keeps none. */
  text: z.string().nullable(),
  /** `program`: stands alone; `completion`: continues the problem's prefix; `answer`: an output, or a call that gives it. */
  form: z.enum(["program", "completion", "answer"]),
  /** Null where the source did not score this sample. */
  verdict: verdictSchema.nullable(),
  /** Outcome by suite, where the source has several. */
  suites: z.record(z.string(), verdictSchema),
  /** The scorer's own words or codes. */
  detail: z.string().nullable(),
  /** Other numbers that the scorer gave. */
  scores: z.record(z.string(), z.number()),
  promptTokens: z.int().nullable(),
  answerTokens: z.int().nullable(),
});
export type ImportedSample = z.infer<typeof importedSampleSchema>;

/** A verdict on a group of samples of which one was chosen: the source does not say which. */
export const importedOutcomeSchema = z.object({
  ...position,
  round: z.int().min(0),
  candidates: z.int().positive(),
  emptyCandidates: z.int().min(0),
  rule: z.string(),
  oracle: z.boolean(),
  verdict: verdictSchema,
});
export type ImportedOutcome = z.infer<typeof importedOutcomeSchema>;

/** Counts of samples that are not themselves in the file. */
export const importedTallySchema = z.object({ ...position, samples: z.int().positive(), passed: z.int().min(0) });
export type ImportedTally = z.infer<typeof importedTallySchema>;

/** A prompt as it was sent, where the source kept it. */
export const importedPromptSchema = z.object({
  ...position,
  entryPoint: z.string().nullable(),
  text: z.string(),
  /** Whether the information that the arm is named for is in the prompt; null where the arm carries none. */
  delivered: z.boolean().nullable(),
});
export type ImportedPrompt = z.infer<typeof importedPromptSchema>;

export const noticeSchema = z.object({
  severity: z.enum(["information", "warning", "error"]),
  /** Stable word for tests and filters, such as `tail-disagrees`. */
  code: z.string().min(1),
  message: z.string().min(1),
  line: z.int().positive().nullable(),
  taskId: z.string().nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** What an import yields; an arm comes before the first row that names it. */
export const importedRowSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("problem"), problem: problemSchema }),
  z.object({ type: z.literal("arm"), arm: importedArmSchema }),
  z.object({ type: z.literal("sample"), sample: importedSampleSchema }),
  z.object({ type: z.literal("outcome"), outcome: importedOutcomeSchema }),
  z.object({ type: z.literal("tally"), tally: importedTallySchema }),
  z.object({ type: z.literal("prompt"), prompt: importedPromptSchema }),
]);
export type ImportedRow = z.infer<typeof importedRowSchema>;

export const rejectionSchema = z.object({ line: z.int().positive().nullable(), reason: z.string().min(1) });
export type Rejection = z.infer<typeof rejectionSchema>;

/** What became of one file. `rowsRead` counts the source's rows; `kept` and `rejected` add up to it. */
export const fileReportSchema = z.object({
  path: z.string(),
  bytes: z.int().min(0),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  status: z.enum(["imported", "refused", "cut-short"]),
  /** Why it was refused or cut short. */
  reason: z.string().nullable(),
  format: z.string().nullable(),
  formatTitle: z.string().nullable(),
  importerVersion: z.string().nullable(),
  rowsRead: z.int().min(0),
  rowsKept: z.int().min(0),
  rowsRejected: z.int().min(0),
  /** The first rejections; `rowsRejected` counts all. */
  rejections: z.array(rejectionSchema),
  notices: z.array(noticeSchema),
  /** Canonical rows by type. */
  yielded: z.record(z.string(), z.int()),
  tasks: z.int().min(0),
});
export type FileReport = z.infer<typeof fileReportSchema>;
