import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";

const executablePath = process.env.POLYTRACE_CHROMIUM || undefined;
/** A server that runs already, for one journey at a time while writing it; otherwise fresh ones are started. */
const running = process.env.POLYTRACE_E2E_URL || undefined;
const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-gpu",
];

/** A server of its own with an empty database; `settings` are environment variables. */
function server(port: number, settings: Record<string, string>) {
  const data = process.env[`POLYTRACE_E2E_DATA_${port}`] ?? mkdtempSync(path.join(os.tmpdir(), "polytrace-e2e-"));
  process.env[`POLYTRACE_E2E_DATA_${port}`] = data;
  return {
    command: "node --import tsx scripts/serve.ts",
    url: `http://127.0.0.1:${port}/api/v1/health`,
    env: {
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      POLYTRACE_DATA_DIR: data,
      DATABASE_URL: "",
      ...settings,
    },
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 10_000 },
    timeout: 120_000,
  };
}

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  // A journey that passes only when played again is named behind the totals: it is a fault to be found, but not one of the change at hand.
  retries: running ? 0 : 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: ".cache/reports/playwright.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1280, height: 800 },
    baseURL: running ?? "http://127.0.0.1:4310",
    trace: "retain-on-first-failure",
    launchOptions: { executablePath, args: ["--no-sandbox", ...quiet] },
  },
  // The second server takes one run at a time and queues none, so that a full queue can be met.
  webServer: running
    ? []
    : [server(4310, {}), server(4311, { POLYTRACE_QUEUE: "1", POLYTRACE_QUEUE_PER_CLIENT: "1", POLYTRACE_WORKERS: "1" })],
});
