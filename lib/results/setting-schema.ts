import { z } from "zod";
import { clusterRules } from "@/lib/results/group-problems";
import { correctionSchema } from "@/lib/results/schema";

/** How results are to be computed; the names are those of the page's address, the API's query and the command's options. */
export const reportSettingSchema = z.object({
  level: z.coerce.number().gt(0.5).lt(1).default(0.95),
  power: z.coerce.number().gt(0.05).lt(1).default(0.8),
  correction: correctionSchema.default("holm"),
  /** Condition that all arms are set against; null: each against its own control. */
  baseline: z.string().min(1).max(200).nullable().default(null),
  /** Quantity to compare where a section has it; null: the one that answers for the arms. */
  metric: z.string().min(1).max(60).nullable().default(null),
  /** Further contrasts of one's own, a family of their own: `ARM~BASELINE` with ids of arms, separated by commas. */
  contrasts: z.string().min(1).max(8_000).nullable().default(null),
  /** Which problems are taken as drawn together. */
  clusters: z.enum(clusterRules).default("none"),
});
export type ReportSetting = z.output<typeof reportSettingSchema>;

export const defaultSetting: ReportSetting = reportSettingSchema.parse({});

/** The setting that an address asks for; what cannot be used is left at its default. */
export function parseSetting(query: Readonly<Record<string, string | string[] | undefined>>): ReportSetting {
  const entries = Object.entries(query).filter(([name, value]) => typeof value === "string" && name in reportSettingSchema.shape);
  const usable = entries.filter(([name, value]) => reportSettingSchema.safeParse({ [name]: value }).success);
  return reportSettingSchema.parse(Object.fromEntries(usable));
}
