import { expect, test } from "@playwright/test";
import { openProgram, record, separate, state, traceText } from "./workbench";

test("somebody new sees one execution in several formats without doing anything", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Trace a program" }).click();
  await expect(state(page)).toContainText("steps");
  await expect(traceText(page, "NExT")).toContainText("# (0)");
  await expect(traceText(page, "Concise")).toContainText("[INPUT]");
  await expect(traceText(page, "CodeExecutor")).toContainText("<state>");
});

test("a program of one's own is recorded and read in six formats", async ({ page }) => {
  await openProgram(page, separate);
  const editor = page.getByRole("textbox", { name: /^Python program/ });
  await editor.focus();
  // Where one types the key records, too, and adds no line.
  await record(page, /completed/);
  await expect(page.locator(".view-lines .view-line")).toHaveCount(separate.source.split("\n").length);
  for (const title of ["SemCoder", "Scratchpad"]) {
    await page.getByRole("button", { name: "Pane", exact: true }).click();
    await page.getByRole("menuitem", { name: title }).first().click();
  }
  await page.getByRole("button", { name: "Pane", exact: true }).click();
  await page.getByRole("menuitem", { name: /next@tracewise/ }).click();
  await expect(page.getByRole("region", { name: /trace, text$/ })).toHaveCount(6);
  await expect(traceText(page, "NExT")).toContainText("# (0) numbers=[1, 2, 3, 4];");
  await expect(traceText(page, "SemCoder")).toContainText("[STATE-0]");
  await expect(traceText(page, "CodeExecutor")).toContainText("<line> <1> <state>");
  await expect(traceText(page, "Concise")).toContainText("[L2] odd = [] [/L2]");
  await expect(traceText(page, "Scratchpad")).toContainText("[BEGIN]");
  await expect(page.getByRole("button", { name: /\d+ tokens.*× code/ })).toHaveCount(6);
  await expect(page.getByRole("button", { name: "Pane", exact: true })).toBeDisabled();
});

test("panes are remembered, moved and removed", async ({ page }) => {
  await page.goto("/trace");
  await expect(traceText(page, "NExT")).toContainText("# (0)");
  const titles = () => page.getByRole("button", { name: /^Format:/ }).allTextContents();
  const before = await titles();
  await page.getByRole("button", { name: "More about NExT" }).click();
  await page.getByRole("menuitem", { name: "Move right" }).click();
  await expect.poll(titles).toEqual([before[1], before[0], before[2]]);
  const panes = page.getByRole("region", { name: / trace$/ });
  await panes.nth(1).dragTo(panes.nth(2), { sourcePosition: { x: 60, y: 33 } });
  await expect.poll(titles).toEqual([before[1], before[2], before[0]]);
  await page.getByRole("button", { name: "More about NExT" }).click();
  await page.getByRole("menuitem", { name: "Remove pane" }).click();
  await expect.poll(titles).toEqual([before[1], before[2]]);
  await page.goto("/trace");
  await expect.poll(titles).toEqual([before[1], before[2]]);
});

test("options and budget redraw a pane without a request", async ({ page }) => {
  await openProgram(page, { ...separate, entry: { kind: "call", expression: "separate(list(range(30)))" } });
  await record(page, /completed/);
  await expect(traceText(page, "NExT")).toContainText("...;");
  const requests: string[] = [];
  page.on("request", (request) => (request.url().includes("/api/") ? requests.push(request.url()) : undefined));
  await page.getByRole("button", { name: "Options of NExT", exact: true }).click();
  await page.getByLabel("First visits shown").fill("0");
  await expect(traceText(page, "NExT")).not.toContainText("...;");
  await page.getByLabel("Token budget").fill("120");
  await expect(traceText(page, "NExT")).toContainText("trace cut after step");
  expect(requests.filter((url) => !url.endsWith("/health"))).toEqual([]);
});

test("two panes and two recordings are compared", async ({ page }) => {
  await openProgram(page, { ...separate, adapters: ["next", "next@tracewise"] });
  await record(page, /completed/);
  await page.keyboard.press("d");
  const panes = page.getByRole("dialog", { name: "Compare two panes" });
  await expect(panes.getByText("numbers=[1, 2, 3, 4];").first()).toBeVisible();
  // Both sides keep their names when they are laid out anew.
  for (const width of [540, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(panes.locator(".side-by-side")).toHaveCount(width === 1280 ? 1 : 0);
    for (const name of ["Left pane", "Right pane"]) {
      await expect(panes.locator(`[role=textbox][aria-label^="${name}"]`)).toBeAttached();
    }
  }
  await page.keyboard.press("Escape");
  await page.getByLabel("Call expression").fill("separate([1, 2, 3, 6])");
  await page.getByLabel("Call expression").press("ControlOrMeta+Enter");
  await expect(page.getByRole("button", { name: "Compare runs" })).toBeEnabled();
  await expect(traceText(page, "NExT")).toContainText("[1, 2, 3, 6]");
  await page.getByRole("button", { name: "Compare runs" }).click();
  const runs = page.getByRole("dialog", { name: "Compare with another recording" });
  await runs.getByRole("combobox", { name: "Other recording" }).click();
  await page
    .getByRole("option", { name: /separate/ })
    .first()
    .click();
  await expect(runs.getByText(/another effect|different ways/)).toBeVisible();
});
