import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { getDatabase } from "@/lib/database/client";
import { deleteExpiredRecordings, saveRecording } from "@/lib/recordings/data";
import { buildRecording } from "@/testing/build-recording";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";
import { createLink, findLink } from "./data";
import { viewSchema } from "./schema";

const now = new Date("2026-11-21T12:00:00.000Z");
const later = new Date("2026-11-21T13:00:00.000Z");
const recordingId = "AAAAAAAAAAAAAAAAAAAAAA";
const view = viewSchema.parse({
  panes: [
    { adapter: "next", options: { b: 1, a: "x\u0000\ud800" } },
    { adapter: "concise", budget: 512 },
  ],
  step: 4,
});

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
}, 180_000);
afterAll(() => database.stop());
beforeEach(async () => {
  await getDatabase().recording.deleteMany();
  await saveRecording(buildRecording(), { now, expiresAt: later });
});

test("a link gives back exactly the view it was made with", async () => {
  const made = await createLink({ recordingId, view }, now);
  expect(made?.isNew).toBe(true);
  expect(await findLink(made?.id ?? "")).toEqual({ id: made?.id, recordingId, view, createdAt: now.toISOString() });
});

test("the same content gives the same link, in whatever order its options are named", async () => {
  const first = await createLink({ recordingId, view }, now);
  const pane = { ...view.panes[0], adapter: "next", options: { a: "x\u0000\ud800", b: 1 } };
  const again = await createLink({ recordingId, view: viewSchema.parse({ ...view, panes: [pane, view.panes[1]] }) }, later);
  expect(again).toEqual({ id: first?.id, isNew: false });
});

test("another step is another link", async () => {
  const first = await createLink({ recordingId, view }, now);
  const second = await createLink({ recordingId, view: { ...view, step: 5 } }, now);
  expect(second?.id).not.toBe(first?.id);
});

test("a link keeps its recording", async () => {
  const made = await createLink({ recordingId, view }, now);
  expect(await deleteExpiredRecordings(new Date("2036-01-01"))).toBe(0);
  expect(await findLink(made?.id ?? "")).not.toBeNull();
});

test("nothing is made for a recording that is unknown or has expired", async () => {
  expect(await createLink({ recordingId: "B".repeat(22), view }, now)).toBeNull();
  expect(await createLink({ recordingId, view }, later)).toBeNull();
  expect(await getDatabase().link.count()).toBe(0);
});

test("ten requests at once make one link", async () => {
  const made = await Promise.all(Array.from({ length: 10 }, () => createLink({ recordingId, view }, now)));
  expect(new Set(made.map((link) => link?.id)).size).toBe(1);
  expect(made.filter((link) => link?.isNew)).toHaveLength(1);
});
