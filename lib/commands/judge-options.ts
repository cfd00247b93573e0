import { z } from "zod";
import { taskKindSchema } from "@/lib/benchmarks/schema";
import { stopChoices } from "@/lib/judge/cut-completion";
import { usageFailure } from "./command-failure";
import { testChoices } from "./judge-benchmark";

const ksSchema = z
  .string()
  .regex(/^\s*\d+(\s*,\s*\d+)*\s*$/, "takes numbers such as 1,10,100")
  .transform((text) => [...new Set(text.split(",").map(Number))].sort((a, b) => a - b))
  .refine((ks) => ks.every((k) => k >= 1), "k is at least 1");

export const judgeOptionsSchema = z.object({
  benchmark: z.string(),
  samples: z.string(),
  k: ksSchema,
  out: z.string().optional(),
  workers: z.coerce.number().int().min(1).max(256).optional(),
  tests: z.enum(testChoices),
  kind: taskKindSchema.optional(),
  timeout: z.coerce.number().positive().max(3_600).optional(),
  preamble: z.string().default(""),
  stop: z.enum(stopChoices).default("none"),
  as: z.string().optional(),
  benchmarkAs: z.string().optional(),
});
export type JudgeOptions = z.infer<typeof judgeOptionsSchema>;

/** Checks what commander read from the command line. */
export function parseJudgeOptions(given: unknown): JudgeOptions {
  const parsed = judgeOptionsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw usageFailure(parsed.error.issues.map((issue) => `--${issue.path.join(".")}: ${issue.message}`).join("; "));
}
