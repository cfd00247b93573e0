import { z } from "zod";
import { fileReportSchema } from "@/lib/imports/schema";

const importedBenchmarkSchema = z.object({
  id: z.string(),
  slug: z.string(),
  version: z.string(),
  isNew: z.boolean(),
  problems: z.int(),
});
export type ImportedBenchmark = z.infer<typeof importedBenchmarkSchema>;

/** What an import as a whole gave; `polytrace import --json` prints it. */
export const importReportSchema = z.object({
  /** Where the results are; null when no file held any. */
  experimentId: z.string().nullable(),
  name: z.string().nullable(),
  /** False when the same files had been imported before. */
  isNew: z.boolean(),
  arms: z.int(),
  problems: z.int(),
  samples: z.int(),
  benchmarks: z.array(importedBenchmarkSchema),
  files: z.array(fileReportSchema),
});
export type ImportReport = z.infer<typeof importReportSchema>;
