/** The command line: `npm run --silent polytrace -- COMMAND`. Its commands are in lib/commands, one file each. */
import { CommanderError, program } from "commander";
import { addAdaptersCommand } from "@/lib/commands/adapters-command";
import { exitCodeOf, sentenceOf } from "@/lib/commands/command-outcome";
import { addImportCommand } from "@/lib/commands/import-command";
import { addReportCommand } from "@/lib/commands/report-command";
import { addRunCommand } from "@/lib/commands/run-command";
import { addTraceCommand } from "@/lib/commands/trace-command";

// Whoever reads the output may stop reading, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

program.name("polytrace").description("Record executions of Python programs and read them in every published trace format.");
program.showHelpAfterError("(--help says more)").exitOverride();
addTraceCommand(program);
addAdaptersCommand(program);
addImportCommand(program);
addReportCommand(program);
addRunCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  // Commander has printed its own sentence already.
  if (!(error instanceof CommanderError)) process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = exitCodeOf(error);
}
