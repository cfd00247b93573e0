import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderingSchema } from "@/lib/adapters/api-schema";
import { listAdapters } from "@/lib/adapters/registry";
import { getDatabase } from "@/lib/database/client";
import { recordingDetailSchema } from "@/lib/recordings/api-schema";
import { decodeRecording } from "@/lib/recordings/decode-recording";
import { stepsPageSchema } from "@/lib/recordings/steps-schema";
import { getRequest, postJson, routeContext, startApi, type TestApi } from "@/testing/start-api";
import { POST } from "../route";
import { GET as getRendering } from "./renderings/[adapter]/route";
import { GET as getRecording } from "./route";
import { GET as getSteps } from "./steps/route";
import { GET as getStream } from "./stream/route";

const source =
  "def f(n):\n    total = 0.0\n    for i in range(n):\n        total += i\n    return [total, b'\\xff', float('nan')]\n";

let api: TestApi;
let id: string;
beforeAll(async () => {
  api = await startApi();
  const response = await POST(
    postJson("/api/v1/recordings", { source, entry: { kind: "call", expression: "f(700)" } }),
    undefined,
  );
  id = (await response.json()).id;
}, 180_000);
afterAll(() => api.stop());

const address = (rest = "") => `/api/v1/recordings/${id}${rest}`;
const steps = (query: string) => getSteps(getRequest(address(`/steps${query}`)), routeContext({ id }));
const rendering = (adapter: string, query = "", headers = {}) =>
  getRendering(getRequest(address(`/renderings/${adapter}${query}`), headers), routeContext({ id, adapter }));

describe("a recording", () => {
  test("tells how it was made and how it ended", async () => {
    const detail = recordingDetailSchema.parse(await (await getRecording(getRequest(address()), routeContext({ id }))).json());
    expect(detail).toMatchObject({ id, status: "completed", header: { source, entry: { kind: "call", expression: "f(700)" } } });
    expect(detail.expiresAt).not.toBeNull();
  });

  test("is decoded from its stream to what the server itself decodes", async () => {
    const detail = recordingDetailSchema.parse(await (await getRecording(getRequest(address()), routeContext({ id }))).json());
    const response = await getStream(getRequest(address("/stream")), routeContext({ id }));
    const stream = new Uint8Array(await response.arrayBuffer());
    expect(stream.byteLength).toBe(detail.streamBytes);
    expect(decodeRecording({ header: detail.header, end: detail.end, stream }).steps).toHaveLength(detail.steps);
  });

  test("has a stream that never changes, and need not be sent twice", async () => {
    const response = await getStream(getRequest(address("/stream")), routeContext({ id }));
    expect(response.headers.get("cache-control")).toContain("immutable");
    await response.body?.cancel();
    const again = await getStream(
      getRequest(address("/stream"), { "if-none-match": response.headers.get("etag") ?? "" }),
      routeContext({ id }),
    );
    expect(again.status).toBe(304);
    expect(again.body).toBeNull();
  });
});

describe("steps", () => {
  test("come in pages that join to the whole", async () => {
    const seen: number[] = [];
    let from: number | null = 0;
    while (from !== null) {
      const page = stepsPageSchema.parse(await (await steps(`?from=${from}`)).json());
      seen.push(...page.steps.map((step) => step.seq));
      expect(page.total).toBe(1_405);
      expect(page.frames).toHaveLength(1);
      from = page.next;
    }
    expect(seen).toEqual(Array.from({ length: 1_405 }, (_, index) => index));
  });

  test("carry what JSON has no form for as text", async () => {
    const page = await (await steps("?from=1404")).json();
    const items = page.steps[0].value.items;
    expect(items[1]).toMatchObject({ kind: "bytes", bytes: { base64: "/w==" } });
    expect(items[2]).toEqual({ kind: "float", value: "NaN" });
  });

  test.each([
    ["?from=5&to=7", 200, [5, 6]],
    ["?from=1404&to=9999", 200, [1_404]],
    ["?from=9999", 200, []],
    ["?from=7&to=7", 200, []],
  ])("%s gives %i with %j", async (query, status, expected) => {
    const response = await steps(query);
    expect(response.status).toBe(status);
    expect((await response.json()).steps.map((step: { seq: number }) => step.seq)).toEqual(expected);
  });

  test.each(["?from=-1", "?from=x", "?from=1.5", "?from=7&to=5", "?from=0&to=1001"])("%s is refused", async (query) => {
    expect((await steps(query)).status).toBe(422);
  });
});

