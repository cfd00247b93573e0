import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { startOpenAiServer } from "../testing/openai-server";

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`)).toEqual([]);
}

async function openForm(page: Page): Promise<void> {
  await page.goto("/models");
  // Until the page listens a click does nothing.
  await expect(async () => {
    await page.getByRole("button", { name: "Add a model" }).click();
    await expect(page.getByRole("dialog", { name: "Add a model" })).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

test("a model is tried, added, tried again, changed and deleted, and its key's variable is said to be missing", async ({
  page,
}) => {
  const server = await startOpenAiServer({ seed: 1, answer: () => "ready", models: ["small-coder"] });
  await page.request.delete("/api/v1/models/small-coder-7b");
  await openForm(page);
  const form = page.getByRole("dialog", { name: "Add a model" });
  const outcome = form.getByRole("status", { name: "Connection test" });
  await form.getByRole("button", { name: "Add model" }).click();
  await expect(form.getByText("Write the endpoint's address")).toBeVisible();
  await form.getByRole("textbox", { name: "Title" }).fill("Small Coder 7B");
  await expect(form.getByRole("textbox", { name: "Id in specifications" })).toHaveValue("small-coder-7b");
  await form.getByRole("textbox", { name: "Base URL" }).fill(server.baseUrl.replace("/v1", "/v2"));
  await form.getByRole("textbox", { name: "Name at the endpoint" }).fill("large-coder");
  await form.getByRole("button", { name: "Test connection" }).click();
  await expect(outcome).toContainText("Check the base URL");
  await form.getByRole("textbox", { name: "Base URL" }).fill(server.baseUrl);
  await form.getByRole("button", { name: "Test connection" }).click();
  await expect(outcome).toContainText('no model "large-coder"');
  await form.getByRole("textbox", { name: "Name at the endpoint" }).fill("small-coder");
  await form.getByRole("button", { name: "Test connection" }).click();
  await expect(outcome).toContainText(/It answers: .?ready/);
  await expect(outcome).toContainText(/\d ms · \d+ tokens in, \d+ out/);
  await form.getByRole("textbox", { name: "$ per million tokens in" }).fill("0,2");
  const price = form.getByRole("textbox", { name: "$ per million tokens out" });
  await price.fill("1e9");
  await form.getByRole("button", { name: "Add model" }).click();
  await expect(price).toHaveValue("1e9");
  await expect(outcome).toContainText("“$ per million tokens out” holds no number that can be used.");
  await price.fill("0.6");
  await form.getByRole("button", { name: "Add model" }).click();
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /Small Coder 7B/ }) });
  await expect(row).toContainText("0.60");
  await row.getByRole("button", { name: "Test Small Coder 7B" }).click();
  await expect(page.getByRole("status", { name: "Test of Small Coder 7B" })).toContainText("It answers");

  await row.getByRole("button", { name: "More about Small Coder 7B" }).click();
  await page.getByRole("menuitem", { name: "Change…" }).click();
  const change = page.getByRole("dialog", { name: "Change Small Coder 7B" });
  await change.getByRole("textbox", { name: "Variable that holds the key" }).fill("POLYTRACE_NEVER_SET_KEY");
  await change.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("not set on this server");
  await row.getByRole("button", { name: "Test Small Coder 7B" }).click();
  await expect(page.getByRole("status", { name: "Test of Small Coder 7B" })).toContainText("POLYTRACE_NEVER_SET_KEY");

  await row.getByRole("button", { name: "More about Small Coder 7B" }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(row).toHaveCount(0);
  await server.stop();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the models have no violations in the ${colorScheme} theme, and stand-ins are named as no models`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openForm(page);
    await page.getByRole("button", { name: "Add model" }).click();
    await expectNoViolations(page);
    await page.keyboard.press("Escape");
    const standIns = page.getByRole("region", { name: "Stand-ins, which are no models" });
    await expect(standIns).toContainText("Mutant (not a model)");
    await expect(standIns).toContainText("Reference (not a model)");
    await expectNoViolations(page);
  });
}
