import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { getDatabase } from "@/lib/database/client";
import { recordingListSchema, recordOutcomeSchema } from "@/lib/recordings/api-schema";
import { getRunnerPool } from "@/lib/recordings/runner-pool";
import { getRequest, postJson, startApi, type TestApi } from "@/testing/start-api";
import { GET, POST } from "./route";

// Programs run for real, on whatever machine this is.

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ POLYTRACE_QUEUE: "3", POLYTRACE_QUEUE_PER_CLIENT: "4" });
}, 180_000);
afterAll(() => api.stop());
afterEach(async () => {
  await vi.waitFor(async () => expect((await getRunnerPool()).health()).toMatchObject({ busy: 0, queued: 0 }), 20_000);
});

const script = { kind: "script" };
const call = (expression: string) => ({ kind: "call", expression });

function post(body: unknown, change: Parameters<typeof postJson>[2] = {}): Promise<Response> {
  return POST(postJson("/api/v1/recordings", body, change), undefined);
}

async function record(body: unknown) {
  const response = await post(body);
  return { status: response.status, outcome: recordOutcomeSchema.parse(await response.json()) };
}

async function refusal(response: Response) {
  return { status: response.status, retryAfter: response.headers.get("retry-after"), ...(await response.json()) };
}

describe("recording a program", () => {
  test("is 201 the first time and 200 with the same answer from then on", async () => {
    const program = { source: "def f(n):\n    m = n * 2\n    return m\n", entry: call("f(4)") };
    const first = await record(program);
    expect(first).toMatchObject({
      status: 201,
      outcome: { status: "completed", complete: true, cached: false, title: "def f(n):", steps: 4 },
    });
    const again = await record({ ...program, limits: {} });
    expect(again).toEqual({ status: 200, outcome: { ...first.outcome, cached: true } });
    const other = await record({ ...program, limits: { steps: 1_000 } });
    expect(other.status).toBe(201);
    expect(other.outcome.id).not.toBe(first.outcome.id);
  });

  test("asked for twice at once is run once", async () => {
    const program = { source: "import time\ntime.sleep(0.5)\n", entry: script };
    const answers = [record(program), record(program)];
    const [first, second] = await Promise.all(answers);
    expect(first?.outcome).toEqual(second?.outcome);
    expect(await getDatabase().recording.count({ where: { id: first?.outcome.id ?? "" } })).toBe(1);
  });

  test.each([
    ["raised", { source: "1/0", entry: script }],
    ["syntax-error", { source: "def f(:", entry: script }],
    ["syntax-error", { source: "a\u0000b", entry: script }],
    ["step-limit", { source: "for i in range(1000): pass", entry: script, limits: { steps: 50 } }],
    ["step-limit", { source: "while True:\n    pass", entry: script, limits: { steps: 50 } }],
    ["output-limit", { source: "print('x' * 5000)", entry: script, limits: { outputBytes: 1_000 } }],
    ["completed", { source: "print(input())", entry: { kind: "script", stdin: "\u0000\u2028" } }],
    ["raised", { source: "def f(): return 1", entry: { kind: "test", code: "assert f() == 2" } }],
  ])("that ends as %s is stored and found again", async (status, program) => {
    expect(await record(program)).toMatchObject({ status: 201, outcome: { status } });
    expect(await record(program)).toMatchObject({ status: 200, outcome: { status, cached: true } });
  });

  test("that runs out of time is kept to be read, but never answers for its run", async () => {
    const program = { source: "import time\nx = 1\ntime.sleep(30)", entry: script, limits: { wallMs: 300 } };
    const [first, second] = [await record(program), await record(program)];
    for (const { status, outcome } of [first, second]) {
      expect(status).toBe(201);
      expect(outcome).toMatchObject({ status: "timeout", complete: false, cached: false });
      expect(await getDatabase().recording.count({ where: { id: outcome.id } })).toBe(1);
    }
    expect(first.outcome.id).not.toBe(second.outcome.id);
  });
});

