import { z } from "zod";
import { getDatabase } from "@/lib/database/client";

const markRow = z.object({ mark: z.string() });
const quietRow = z.object({ quiet: z.boolean() });

export type ChangeMark = {
  /** Grows with every writing of what results follow from, before the writing can be seen. */
  readonly mark: string;
  /** False while somebody is writing anything: what is read then may be from before a change that the mark counts already. */
  readonly isQuiet: boolean;
};

/** Where the data stand. What is read after a quiet mark holds for as long as the mark stays the same. */
export async function findChangeMark(): Promise<ChangeMark> {
  const database = getDatabase();
  // One after the other: a writer between the two is then seen by one of them.
  const marks = z.array(markRow).parse(await database.$queryRaw`SELECT last_value::text AS mark FROM polytrace_changes`);
  const quiet = z.array(quietRow).parse(
    await database.$queryRaw`
      SELECT pg_snapshot_xmin(s) = pg_snapshot_xmax(s) AS quiet FROM pg_current_snapshot() s`,
  );
  return { mark: marks[0]?.mark ?? "", isQuiet: quiet[0]?.quiet ?? false };
}
