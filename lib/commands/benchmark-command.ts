import type { Command } from "commander";
import { listBenchmarks } from "@/lib/benchmarks/data";
import { formats } from "@/lib/formats/registry";
import { addBenchmarkImport } from "./benchmark-import";
import { addBenchmarkVerify } from "./benchmark-verify";
import { withDatabase } from "./with-database";

/** `benchmark`: problems from files into the database, checked against themselves. */
export function addBenchmarkCommand(program: Command): void {
  const benchmark = program.command("benchmark").description("Import benchmarks, check them against themselves, list them");
  const known = formats.filter(({ kind }) => kind === "benchmark").map(({ id }) => id);
  addBenchmarkImport(benchmark, known);
  addBenchmarkVerify(benchmark);
  benchmark
    .command("list")
    .description("List the benchmarks that are here, newest first")
    .option("--json", "print JSON", false)
    .action(({ json }: { readonly json: boolean }) => withDatabase(() => printList(json)));
}

async function printList(json: boolean): Promise<void> {
  const benchmarks = await listBenchmarks();
  if (json) {
    process.stdout.write(`${JSON.stringify(benchmarks, null, 2)}\n`);
    return;
  }
  for (const { id, title, kinds } of benchmarks) {
    const counts = kinds.map(({ kind, problems }) => `${problems} ${kind}`).join(", ");
    process.stdout.write(`${id}  ${title}: ${counts}\n`);
  }
}
