import type { Command } from "commander";
import type { AdapterOption } from "@/lib/adapters/adapter";
import { describeAdapter } from "@/lib/adapters/describe-adapter";
import { listAdapters } from "@/lib/adapters/registry";

function allowed(option: AdapterOption): string {
  if (option.type === "integer") return `${option.minimum} to ${option.maximum}`;
  return option.type === "boolean" ? "true or false" : option.choices.join(", ");
}

function adaptersText(): string {
  return listAdapters()
    .map(({ id, title, options }) => {
      const lines = options.map((option) => `    ${option.name}=${option.default}  ${option.description} (${allowed(option)})`);
      return [`${id}  ${title}`, ...lines].join("\n");
    })
    .join("\n");
}

/** `adapters`: lists the formats in which a recording can be read. */
export function addAdaptersCommand(program: Command): void {
  program
    .command("adapters")
    .description("List the trace formats, with the options of each")
    .option("--json", "print everything about them as JSON")
    .action((options: { json?: true }) => {
      const text = options.json === true ? JSON.stringify(listAdapters().map(describeAdapter), null, 2) : adaptersText();
      process.stdout.write(`${text}\n`);
    });
}
