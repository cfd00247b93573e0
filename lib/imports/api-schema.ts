import { z } from "zod";
import { importReportSchema } from "@/lib/imports/report-schema";

/** Files are sent in pieces, so that none has to fit into memory or into a proxy's limit. */
export const PIECE_BYTES = 4 * 2 ** 20;

const batchSchema = z.string().regex(/^[0-9a-f-]{36}$/, "is not the id of an upload");
const pathSchema = z
  .string()
  .min(1)
  .max(1_000)
  .refine((path) => !path.split(/[\\/]/).includes(".."), "must not lead out of the upload");

export const pieceQuerySchema = z.object({
  batch: batchSchema,
  path: pathSchema,
  offset: z.coerce
    .number()
    .int()
    .min(0)
    .max(64 * 2 ** 30),
});

export const pieceOutcomeSchema = z.object({ bytes: z.number() });

export const importRequestSchema = z.object({
  batch: batchSchema,
  /** The files of the batch, in the order in which they are to be read. */
  files: z.array(pathSchema).min(1).max(20_000),
  as: z.string().max(60).nullable().default(null),
  name: z.string().min(1).max(200).nullable().default(null),
});
export type ImportRequestBody = z.input<typeof importRequestSchema>;

/** What an import says while it runs: a line of JSON each. */
export const importEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("progress"), path: z.string(), rows: z.number() }),
  z.object({ type: z.literal("done"), report: importReportSchema }),
  z.object({ type: z.literal("failed"), message: z.string() }),
]);
export type ImportEvent = z.infer<typeof importEventSchema>;
