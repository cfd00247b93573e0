import { z } from "zod";
import { programVerdictSchema } from "@/lib/judge/schema";
import { problemSchema, suiteSchema, taskKindSchema } from "./schema";

export const benchmarkSourceSchema = z.object({
  fileName: z.string(),
  sha256: z.string().nullable(),
  importerVersion: z.string().nullable(),
});
export type BenchmarkSource = z.infer<typeof benchmarkSourceSchema>;

const tallySchema = z.object({ programs: z.int(), asExpected: z.int() });

export const verificationSchema = z.object({
  id: z.string(),
  status: z.enum(["waiting", "running", "completed", "stopped"]),
  /** Why it stopped, in a sentence. */
  reason: z.string().nullable(),
  /** Whether a worker does it, or the command that was started with it. */
  runBy: z.enum(["worker", "command"]),
  /** Programs that are to be judged in all. */
  programs: z.int(),
  /** Solutions have to pass. */
  references: tallySchema,
  /** Buggy programs have to fail. */
  buggy: tallySchema,
  /** Programs that were judged otherwise than they had to be. */
  exceptions: z.int(),
  /** Solutions that fail a test which may be shown, and which does not score. */
  misleadingExamples: z.int(),
  /** Buggy programs that pass every test which may be shown: there is no failure to tell a model. */
  unseenBugs: z.int(),
  harnessVersion: z.string(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
/** How far a benchmark has been checked against itself. */
export type Verification = z.infer<typeof verificationSchema>;

export const checkSchema = z.object({
  role: z.enum(["reference", "buggy"]),
  verdict: z.enum([...programVerdictSchema.options, "infrastructure"]),
  visiblePassed: z.boolean().nullable(),
  isExpected: z.boolean(),
  reason: z.string().nullable(),
  elapsedMs: z.number(),
});
/** What the judge said of one program of a benchmark. */
export type Check = z.infer<typeof checkSchema>;

export const remarkSchema = checkSchema.extend({
  problemId: z.string(),
  taskId: z.string(),
  kind: taskKindSchema,
});
export type Remark = z.infer<typeof remarkSchema>;

export const verificationStateSchema = z.object({
  verification: verificationSchema.nullable(),
  /** Programs about which something is to be known, exceptions first; the first 1,000 of each sort. */
  remarks: z.array(remarkSchema),
});
export type VerificationState = z.infer<typeof verificationStateSchema>;

export const benchmarkSchema = z.object({
  id: z.string(),
  slug: z.string(),
  /** SHA-256 of the problems. */
  version: z.string(),
  title: z.string(),
  format: z.string(),
  source: benchmarkSourceSchema,
  createdAt: z.iso.datetime(),
  kinds: z.array(
    z.object({
      kind: taskKindSchema,
      problems: z.int(),
      /** Problems with a test that may be shown. */
      withVisibleTests: z.int(),
    }),
  ),
  difficulties: z.array(z.object({ kind: taskKindSchema, difficulty: z.string().nullable(), problems: z.int() })),
  /** The newest check against itself; null where there was none. */
  verification: verificationSchema.nullable(),
});
/** A benchmark as it is listed. */
export type Benchmark = z.infer<typeof benchmarkSchema>;

export const problemRowSchema = z.object({
  id: z.string(),
  position: z.int(),
  taskId: z.string(),
  kind: taskKindSchema,
  title: z.string().nullable(),
  difficulty: z.string().nullable(),
  tags: z.array(z.string()),
  visibleTests: z.int(),
  hiddenTests: z.int(),
  /** By the newest check of the benchmark. */
  check: z.enum(["as-expected", "exception", "unchecked"]),
});
/** A problem as it is listed: counts of tests, not the tests. */
export type ProblemRow = z.infer<typeof problemRowSchema>;

export const problemPageSchema = z.object({ total: z.int(), problems: z.array(problemRowSchema) });
export type ProblemPage = z.infer<typeof problemPageSchema>;

export const problemQuerySchema = z.object({
  from: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(1).max(1000).default(100),
  /** A part of the task's name or title. */
  search: z.string().max(200).default(""),
  kind: taskKindSchema.nullable().default(null),
  difficulty: z.string().max(100).nullable().default(null),
  check: problemRowSchema.shape.check.nullable().default(null),
});
export type ProblemQuery = z.output<typeof problemQuerySchema>;

const shownTestSchema = z.object({
  id: z.string(),
  suite: suiteSchema,
  visible: z.boolean(),
  /** The call, standard input, or the test's code. */
  input: z.string(),
  /** What is expected; null where the test is code, or the reference decides. */
  expected: z.string().nullable(),
});

export const problemDetailSchema = z.object({
  id: z.string(),
  position: z.int(),
  problem: problemSchema.omit({ tests: true }),
  /** Tests that may be put into a prompt. */
  visibleTests: z.object({ total: z.int(), shown: z.array(shownTestSchema) }),
  /** Tests that never reach a prompt. */
  hiddenTests: z.object({ total: z.int(), shown: z.array(shownTestSchema) }),
  checks: z.array(checkSchema),
});
/** A problem as its reader sees it: of many tests the first, of long ones the beginning. */
export type ProblemDetail = z.infer<typeof problemDetailSchema>;
export type ShownTest = z.infer<typeof shownTestSchema>;

export const benchmarkListSchema = z.object({ benchmarks: z.array(benchmarkSchema) });