describe("renderings", () => {
  test.each(listAdapters().map((adapter) => adapter.id))("%s has text, tokens, spans and notes", async (adapter) => {
    const found = renderingSchema.parse(await (await rendering(adapter)).json());
    expect(found.tokens).toBeGreaterThan(0);
    expect(found.spans.length).toBeGreaterThan(0);
  });

  test("keep to a budget", async () => {
    const whole = renderingSchema.parse(await (await rendering("codeexecutor")).json());
    const cut = renderingSchema.parse(await (await rendering("codeexecutor", "?budget=500")).json());
    expect(whole.tokens).toBeGreaterThan(500);
    expect(cut.tokens).toBeLessThanOrEqual(500);
    expect(cut.notes.some((note) => note.kind === "truncated")).toBe(true);
  });

  test("take an adapter's options, and differ by them", async () => {
    const texts = ["", "?head=0", "?head=1"].map(
      async (query) => renderingSchema.parse(await (await rendering("next", query)).json()).text,
    );
    expect(new Set(await Promise.all(texts)).size).toBe(3);
  });

  test("are not sent again while they are the same", async () => {
    const etag = (await rendering("next")).headers.get("etag") ?? "";
    expect((await rendering("next", "", { "if-none-match": etag })).status).toBe(304);
    expect((await rendering("next", "?head=0", { "if-none-match": etag })).status).toBe(200);
  });

  test("are refused when they would be huge, and made within a budget", async () => {
    const long = "def f(n):\n    seen = []\n    for i in range(n):\n        seen.append(i)\n    return len(seen)\n";
    const body = { source: long, entry: { kind: "call", expression: "f(5000)" } };
    const made = await (await POST(postJson("/api/v1/recordings", body), undefined)).json();
    const render = (query: string) =>
      getRendering(getRequest(`/r${query}`), routeContext({ id: String(made.id), adapter: "codeexecutor" }));
    const whole = await render("");
    expect([whole.status, (await whole.json()).error.code]).toEqual([422, "rendering_too_large"]);
    expect((await render("?budget=2000")).status).toBe(200);
  });

  test.each([
    ["next", "?budget=0", 422],
    ["next", "?budget=many", 422],
    ["next", "?encoding=p50k_base", 422],
    ["next", "?head=-1", 422],
    ["next", "?head=1e3", 422],
    ["next", "?nothing=1", 422],
    ["next", "?__proto__=1", 422],
    ["nothing", "", 404],
    ["__proto__", "", 404],
    ["constructor", "", 404],
  ])("%s%s is %i", async (adapter, query, status) => {
    const response = await rendering(adapter, query);
    expect(response.status).toBe(status);
    expect((await response.json()).error.message).toMatch(/\w/);
  });
});

describe("what is not there", () => {
  const routes = [
    (missing: string) => getRecording(getRequest(address()), routeContext({ id: missing })),
    (missing: string) => getStream(getRequest(address("/stream")), routeContext({ id: missing })),
    (missing: string) => getSteps(getRequest(address("/steps")), routeContext({ id: missing })),
    (missing: string) => getRendering(getRequest(address("/renderings/next")), routeContext({ id: missing, adapter: "next" })),
  ];

  test.each(["A".repeat(22), "", "..", "\u0000", "'; DROP TABLE", `${"A".repeat(22)}\n`])(
    "%j is 404 everywhere",
    async (missing) => {
      for (const route of routes) expect(await route(missing)).toMatchObject({ status: 404 });
    },
  );

  test("has expired, also when it is still in memory", async () => {
    expect((await rendering("next")).status).toBe(200);
    await getDatabase().recording.update({ where: { id }, data: { expiresAt: new Date(0) } });
    for (const route of routes) expect(await route(id)).toMatchObject({ status: 404 });
  });
});
