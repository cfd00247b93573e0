import type { z } from "zod";
import type { Item, Reader, SourceValue } from "@/lib/formats/format";
import { explain, rejected } from "@/lib/formats/items";

/** Makes a reader of a file whose rows all have one shape: rows that do not fit are rejected with what they lack. */
export function rowReader<Row>(
  schema: z.ZodType<Row, unknown>,
  read: (row: Row, source: SourceValue) => readonly Item[],
  end: () => readonly Item[] = () => [],
): Reader {
  return {
    value(source) {
      const parsed = schema.safeParse(source.value);
      return parsed.success ? read(parsed.data, source) : [rejected(source.line, explain(parsed.error))];
    },
    end,
  };
}
