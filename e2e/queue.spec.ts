import { expect, test } from "@playwright/test";
import { openProgram, state } from "./workbench";

test.use({ baseURL: "http://127.0.0.1:4311" });

test("a full queue says so, and when to try again", async ({ page, request }) => {
  // The page stands ready before the only interpreter is taken: it is held for nine seconds at most.
  const source = (n: number) => `import time\n\ndef wait():\n    time.sleep(9)\n    return ${n}\n`;
  await openProgram(page, { source: source(4), entry: { kind: "call", expression: "wait()" } });
  const busy = [1, 2, 3].map((n) =>
    request.post("/api/v1/recordings", { data: { source: source(n), entry: { kind: "call", expression: "wait()" } } }),
  );
  await expect
    .poll(async () => {
      const { queue } = await (await request.get("/api/v1/health")).json();
      return queue.busy;
    })
    .toBeGreaterThan(0);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(state(page)).toContainText(/Try again in/);
  await Promise.all(busy);
});
