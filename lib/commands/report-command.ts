import type { Command } from "commander";
import { usageFailure } from "@/lib/commands/command-failure";
import { withDatabase } from "@/lib/commands/with-database";
import { loadReport } from "@/lib/results/load-report";
import { printReport } from "@/lib/results/print-report";
import { reportSettingSchema } from "@/lib/results/setting-schema";

type Options = {
  readonly json?: true;
  readonly baseline?: string;
  readonly metric?: string;
  readonly correction?: string;
  readonly level?: string;
  readonly contrasts?: string;
  readonly clusters?: string;
};

/** `report`: prints an experiment's results exactly as its page has them. */
export function addReportCommand(program: Command): void {
  program
    .command("report")
    .description("Print an experiment's arms, estimates with estimands and intervals, contrasts, delivery and warnings")
    .argument("<id>", "the experiment")
    .option("--baseline <condition>", "set every arm against this condition instead of its own control")
    .option("--metric <metric>", "compare this quantity where arms have it, such as pass@1")
    .option("--correction <method>", "holm or benjamini-hochberg")
    .option("--level <level>", "level of the intervals, such as 0.95")
    .option("--contrasts <pairs>", "further contrasts, ARM~BASELINE with ids of arms, separated by commas")
    .option("--clusters <rule>", "problems drawn together: before-slash or before-last-part of their ids")
    .option("--json", "print everything as JSON")
    .action(async (id: string, { json, ...options }: Options) => {
      const setting = reportSettingSchema.safeParse(options);
      if (!setting.success)
        throw usageFailure(setting.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "));
      const report = await withDatabase(() => loadReport(id, setting.data));
      if (report === null) throw usageFailure(`There is no experiment ${id}.`);
      process.stdout.write(json === true ? `${JSON.stringify(report, null, 2)}\n` : printReport(report));
    });
}
