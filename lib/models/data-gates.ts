import { z } from "zod";
import { getDatabase } from "@/lib/database/client";

const rowsSchema = z.array(z.object({ wait: z.coerce.number() })).length(1);

/**
 * Reserves the next free moment of a gate among all workers (a leaky bucket, one row and one statement): milliseconds to wait until
 * then, by the database's clock. A long time without requests is not saved up.
 */
export async function reserveMoment(
  gate: string,
  cost: { readonly requestMs: number; readonly tokenMs: number },
): Promise<number> {
  const { requestMs, tokenMs } = cost;
  const rows = await getDatabase().$queryRaw`
    WITH clock AS (SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now)
    INSERT INTO "RateGate" AS g ("id", "requestAt", "tokenAt")
    SELECT ${gate}, now + ${requestMs}::float8, now + ${tokenMs}::float8 FROM clock
    ON CONFLICT ("id") DO UPDATE SET
      "requestAt" = greatest(g."requestAt", excluded."requestAt" - ${requestMs}::float8) + ${requestMs}::float8,
      "tokenAt" = greatest(g."tokenAt", excluded."tokenAt" - ${tokenMs}::float8) + ${tokenMs}::float8
    RETURNING greatest("requestAt" - ${requestMs}::float8, "tokenAt" - ${tokenMs}::float8)
      - extract(epoch FROM clock_timestamp())::float8 * 1000 AS wait`;
  return Math.max(0, rowsSchema.parse(rows)[0]?.wait ?? 0);
}
