import { z } from "zod";
import { entrySchema } from "@/lib/recordings/schema";

export const exampleSchema = z.object({
  slug: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  description: z.string().describe("One sentence: what there is to see."),
  source: z.string(),
  entry: entrySchema,
});
/** A program that comes with the product, to try things on. */
export type Example = z.infer<typeof exampleSchema>;

export const exampleListSchema = z.object({ examples: z.array(exampleSchema) });
