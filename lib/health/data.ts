import { getDatabase } from "@/lib/database/client";

/** Whether the database answers. */
export async function isDatabaseReachable(): Promise<boolean> {
  try {
    await getDatabase().$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
