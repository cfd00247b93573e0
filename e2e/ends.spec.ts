import { expect, test } from "@playwright/test";
import { openProgram, record, slider, state, stepsReady, traceText } from "./workbench";

test("a syntax error is a sentence with its line, marked in the source", async ({ page }) => {
  await openProgram(page, { source: "def f(x):\n    return x +\n", entry: { kind: "call", expression: "f(1)" } });
  await record(page, /line 2/);
  await expect(page.locator(".code-line-error")).toHaveCount(1);
  await expect(page.getByText("nothing ran").first()).toBeVisible();
});

test("an exception opens at the step that raised it", async ({ page }) => {
  const source =
    "def first(items):\n    return items[0]\n\ndef run(lists):\n    found = []\n    for items in lists:\n        found.append(first(items))\n    return found\n";
  await openProgram(page, { source, entry: { kind: "call", expression: "run([[1], [], [3]])" } });
  await record(page, /IndexError/);
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /exception/);
  await expect(page.getByRole("region", { name: "Steps" })).toContainText("IndexError");
  await expect(traceText(page, "NExT")).toContainText("__exception__");
});

test("a program that does not end is stopped at the time limit and keeps its trace", async ({ page }) => {
  test.setTimeout(90_000);
  await openProgram(page, {
    source: "import time\n\ndef wait():\n    n = 0\n    while True:\n        n += 1\n        time.sleep(0.05)\n",
    entry: { kind: "call", expression: "wait()" },
  });
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("button", { name: "Cancel" })).toBeVisible();
  await expect(state(page)).toContainText(/Recording … \d/);
  await expect(state(page)).toContainText(/longer than 10 s/, { timeout: 30_000 });
  await expect(state(page)).toContainText("what was recorded until then", { timeout: 30_000 });
  await expect(traceText(page, "Concise")).toContainText("n = 1");
});

test("a run is cancelled", async ({ page }) => {
  await openProgram(page, {
    source: "import time\n\ndef wait():\n    time.sleep(9)\n",
    entry: { kind: "call", expression: "wait()" },
  });
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Record" })).toBeEnabled();
  await expect(state(page)).toContainText("Not recorded yet");
});

test("too many steps: the part that was recorded is shown, and said to be a part", async ({ page }) => {
  await openProgram(page, {
    source: "def count(n):\n    total = 0\n    for i in range(n):\n        total += i\n    return total\n",
    entry: { kind: "call", expression: "count(10**6)" },
    adapters: ["next", "concise"],
  });
  await record(page, /200,000 steps/);
  await expect(state(page)).toContainText("what was recorded until then");
  await expect(traceText(page, "NExT")).toContainText("# (0) n=1000000;");
  await stepsReady(page);
  await slider(page).focus();
  await page.keyboard.press("End");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^step 200000 of 200000/);
});

test("a call that was not written is asked for", async ({ page }) => {
  await openProgram(page, { source: "def f(x):\n    return x\n", entry: { kind: "call", expression: "f(1)" } });
  await page.getByLabel("Call expression").fill("");
  await page.getByRole("button", { name: "Record" }).click();
  await expect(state(page)).toContainText("Say which call to record");
});

test("standard input and output of a script", async ({ page }) => {
  await openProgram(page, { source: "name = input()\nprint('Hello', name)\n", entry: { kind: "script", stdin: "" } });
  await page.getByLabel("Standard input").fill("Ada");
  await page.getByRole("button", { name: "Record" }).click();
  await expect(state(page)).toContainText("completed");
  await stepsReady(page);
  await slider(page).focus();
  await page.keyboard.press("End");
  await expect(page.getByRole("region", { name: "Standard output" })).toContainText("Hello Ada");
});
