import { z } from "zod";
import { taskKindSchema } from "./schema";

export const benchmarkSourceSchema = z.object({
  fileName: z.string(),
  sha256: z.string().nullable(),
  importerVersion: z.string().nullable(),
});
export type BenchmarkSource = z.infer<typeof benchmarkSourceSchema>;

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
});
/** A problem as it is listed: counts of tests, not the tests. */
export type ProblemRow = z.infer<typeof problemRowSchema>;
