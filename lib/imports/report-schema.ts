import { z } from "zod";
import { storedBenchmarkSchema } from "@/lib/benchmarks/stored-schema";
import { fileReportSchema } from "@/lib/imports/schema";

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
  benchmarks: z.array(storedBenchmarkSchema),
  files: z.array(fileReportSchema),
});
export type ImportReport = z.infer<typeof importReportSchema>;
