import { saveBenchmark } from "@/lib/benchmarks/data";
import { polytraceMini } from "@/lib/benchmarks/polytrace-mini/problems";
import { replaceExamples } from "@/lib/examples/data";
import { builtinModels } from "@/lib/models/builtin-models";
import { addMissingModels } from "@/lib/models/data";
import { readExamples } from "./seed-examples";

/** Fills a database with what comes with the product; can be repeated. */
export async function seed(): Promise<void> {
  await replaceExamples(await readExamples());
  await saveBenchmark(polytraceMini);
  await addMissingModels(builtinModels);
}
