import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { startOpenAiServer } from "../testing/openai-server";

const right = "def total(values):\n    return sum(values)\n";
const wrong = "def total(values):\n    return 1 + sum(values)\n";

/** A model that is wrong at first and right when it is told of its attempt; its answers halt halfway until `goOn` is called. */
async function startModel() {
  let goOn = () => {};
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const words = "Let me think about what this program does with each of the values that it is given. ".repeat(4);
  const answer = (prompt: string) => {
    const program = prompt.includes("Attempt 1") ? right : wrong;
    return `${words}\n\n\`\`\`python\n${program}\`\`\`\n`;
  };
  const server = await startOpenAiServer({ seed: 1, answer, halfway: () => gate });
  return { ...server, goOn };
}

const model = { provider: "openai-chat", id: "slow-model", title: "Slow model", modelName: "m" };

async function addModel(page: Page, baseUrl: string): Promise<void> {
  const answer = await page.request.put(`/api/v1/models/${model.id}`, { data: { ...model, baseUrl } });
  expect(answer.ok()).toBe(true);
}

function state(page: Page): Locator {
  return page.getByRole("status", { name: "State of the run" });
}

/** Presses Run, again while the page does not listen yet. */
async function begin(page: Page): Promise<void> {
  await expect(async () => {
    const before = (await state(page).textContent()) ?? "";
    if (!/^(Judges the given program|Asks )/.test(before)) return;
    await page.getByRole("button", { name: "Run", exact: true }).click({ timeout: 1_000 });
    await expect(state(page)).not.toHaveText(before, { timeout: 2_000 });
  }).toPass();
}

function round(page: Page, name: string): Locator {
  return page.getByRole("listitem", { name, exact: true });
}

async function openOwn(page: Page, problem: { program: string; call: string; expected: string }): Promise<void> {
  await page.goto(`/debug?problem=own&model=${model.id}`);
  const editor = page.getByRole("textbox", { name: /Program to repair/ });
  await editor.focus();
  await page.keyboard.press("ControlOrMeta+A");
  // Pasted as a whole: typed line by line the editor would indent it once more.
  await page.keyboard.insertText(problem.program);
  await page.getByRole("button", { name: "Remove test 2" }).click();
  await page.getByRole("textbox", { name: "Call 1" }).fill(problem.call);
  await page.getByRole("textbox", { name: "Expected value 1" }).fill(problem.expected);
}

const own = {
  program: "def total(values):\n    result = 0\n    for value in values:\n        result = value\n    return result\n",
  call: "total([1, 2])",
  expected: "3",
};

test("the first click shows a whole chain of repair: prompt with its trace, answer, change, tests, recording", async ({
  page,
}) => {
  await page.goto("/debug");
  await expect(page.getByText("weave_lists(first, second) takes values in turn")).toBeVisible();
  await begin(page);
  await expect(state(page)).toContainText(/All visible tests pass in round \d/);
  await expect(round(page, "Given program")).toContainText("failed");
  const first = round(page, "Round 1");
  await first.getByRole("button", { name: /^Round 1/ }).click();
  await expect(first.getByRole("region", { name: "Prompt, text" })).toContainText("It fails this test:");
  await expect(first.locator("mark")).toContainText("# (");
  await expect(first.getByRole("region", { name: "Answer, text" })).toContainText("def weave_lists");
  await expect(first.getByRole("table", { name: /^Hidden/ })).toBeVisible();
  await expect(first.getByRole("region", { name: "Trace of the failing run, text" })).toContainText("woven");
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`)).toEqual([]);
  const link = await first.getByRole("link", { name: "Open in the workbench" }).getAttribute("href");
  await page.goto(link ?? "");
  await expect(page.getByRole("status", { name: "State of the recording" })).toContainText("steps");
});

test("a program of one's own is stepped through with a model that streams: stopped in mid-answer, gone on with, repaired", async ({
  page,
}) => {
  const server = await startModel();
  await addModel(page, server.baseUrl);
  await openOwn(page, own);
  await page.getByRole("button", { name: "Step" }).click();
  await expect(state(page)).toContainText("1 of 1 visible tests fail");
  await page.getByRole("button", { name: "Step" }).click();
  const answer = round(page, "Round 1").getByRole("region", { name: "Answer, text" });
  await expect(answer).toContainText("Let me think");
  await expect(state(page)).toContainText("the answer comes");
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(state(page)).toContainText("Stopped in round 1");
  await expect(answer).not.toContainText("```");
  server.goOn();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(state(page)).toContainText("All visible tests pass in round 2", { timeout: 30_000 });
  await expect(round(page, "Round 1")).toContainText("failed");
  await expect(round(page, "Round 2")).toContainText("passed");
  await expect(round(page, "Round 2").getByRole("region", { name: "Prompt, text" })).toContainText("Attempt 1");
  await page.request.delete(`/api/v1/models/${model.id}`);
  await server.stop();
});

test("the address holds the start, and a link carries one's own program", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/debug");
  await expect(async () => {
    const option = page.getByRole("option", { name: /^Feedback/ });
    if (!(await option.isVisible())) await page.getByRole("combobox", { name: "Condition" }).click({ timeout: 1_000 });
    await option.click({ timeout: 5_000 });
  }).toPass();
  await expect(page).toHaveURL(/condition=feedback/);
  await page.goto("/debug?problem=own&condition=trace-only%3Aconcise&rounds=7");
  await page.getByRole("textbox", { name: "Call 1" }).fill("longest_run('abc')");
  await page.getByRole("button", { name: "Copy a link to this start" }).click();
  await expect(page.getByText("Link copied", { exact: true })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => localStorage.clear());
  await page.goto("/");
  await page.goto(link);
  await expect(page.getByRole("textbox", { name: "Call 1" })).toHaveValue("longest_run('abc')");
  await expect(page.getByRole("combobox", { name: "Condition" })).toContainText("Trace only");
  await expect(page.getByText("At most 7 rounds")).toBeVisible();
});

test("what goes wrong is a sentence with what to do", async ({ page }) => {
  await addModel(page, "http://127.0.0.1:9/v1");
  await page.goto(`/debug?model=${model.id}`);
  await begin(page);
  await expect(page.getByRole("alert").filter({ hasText: "connection" })).toContainText(
    "Check that a server answers at http://127.0.0.1:9/v1",
  );
  await expect(state(page)).toContainText("says nothing about the program");
  await page.request.delete(`/api/v1/models/${model.id}`);
  await page.goto("/debug?problem=own");
  await page.getByRole("textbox", { name: "Expected value 1" }).fill("");
  await expect(page.getByText("A stand-in knows the solutions of benchmarks only")).toBeVisible();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Test 1" })).toContainText("say which value");
  await page.goto("/debug?problem=nowhere");
  await expect(page.getByText("The problem of this address is not on this server")).toBeVisible();
});
