import type { Command } from "commander";
import { findBenchmark, findBenchmarkById, saveBenchmark } from "@/lib/benchmarks/data";
import { polytraceMini } from "@/lib/benchmarks/polytrace-mini/problems";
import { usageFailure } from "./command-failure";
import { printVerification, verifyInCommand } from "./verify-in-command";
import { withDatabase } from "./with-database";

/** `benchmark verify BENCHMARK`. */
export function addBenchmarkVerify(benchmark: Command): void {
  benchmark
    .command("verify")
    .description("Judge a benchmark's solutions, which have to pass, and its buggy programs, which have to fail")
    .argument("<benchmark>", "its id, or its slug for the newest version")
    .option("--json", "print JSON", false)
    .action((name: string, { json }: { readonly json: boolean }) =>
      withDatabase(async () => {
        await saveBenchmark(polytraceMini);
        const found = (await findBenchmarkById(name)) ?? (await findBenchmark(name, null));
        if (found === null)
          throw usageFailure(`There is no benchmark ${name}. "polytrace benchmark list" lists those that are here.`);
        const verified = await verifyInCommand(found.id);
        process.stdout.write(json ? `${JSON.stringify(verified, null, 2)}\n` : printVerification(verified));
      }),
    );
}
