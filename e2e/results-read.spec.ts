import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

/** HumanEval results of one model under two conditions' worth of file names: 12 problems, one sample each. */
function results(flags: string): string {
  return [...flags]
    .map((flag, index) =>
      JSON.stringify({
        task_id: `HumanEval/${index}`,
        completion: `    return ${flag === "+" ? index : -index}\n`,
        result: flag === "+" ? "passed" : "failed: wrong",
        passed: flag === "+",
      }),
    )
    .join("\n");
}

async function importTwo(page: Page): Promise<void> {
  await page.goto("/import");
  await page.getByLabel("Name of the experiment").fill("Two runs");
  await page.getByLabel("Choose files").setInputFiles([
    { name: "plain_temp_0.0.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(results("++++--------")) },
    { name: "traced_temp_0.0.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(results("++++++++----")) },
  ]);
  await expect(page.getByRole("link", { name: "Two runs" })).toBeVisible();
}

test("import, compare, drill down to a program, filter, export and share", async ({ page }) => {
  await importTwo(page);
  await expect(page.getByText("2 arms · 12 problems · 24 samples")).toBeVisible();
  await page.getByRole("link", { name: "Two runs" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Two runs" })).toBeVisible();

  await page.getByRole("tab", { name: "Samples" }).click();
  await page.getByRole("combobox", { name: "Filter" }).fill("verdict:passed model:traced");
  await expect(page.getByText("8 samples", { exact: true })).toBeVisible();
  await page.getByRole("combobox", { name: "Filter" }).fill("colour:red");
  await expect(page.getByRole("alert").filter({ hasText: "There is no field" })).toBeVisible();

  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Make a link" }).click();
  const address = await page.getByRole("textbox", { name: "Link" }).inputValue();
  await page.goto(address);
  await expect(page.getByText("Shared, read-only")).toBeVisible();
  const response = await page.goto(address.replace(/\/s\/.{4}/, "/s/AAAA"));
  expect(response?.status()).toBe(404);

  await page.goto("/compare");
  await page.getByRole("checkbox", { name: /plain/ }).check();
  await page.getByRole("checkbox", { name: /traced/ }).check();
  // Four fixed, none broken: McNemar's exact p is 0.125, so nothing is claimed.
  await expect(page.getByLabel("Answer")).toContainText("cannot be told apart");
  await expect(page.getByLabel("Answer")).toContainText("+33.3 points");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });
    test("import and results have no violations", async ({ page }) => {
      await importTwo(page);
      await expectNoViolations(page);
      await page.getByRole("link", { name: "Two runs" }).click();
      for (const tab of ["Differences", "Pass rates", "Problems", "Samples"]) {
        await page.getByRole("tab", { name: tab }).click();
        await expect(page.getByRole("tabpanel", { name: tab })).toBeVisible();
        await expectNoViolations(page);
      }
    });
  });
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`)).toEqual([]);
}
