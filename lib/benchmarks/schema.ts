import { z } from "zod";

export const taskKindSchema = z.enum(["synthesis", "repair", "output-prediction", "input-prediction"]);
export type TaskKind = z.infer<typeof taskKindSchema>;

/**
 * Where a test comes from. `example`: shown with the problem, not scored; `base`: the benchmark's own tests; `plus`: added by
 * EvalPlus, scored apart; `challenge`: MBPP's harder tests, not part of its published score.
 */
export const suiteSchema = z.enum(["example", "base", "plus", "challenge"]);
export type Suite = z.infer<typeof suiteSchema>;

/** How far numbers may differ: |a − b| ≤ absolute + relative · |b|. Both 0: exactly equal. */
export const toleranceSchema = z.object({ absolute: z.number().min(0), relative: z.number().min(0) });
export type Tolerance = z.infer<typeof toleranceSchema>;

const testBase = {
  /** Unique within the problem, stable across imports of the same file. */
  id: z.string().min(1),
  suite: suiteSchema,
  /** Visible tests may be put into a prompt; hidden ones never. */
  visible: z.boolean(),
};

export const testSchema = z.discriminatedUnion("kind", [
  z.object({
    ...testBase,
    kind: z.literal("call"),
    /** Python source of the arguments, as written between the parentheses of a call of the entry point. */
    arguments: z.string(),
    /** Python source of the expected value; null: whatever the reference solution answers to the same arguments. */
    expected: z.string().nullable(),
    /** `list`: the answer is an iterator and is collected into a list before it is compared. */
    collect: z.enum(["none", "list"]),
    /** Overrides the problem's tolerance for this test. */
    tolerance: toleranceSchema.nullable(),
  }),
  z.object({ ...testBase, kind: z.literal("stdin"), input: z.string(), output: z.string() }),
  /** Python statements that use the entry point and raise when it is wrong. */
  z.object({ ...testBase, kind: z.literal("assert"), code: z.string().min(1) }),
]);
export type Test = z.infer<typeof testSchema>;

export const comparisonSchema = z.object({
  /**
   * `equal`: Python's `==` between exact builtin values (1 == 1.0, but a subclass equals nothing). The others are EvalPlus' special
   * cases: `set-equal` compares as sets; `not-none` compares whether something was answered; `equal-or-zero` and `any` accept as
   * named; `polynomial-root` wants |p(answer)| within the absolute tolerance, the coefficients being the first argument.
   */
  rule: z.enum(["equal", "set-equal", "not-none", "equal-or-zero", "any", "polynomial-root"]),
  tolerance: toleranceSchema,
  /**
   * Tolerance used instead of 0 where the expected value is a float, or a list or tuple of nothing but floats; null: none.
   */
  floatTolerance: toleranceSchema.nullable(),
  /** The benchmark stores values as JSON, so that a tuple answered for a list (or the reverse) is right. */
  tupleIsList: z.boolean(),
  /** How standard output is compared: LiveCodeBench strips every line and accepts equal decimal numbers. */
  stdout: z.enum(["exact", "stripped-lines"]),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const problemSchema = z.object({
  /** As the source writes it. A problem is named by `taskId` and `kind`: CRUXEval has two kinds per task. */
  taskId: z.string().min(1),
  kind: taskKindSchema,
  /** Id of the format that it was read from. */
  format: z.string(),
  title: z.string().nullable(),
  /** What is asked, in the source's words; for completion benchmarks the code to be continued. */
  prompt: z.string(),
  entryPoint: z.string().min(1).nullable(),
  /** `function`: called by name; `method`: of a class `Solution`; `program`: reads standard input. */
  callStyle: z.enum(["function", "method", "program"]),
  /** Code that a sample given as a completion continues; null where samples are whole programs. */
  completionPrefix: z.string().nullable(),
  /** Code that runs before any program of this problem: imports and given definitions. */
  preamble: z.string(),
  /** Code to start from: the signature (synthesis), the buggy program (repair), the program in question (prediction). */
  starter: z.string().nullable(),
  /** A complete right program, without the preamble. */
  reference: z.string().nullable(),
  /** Assertions on arguments, to be put at the start of the entry point when inputs are generated (EvalPlus). */
  contract: z.string().nullable(),
  tests: z.array(testSchema).min(1),
  /** Suites that make the verdict, in order; the last one is the strictest. */
  scoredSuites: z.array(suiteSchema).min(1),
  comparison: comparisonSchema,
  /** Limit per test as the benchmark's own harness sets it; null: none fixed. */
  timeLimitMs: z.int().positive().nullable(),
  difficulty: z.string().nullable(),
  tags: z.array(z.string()),
  /** Anything else worth showing, as the source has it (contest date, bug type, …). */
  metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Problem = z.infer<typeof problemSchema>;
