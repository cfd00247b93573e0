import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { openProgram, record, separate, traceText } from "./workbench";

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`)).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("home has no violations", async ({ page }) => {
      await page.goto("/");
      await expect(page.getByRole("link", { name: /Loops/ })).toBeVisible();
      await expectNoViolations(page);
    });

    test("the workbench has no violations, nor have its dialogs", async ({ page }) => {
      await openProgram(page, separate);
      await record(page, /completed/);
      await expect(traceText(page, "NExT")).toContainText("# (0)");
      await expectNoViolations(page);
      await page.getByRole("button", { name: "Share" }).click();
      await page.getByRole("button", { name: "Make a short link" }).click();
      await expect(page.getByRole("textbox", { name: "Short link" })).toBeVisible();
      await expectNoViolations(page);
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectNoViolations(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Options of NExT", exact: true }).click();
      await expectNoViolations(page);
    });

    test("a page that is not there has no violations", async ({ page }) => {
      await page.goto("/nothing/here");
      await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
      await expectNoViolations(page);
    });
  });
}

test("the theme follows the system until one is chosen, and is set before the first paint", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitem", { name: "Light" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.reload({ waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

test("a phone shows everything below each other, without scrolling sideways", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openProgram(page, separate);
  await record(page, /completed/);
  await expect(traceText(page, "NExT")).toContainText("# (0)");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectNoViolations(page);
});
