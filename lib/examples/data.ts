import { getDatabase } from "@/lib/database/client";
import { entrySchema } from "@/lib/recordings/schema";
import type { Example } from "./schema";

/** All examples, in the order in which they are shown. */
export async function listExamples(): Promise<Example[]> {
  const rows = await getDatabase().example.findMany({ orderBy: { position: "asc" } });
  return rows.map(({ slug, title, description, source, entry }) => ({
    slug,
    title,
    description,
    source,
    entry: entrySchema.parse(entry),
  }));
}

/** Makes the stored examples those that are given, in their order. */
export async function replaceExamples(examples: readonly Example[]): Promise<void> {
  const database = getDatabase();
  await database.$transaction([
    database.example.deleteMany(),
    database.example.createMany({ data: examples.map((example, position) => ({ ...example, position })) }),
  ]);
}
