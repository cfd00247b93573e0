/** The command line: `npm run --silent polytrace -- COMMAND`. Its commands are in lib/commands, one file each. */
import { type Command, CommanderError, program } from "commander";
import { exitCodeOf, sentenceOf } from "@/lib/commands/command-outcome";

type AddCommand = (program: Command) => void;

/** Loaded when they are named: the database and the readers of result files would double the time that a trace takes to start. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  trace: async () => (await import("@/lib/commands/trace-command")).addTraceCommand,
  adapters: async () => (await import("@/lib/commands/adapters-command")).addAdaptersCommand,
  judge: async () => (await import("@/lib/commands/judge-command")).addJudgeCommand,
  benchmark: async () => (await import("@/lib/commands/benchmark-command")).addBenchmarkCommand,
  import: async () => (await import("@/lib/commands/import-command")).addImportCommand,
  report: async () => (await import("@/lib/commands/report-command")).addReportCommand,
  run: async () => (await import("@/lib/commands/run-command")).addRunCommand,
};

// Whoever reads the output may stop reading, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

program.name("polytrace").description("Record executions of Python programs and read them in every published trace format.");
program.showHelpAfterError("(--help says more)").exitOverride();
const named = process.argv[2] ?? "";
// Help lists them all, and a wrong name is compared with all.
const wanted = Object.hasOwn(commands, named) ? [commands[named]] : Object.values(commands);
for (const load of wanted) (await load?.())?.(program);

try {
  await program.parseAsync();
} catch (error) {
  // Commander has printed its own sentence already.
  if (!(error instanceof CommanderError)) process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = exitCodeOf(error);
}
