import { replaceExamples } from "@/lib/examples/data";
import { readExamples } from "./seed-examples";

/** Fills a database with what comes with the product; can be repeated. */
export async function seed(): Promise<void> {
  await replaceExamples(await readExamples());
}
