import { z } from "zod";
import { importedArmSchema } from "@/lib/imports/schema";

/** What tells one arm from another; null is "does not apply" or, for imports, "the source does not say". */
export const armFactorsSchema = importedArmSchema.omit({ key: true }).extend({
  benchmarkVersion: z.string().nullable(),
  strategyId: z.string().nullable(),
  decoding: z.string().nullable(),
  topP: z.number().nullable(),
  maxTokens: z.int().nullable(),
  history: z.enum(["all", "last"]).nullable(),
  /** Whether the first prompt of the arm already carried its condition. */
  firstRound: z.enum(["shared", "treated"]).nullable(),
  /** Key of the arm that has the same but what this arm's condition adds. */
  controlKey: z.string().nullable(),
});
export type ArmFactors = z.infer<typeof armFactorsSchema>;

export type Arm = { readonly key: string; readonly factors: ArmFactors; readonly problems: number };