describe("a run that nobody waits for", () => {
  const sleeper = (name: string) => ({
    source: `import time\n${name} = 1\ntime.sleep(60)`,
    entry: script,
    limits: { wallMs: 60_000 },
  });

  test("is cancelled, and leaves nothing behind", async () => {
    const controller = new AbortController();
    const answer = post(sleeper("a"), { signal: controller.signal });
    await vi.waitFor(async () => expect((await getRunnerPool()).health().busy).toBe(1), 20_000);
    const rows = await getDatabase().recording.count();
    controller.abort();
    expect((await answer).status).toBe(499);
    await vi.waitFor(async () => expect((await getRunnerPool()).health().busy).toBe(0), 20_000);
    expect(await getDatabase().recording.count()).toBe(rows);
    expect(await record({ source: "after = 1", entry: script })).toMatchObject({ outcome: { status: "completed" } });
  });

  test("is refused beyond what one client may wait for, and beyond what all may", async () => {
    const controller = new AbortController();
    const start = (name: string, client: string) => {
      return post(sleeper(name), { signal: controller.signal, headers: { "x-polytrace-client": client } });
    };
    const waiting = ["b", "c", "d", "e"].map((name) => start(name, "one"));
    await vi.waitFor(async () => expect((await getRunnerPool()).health()).toMatchObject({ busy: 2, queued: 2 }), 20_000);
    expect(await refusal(await start("f", "one"))).toMatchObject({
      status: 429,
      retryAfter: "1",
      error: { code: "client_limit" },
    });
    waiting.push(start("g", "two"));
    await vi.waitFor(async () => expect((await getRunnerPool()).health().queued).toBe(3), 20_000);
    const full = await refusal(await start("h", "two"));
    expect(full).toMatchObject({ status: 429, error: { code: "queue_full" } });
    expect(Number(full.retryAfter)).toBeGreaterThanOrEqual(1);
    controller.abort();
    expect((await Promise.all(waiting)).map((response) => response.status)).toEqual([499, 499, 499, 499, 499]);
  });
});

describe("what cannot be used is refused with the place", () => {
  test.each([
    [{}, "source"],
    [{ source: 1, entry: script }, "source"],
    [{ source: "x", entry: { kind: "shell" } }, "entry.kind"],
    [{ source: "x", entry: call("") }, "entry.expression"],
    [{ source: "x", entry: { kind: "script", input: "typo" } }, "entry"],
    [{ source: "x", entry: script, limits: { wallMs: 1 } }, "limits.wallMs"],
    [{ source: "x", entry: script, limits: { wallMs: 60_001 } }, "limits.wallMs"],
    [{ source: "x", entry: script, limits: { seconds: 1 } }, "limits"],
    [{ source: "\ud800", entry: script }, "source"],
    [{ source: "x", entry: { kind: "script", stdin: "\udfff" } }, "entry"],
    [{ source: "x".repeat(1_048_577), entry: script }, "source"],
  ])("%o", async (body, path) => {
    const found = await refusal(await post(body));
    expect(found.status).toBe(422);
    expect(found.error.details.faults[0].path).toBe(path);
  });

  test("a body that is too large", async () => {
    expect(await refusal(await post({ source: "x".repeat(9 * 2 ** 20) }))).toMatchObject({
      status: 413,
      error: { code: "body_too_large" },
    });
  });
});

test("the list holds the recordings used last, as many as asked for", async () => {
  await record({ source: "first = 1", entry: script });
  await record({ source: "second = 2", entry: script });
  await record({ source: "first = 1", entry: script });
  const response = await GET(getRequest("/api/v1/recordings?limit=2"), undefined);
  expect(recordingListSchema.parse(await response.json()).recordings.map((item) => item.title)).toEqual([
    "first = 1",
    "second = 2",
  ]);
  expect((await GET(getRequest("/api/v1/recordings?limit=1000"), undefined)).status).toBe(422);
});
