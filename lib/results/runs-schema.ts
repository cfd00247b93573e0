import { z } from "zod";
import { taskKindSchema } from "@/lib/benchmarks/schema";
import { entrySchema } from "@/lib/recordings/schema";

/** How programs of a problem can be started, to record what two of them do. */
export const runsSchema = z.object({
  /** The benchmark that the tests are of; null where the problem is not here and one has to say how to start it. */
  benchmark: z.string().nullable(),
  kind: taskKindSchema.nullable(),
  /** Code before every program. */
  preamble: z.string(),
  /** Code that an answer continues which is no whole program. */
  prefix: z.string().nullable(),
  entryPoint: z.string().nullable(),
  /** The program that predictions are about. */
  subject: z.string().nullable(),
  tests: z.array(z.object({ index: z.int(), title: z.string(), entry: entrySchema })),
});
export type Runs = z.infer<typeof runsSchema>;
