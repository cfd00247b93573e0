import { expect, test } from "@playwright/test";
import { openProgram, record, separate, slider, stepsReady, traceText } from "./workbench";

test("a short link opens the same program, panes, options and step", async ({ page, browser }) => {
  await openProgram(page, { ...separate, adapters: ["concise", "semcoder"] });
  await record(page, /completed/);
  await stepsReady(page);
  await slider(page).focus();
  await page.keyboard.press("Home");
  for (let press = 0; press < 5; press++) await page.keyboard.press("ArrowRight");
  const at = await slider(page).getAttribute("aria-valuetext");
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Make a short link" }).click();
  const field = page.getByRole("textbox", { name: "Short link" });
  await expect(field).toHaveValue(/\/t\/[A-Za-z0-9_-]+$/);
  const link = await field.inputValue();
  const embed = await page.getByRole("textbox", { name: "Embed code" }).inputValue();

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(link);
  await expect(slider(visitor)).toHaveAttribute("aria-valuetext", at ?? "");
  await expect(visitor.getByRole("button", { name: /^Format:/ })).toHaveText([/Concise/, /SemCoder/]);
  await expect(visitor.getByLabel("Call expression")).toHaveValue("separate([1, 2, 3, 4])");
  await expect(traceText(visitor, "Concise").locator("[data-look=step]").first()).toBeVisible();

  await visitor.goto(/src="([^"]+)"/.exec(embed)?.[1] ?? "");
  await expect(traceText(visitor, "SemCoder")).toContainText("[INPUT]");
  await expect(visitor.getByRole("button", { name: "Record" })).toBeDisabled();
  await expect(visitor.getByRole("link", { name: "Open in Polytrace" })).toBeVisible();
});

test("a link that stores nothing carries everything, and runs nothing by itself", async ({ page, browser }) => {
  await openProgram(page, { ...separate, adapters: ["scratchpad", "next"] });
  await expect(page.getByText("Nothing runs until you record it.")).toBeVisible();
  await expect(page.getByText("Not recorded yet")).toHaveCount(0);
  await record(page, /completed/);
  await stepsReady(page);
  await slider(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  const at = await slider(page).getAttribute("aria-valuetext");
  await page.getByRole("button", { name: "Share" }).click();
  const field = page.getByRole("textbox", { name: "Link that stores nothing" });
  await expect(field).toHaveValue(/\/trace#1\./);
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(await field.inputValue());
  await expect(visitor.getByRole("button", { name: /^Format:/ })).toHaveText([/Scratchpad/, /NExT/]);
  // This server still has the recording, so it is shown without running anything.
  await expect(slider(visitor)).toHaveAttribute("aria-valuetext", at ?? "");
});

test("a reload keeps recording and step", async ({ page }) => {
  await page.goto("/trace");
  await expect(traceText(page, "NExT")).toContainText("# (0)");
  await stepsReady(page);
  await slider(page).focus();
  await page.keyboard.press("End");
  await expect(page).toHaveURL(/recording=.+&step=\d+/);
  const at = await slider(page).getAttribute("aria-valuetext");
  await page.reload();
  await expect(slider(page)).toHaveAttribute("aria-valuetext", at ?? "");
});

test("an unknown link and a damaged one", async ({ page }) => {
  await page.goto("/t/AAAAAAAAAAAAAAAA");
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  await page.goto("/trace#1.damaged");
  await expect(page.getByText("The link is damaged")).toBeVisible();
});
