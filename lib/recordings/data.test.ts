import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getDatabase } from "@/lib/database/client";
import { buildEnd, buildRecording } from "@/testing/build-recording";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";
import {
  deleteExpiredRecordings,
  findRecording,
  findRecordingStream,
  listRecordings,
  saveRecording,
  touchRecording,
} from "./data";

const now = new Date("2026-11-21T12:00:00.000Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const id = "AAAAAAAAAAAAAAAAAAAAAA";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
}, 180_000);
afterAll(() => database.stop());
beforeEach(async () => {
  await getDatabase().recording.deleteMany();
});

describe("a stored recording", () => {
  test("comes back with the texts that a program can print, NUL and lone surrogates included", async () => {
    const text = "a\u0000b \ud800 \u202e </script> ✓";
    const recording = buildRecording({ end: buildEnd({ stdout: text, status: "raised" }) });
    await saveRecording(recording, { now, expiresAt: hours(1) });
    const found = await findRecording(id, now);
    expect(found?.end).toEqual(recording.end);
    expect(found?.header).toEqual(recording.header);
    expect(found).toMatchObject({ id, status: "raised", steps: 3, title: "def f(n):", complete: true, streamBytes: 3 });
  });

  test("gives its stream byte for byte", async () => {
    const stream = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 251);
    await saveRecording(buildRecording({ stream }), { now, expiresAt: hours(1) });
    const stored = await findRecordingStream(id, now);
    expect(stored?.streamBytes).toBe(100_000);
    expect(new Uint8Array(brotliDecompressSync(stored?.compressed ?? new Uint8Array()))).toEqual(stream);
  });

  test("is not replaced by a second one with its id while it lives", async () => {
    await saveRecording(buildRecording(), { now, expiresAt: hours(1) });
    await saveRecording(buildRecording({ title: "another" }), { now, expiresAt: hours(2) });
    expect((await findRecording(id, now))?.title).toBe("def f(n):");
  });

  test("is replaced once it has expired", async () => {
    await saveRecording(buildRecording(), { now, expiresAt: hours(1) });
    await saveRecording(buildRecording({ title: "another" }), { now: hours(2), expiresAt: hours(3) });
    expect((await findRecording(id, hours(2)))?.title).toBe("another");
  });

  test("can be stored by many at once", async () => {
    await Promise.all(Array.from({ length: 8 }, () => saveRecording(buildRecording(), { now, expiresAt: hours(1) })));
    expect(await getDatabase().recording.count()).toBe(1);
  });
});

describe("expiry", () => {
  test("hides a recording from the moment on, and then deletes it", async () => {
    await saveRecording(buildRecording(), { now, expiresAt: hours(1) });
    expect(await findRecording(id, hours(1))).toBeNull();
    expect(await findRecordingStream(id, hours(1))).toBeNull();
    expect(await listRecordings({ limit: 10, which: "all", now: hours(1) })).toEqual([]);
    expect(await deleteExpiredRecordings(hours(0.5))).toBe(0);
    expect(await deleteExpiredRecordings(hours(1))).toBe(1);
    expect(await getDatabase().recording.count()).toBe(0);
  });

  test("is put off by use, and does not bring back what has expired", async () => {
    await saveRecording(buildRecording(), { now, expiresAt: hours(1) });
    expect(await touchRecording(id, { now: hours(0.5), expiresAt: hours(2) })).toBe(true);
    expect(await findRecording(id, hours(1.5))).not.toBeNull();
    expect(await touchRecording(id, { now: hours(3), expiresAt: hours(4) })).toBe(false);
    expect(await findRecording(id, hours(3))).toBeNull();
  });

  test("never comes for a shared recording, also when it is used again", async () => {
    await saveRecording(buildRecording(), { now, expiresAt: hours(1) });
    await getDatabase().recording.update({ where: { id }, data: { expiresAt: null } });
    expect(await touchRecording(id, { now, expiresAt: hours(1) })).toBe(true);
    expect(await deleteExpiredRecordings(hours(10_000))).toBe(0);
    expect((await findRecording(id, hours(10_000)))?.expiresAt).toBeNull();
  });
});

test("the list holds the newest first, and only shared ones when asked", async () => {
  const ids = ["A", "B", "C"].map((letter) => letter.repeat(22));
  for (const [index, name] of ids.entries()) {
    await saveRecording(buildRecording({ id: name }), { now: hours(index), expiresAt: hours(100) });
  }
  await getDatabase().recording.update({ where: { id: "A".repeat(22) }, data: { expiresAt: null } });
  const list = async (which: "all" | "shared") =>
    (await listRecordings({ limit: 2, which, now: hours(4) })).map((item) => item.id[0]);
  expect(await list("all")).toEqual(["C", "B"]);
  expect(await list("shared")).toEqual(["A"]);
});
