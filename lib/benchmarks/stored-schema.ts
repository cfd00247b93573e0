import { z } from "zod";
import { taskKindSchema } from "./schema";

export const storedBenchmarkSchema = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  version: z.string(),
  /** False when the same problems were here before. */
  isNew: z.boolean(),
  problems: z.int(),
  kinds: z.array(taskKindSchema),
  /** The file that it was read from. */
  path: z.string(),
  /** Task ids that the file has more than once; the first problem of each counts. */
  duplicates: z.array(z.string()),
});
/** A benchmark that an import found. */
export type StoredBenchmark = z.infer<typeof storedBenchmarkSchema>;
