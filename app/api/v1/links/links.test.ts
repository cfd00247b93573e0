import { afterAll, beforeAll, expect, test } from "vitest";
import { linkOutcomeSchema, linkSchema } from "@/lib/links/api-schema";
import { saveRecording } from "@/lib/recordings/data";
import { buildRecording } from "@/testing/build-recording";
import { getRequest, postJson, routeContext } from "@/testing/start-api";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";
import { GET } from "./[id]/route";
import { POST } from "./route";

const recordingId = "A".repeat(22);
const view = { panes: [{ adapter: "next" }], step: 3 };

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  const now = new Date();
  await saveRecording(buildRecording({ id: recordingId }), { now, expiresAt: new Date(now.getTime() + 60_000) });
}, 180_000);
afterAll(() => database.stop());

const post = (body: unknown) => POST(postJson("/api/v1/links", body), undefined);
const get = (id: string) => GET(getRequest(`/api/v1/links/${id}`), routeContext({ id }));

test("a link is made once, and read back with its defaults", async () => {
  const first = await post({ recordingId, view });
  const made = linkOutcomeSchema.parse(await first.json());
  expect([first.status, made.path]).toEqual([201, `/t/${made.id}`]);
  const again = await post({ recordingId, view: { ...view, encoding: "o200k_base", version: 1 } });
  expect([again.status, await again.json()]).toEqual([200, made]);
  const link = linkSchema.parse(await (await get(made.id)).json());
  expect(link).toMatchObject({ recordingId, view: { step: 3, panes: [{ adapter: "next", options: {}, budget: null }] } });
});

test.each([
  [{ recordingId: "B".repeat(22), view }, 404],
  [{ recordingId: "short", view }, 422],
  [{ recordingId }, 422],
  [{ recordingId, view: { panes: [] } }, 422],
  [{ recordingId, view: { panes: Array.from({ length: 7 }, () => ({ adapter: "next" })) } }, 422],
  [{ recordingId, view, extra: 1 }, 422],
  [{ recordingId, view: { panes: [{ adapter: "x".repeat(70_000) }] } }, 413],
])("%# is %i", async (body, status) => {
  expect(await post(body)).toMatchObject({ status });
});

test.each(["A".repeat(16), "", "\u0000", "../x"])("the link %j is not there", async (id) => {
  expect(await get(id)).toMatchObject({ status: 404 });
});
