import { expect, test } from "@playwright/test";
import { openProgram, record, separate, slider, stepsReady, traceText } from "./workbench";

test("keys move through the steps; state, source and panes follow", async ({ page }) => {
  await openProgram(page, separate);
  await record(page, /completed/);
  const variables = page.getByRole("table", { name: "Variables" });
  await stepsReady(page);
  await slider(page).focus();
  await page.keyboard.press("Home");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^step 1 of \d+, call, line 1$/);
  await expect(variables.getByRole("row", { name: /numbers/ })).toContainText("[1, 2, 3, 4]");
  await page.keyboard.press("ArrowRight");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^step 2 of \d+, line, line 2$/);
  await expect(variables.getByRole("row", { name: /odd/ })).toContainText("(changed)");
  await expect(traceText(page, "Concise").locator("[data-look=step]")).toHaveText(/odd = \[\]/);
  await page.keyboard.press("End");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /return, line 9$/);
  await expect(page.getByRole("region", { name: "Steps" })).toContainText("returns ([1, 3], [2, 4])");
});

test("the change keys follow a chosen variable", async ({ page }) => {
  await openProgram(page, separate);
  await record(page, /completed/);
  await stepsReady(page);
  await slider(page).focus();
  await page.keyboard.press("End");
  await page.getByRole("button", { name: "even" }).click();
  await page.keyboard.press("Home");
  const row = page.getByRole("table", { name: "Variables" }).getByRole("row", { name: /^even/ });
  for (const value of ["[]", "[2]", "[2, 4]"]) {
    await page.keyboard.press("c");
    await expect(row).toContainText(value);
    await expect(row).toContainText("(changed)");
  }
});

test("a click in a trace opens its step; pointing at it marks the others", async ({ page }) => {
  await openProgram(page, separate);
  await record(page, /completed/);
  const row = traceText(page, "Concise").getByText("even = [2]", { exact: false }).first();
  await row.hover();
  await expect(traceText(page, "NExT").locator("[data-look=hover]").first()).toContainText("even=[2]");
  await row.click();
  await expect(traceText(page, "NExT").locator("[data-look=step]")).toContainText("even=[2]");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /line 8$/);
});

test("stepping over and out leaves calls alone", async ({ page }) => {
  const source =
    "def inner(x):\n    y = x * 2\n    return y\n\ndef outer(n):\n    a = inner(n)\n    b = inner(a)\n    return b\n";
  await openProgram(page, { source, entry: { kind: "call", expression: "outer(3)" } });
  await record(page, /completed/);
  await stepsReady(page);
  await slider(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("n");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /line 6$/);
  await page.keyboard.press("n");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /line 7$/);
  await page.keyboard.press("ArrowRight");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /call, line 1$/);
  await expect(page.getByRole("region", { name: "State" })).toContainText("outer");
  await page.keyboard.press("o");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /line 8$/);
});

test("a recording of 100,000 steps opens, and can be walked from its start to its end", async ({ page }) => {
  test.setTimeout(120_000);
  const source = "def count(n):\n    total = 0\n    for i in range(n):\n        total += i\n    return total\n";
  await openProgram(page, { source, entry: { kind: "call", expression: "count(50000)" } });
  await record(page, /100,0\d\d steps/);
  for (const title of ["Concise", "CodeExecutor"]) await expect(traceText(page, title)).not.toBeEmpty({ timeout: 40_000 });
  await stepsReady(page);
  await slider(page).focus();
  for (let press = 0; press < 40; press++) await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("region", { name: "Steps" })).toContainText("Step 41");
  await page.keyboard.press("End");
  await expect(page.getByRole("region", { name: "Steps" })).toContainText("returns 1249975000");
});

test("the palette and the list of keys", async ({ page }) => {
  // Letters typed before the palette is there are for the palette, not for the single keys of the page.
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.goto("/trace");
  await expect(traceText(page, "NExT")).toContainText("# (0)");
  const before = await slider(page).getAttribute("aria-valuetext");
  await page.route("**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("last");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", before ?? "");
  letThrough();
  await expect(page.getByRole("option", { name: /^Last step/ })).toBeVisible();
  await page.keyboard.type(" step");
  await expect(page.getByRole("combobox", { name: "Commands" })).toHaveValue("last step");
  await page.keyboard.press("Enter");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /return/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Step over");
});
