import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDatabase } from "@/lib/database/client";
import { saveRecording } from "@/lib/recordings/data";
import { buildRecording } from "@/testing/build-recording";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";
import { openQueue } from "./open-queue";
import { startWorker } from "./start-worker";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
}, 180_000);
afterAll(() => database.stop());

test("a worker deletes what has expired as soon as it starts, and keeps the rest", async () => {
  const hour = 3_600_000;
  const now = Date.now();
  const times = (expiresIn: number) => ({ now: new Date(now - 2 * hour), expiresAt: new Date(now + expiresIn) });
  await saveRecording(buildRecording({ id: "A".repeat(22) }), times(-hour));
  await saveRecording(buildRecording({ id: "B".repeat(22) }), times(hour));
  const worker = await startWorker();
  const ids = async () => (await getDatabase().recording.findMany({ select: { id: true } })).map((row) => row.id);
  await vi.waitFor(async () => expect(await ids()).toEqual(["B".repeat(22)]), { timeout: 90_000, interval: 100 });
  await worker.stop();
}, 180_000);

test("the expiry is scheduled once, also when several workers start", async () => {
  const workers = await Promise.all([startWorker(), startWorker()]);
  const queue = await openQueue();
  expect((await queue.getSchedules("recordings.expire")).map((schedule) => schedule.cron)).toEqual(["*/10 * * * *"]);
  await Promise.all([...workers, queue].map((each) => each.stop()));
}, 180_000);
