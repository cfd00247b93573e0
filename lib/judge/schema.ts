import { z } from "zod";
import type { Problem } from "@/lib/benchmarks/schema";
import { jailTierSchema } from "@/lib/recordings/schema";

/** What scoring says of a program. Trouble of the service itself is not a verdict: it is thrown as an InfrastructureError. */
export const programVerdictSchema = z.enum(["passed", "failed", "timeout", "memory", "crashed", "no_code", "tampered"]);
export type ProgramVerdict = z.infer<typeof programVerdictSchema>;

export const testOutcomeSchema = z.object({
  /** Position in the problem's list of tests. */
  index: z.int().min(0),
  visible: z.boolean(),
  passed: z.boolean(),
  outcome: z.enum(["passed", "wrong", "raised", "timeout", "memory", "crashed", "tampered", "not-run"]),
  /** The call as an expression, standard input, or the test's code. */
  input: z.string(),
  /** Python source of the expected value, or expected output; null where the test is code. */
  expected: z.string().nullable(),
  /** Python `repr` of what was answered, or the output written; null when nothing was. */
  actual: z.string().nullable(),
  /** The exception as `Type: message`, or another reason; null when there is none. */
  message: z.string().nullable(),
});
export type TestOutcome = z.infer<typeof testOutcomeSchema>;

export const verdictSchema = z.object({
  verdict: programVerdictSchema,
  tests: z.array(testOutcomeSchema),
  elapsedMs: z.number(),
  harnessVersion: z.string(),
  tier: jailTierSchema,
});
export type Verdict = z.infer<typeof verdictSchema>;

export type JudgeRequest = {
  readonly problem: Problem;
  /**
   * The whole program for synthesis and repair. For predictions the answer: an expression (output prediction), or what stands
   * between the parentheses of a call (input prediction). Null: the answer held no code.
   */
  readonly program: string | null;
  /** Which tests run; only outcomes of these are in the verdict. */
  readonly tests: "visible" | "hidden" | "all";
  readonly signal?: AbortSignal;
};

export type JudgeProgram = (request: JudgeRequest) => Promise<Verdict>;
