import { PgBoss } from "pg-boss";
import { databaseUrl } from "@/lib/database/client";

/**
 * Connects to the job queue, which lives in the schema `pgboss` of the database. A job taken by a process that was killed comes back
 * when its time is over or, where its queue wants them, when its heartbeats fail to come; both are looked for every five seconds.
 */
export async function openQueue(): Promise<PgBoss> {
  const queue = new PgBoss({ connectionString: databaseUrl(), max: 4, superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 });
  queue.on("error", (error) => console.error("The job queue:", error.message));
  return queue.start();
}
