import { z } from "zod";
import { importRequestSchema } from "@/lib/imports/api-schema";
import { fileReportSchema } from "@/lib/imports/schema";
import { slugSchema } from "@/lib/models/schema";
import { storedBenchmarkSchema } from "./stored-schema";

/** What reading files as benchmarks gave. */
export const benchmarkImportSchema = z.object({
  benchmarks: z.array(storedBenchmarkSchema),
  files: z.array(fileReportSchema),
  /** Rows that are no problems, such as samples: they are left for the import of results. */
  otherRows: z.int(),
});
export type BenchmarkImport = z.infer<typeof benchmarkImportSchema>;

export const benchmarkImportRequestSchema = importRequestSchema.omit({ name: true }).extend({
  /** Name for specifications; taken from the file when left out. */
  slug: slugSchema.nullable().default(null),
  title: z.string().min(1).max(200).nullable().default(null),
  /** Whether a worker shall judge its solutions and buggy programs afterwards. */
  verify: z.boolean().default(true),
});
export type BenchmarkImportRequest = z.input<typeof benchmarkImportRequestSchema>;

/** What an import of benchmarks says while it runs: a line of JSON each. */
export const benchmarkImportEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("progress"), step: z.enum(["reading", "storing"]), path: z.string(), problems: z.int() }),
  z.object({ type: z.literal("done"), report: benchmarkImportSchema }),
  z.object({ type: z.literal("failed"), message: z.string() }),
]);
export type BenchmarkImportEvent = z.infer<typeof benchmarkImportEventSchema>;
