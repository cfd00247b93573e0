import { z } from "zod";
import type { ReportSetting } from "@/lib/results/build-report";
import { correctionSchema } from "@/lib/results/schema";

/** How results are to be computed; the names are those of the page's address, the API's query and the command's options. */
export const reportSettingSchema = z.object({
  level: z.coerce.number().gt(0.5).lt(1).default(0.95),
  power: z.coerce.number().gt(0.05).lt(1).default(0.8),
  correction: correctionSchema.default("holm"),
  baseline: z.string().min(1).max(200).nullable().default(null),
  metric: z.string().min(1).max(60).nullable().default(null),
});

/** The setting that an address asks for; what cannot be used is left at its default. */
export function parseSetting(query: Readonly<Record<string, string | string[] | undefined>>): ReportSetting {
  const entries = Object.entries(query).filter(([name, value]) => typeof value === "string" && name in reportSettingSchema.shape);
  const parsed = reportSettingSchema.safeParse(Object.fromEntries(entries));
  return parsed.success ? parsed.data : reportSettingSchema.parse({});
}
