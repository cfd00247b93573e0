import { afterEach, expect, test, vi } from "vitest";
import { healthSchema } from "@/lib/health/schema";
import { getRequest, postJson, startApi, type TestApi } from "@/testing/start-api";
import { POST } from "../recordings/route";
import { GET } from "./route";

vi.setConfig({ testTimeout: 180_000 });

let api: TestApi | undefined;
afterEach(() => api?.stop());

async function readHealth() {
  const response = await GET(getRequest("/api/v1/health"), undefined);
  return { status: response.status, health: healthSchema.parse(await response.json()) };
}

const program = { source: "x = 1", entry: { kind: "script" } };

test("a server that runs programs says with what, and how many wait", async () => {
  api = await startApi({ POLYTRACE_QUEUE: "7", POLYTRACE_MAXIMUM_LIMITS: '{"wallMs": 3000}' });
  const { status, health } = await readHealth();
  expect(status).toBe(200);
  expect(health).toMatchObject({ status: "ok", queue: { workers: 2, busy: 0, limit: 7 }, database: { reachable: true } });
  expect(health.limits.default.wallMs).toBe(3_000);
  expect(health.versions.python).toMatch(/^3\.\d+\.\d+/);
});

test("a server that cannot jail programs says what is missing, everywhere, and runs none", async () => {
  api = await startApi({ POLYTRACE_PYTHON: "/nonexistent/python" });
  const { status, health } = await readHealth();
  expect(status).toBe(200);
  expect(health).toMatchObject({ status: "refusing", jail: { tier: "refused" }, versions: { python: null } });
  expect(health.banner).toContain("/nonexistent/python");
  const response = await POST(postJson("/api/v1/recordings", program), undefined);
  expect(response.status).toBe(503);
  expect((await response.json()).error).toMatchObject({
    code: "jail_refused",
    message: expect.stringContaining("/nonexistent/python"),
  });
});
