import { z } from "zod";
import { reportSettingSchema } from "@/lib/results/setting-schema";

/** Arms of any experiments put together: all are set against the baseline. */
export const compareQuerySchema = reportSettingSchema.omit({ baseline: true }).extend({
  /** Ids of arms, separated by commas. */
  arms: z
    .string()
    .default("")
    .transform((text) => [...new Set(text.split(",").filter((id) => id !== ""))].slice(0, 200)),
  /** Id of the arm that the others are set against; the first when left out. */
  against: z.string().max(200).nullable().default(null),
});
export type CompareQuery = z.output<typeof compareQuerySchema>;

/** What can be chosen from: arms with the experiment that they are of. */
export const armChoiceSchema = z.object({
  id: z.string(),
  experimentId: z.string(),
  experiment: z.string(),
  origin: z.enum(["run", "import"]),
  label: z.string(),
  model: z.string().nullable(),
  condition: z.string().nullable(),
  benchmark: z.string().nullable(),
  problems: z.number(),
});
export type ArmChoice = z.infer<typeof armChoiceSchema>;
export const armChoicesSchema = z.object({ arms: z.array(armChoiceSchema) });
