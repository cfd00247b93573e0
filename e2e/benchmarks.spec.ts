import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`)).toEqual([]);
}

const rows = [
  {
    task_id: "journey/add",
    prompt: "Write add(a, b), which gives the sum.",
    entry_point: "add",
    reference: "def add(a, b):\n    return a + b\n",
    tests: [
      { arguments: "1, 2", expected: "3", visible: true },
      { arguments: "20, 22", expected: "42" },
    ],
  },
  {
    task_id: "journey/last",
    kind: "repair",
    prompt: "last(items) gives the last item, or None.",
    entry_point: "last",
    starter: "def last(items):\n    return items[-1]\n",
    reference: "def last(items):\n    return items[0] if items else None\n",
    tests: [
      { arguments: "[]", expected: "None", visible: true },
      { arguments: "[1, 2]", expected: "2" },
    ],
  },
  { task_id: "journey/typo", prompt: "Nothing.", entry_point: "f", test: [], tests: [{ arguments: "1", expected: "1" }] },
];
const file = {
  name: "journey.jsonl",
  mimeType: "application/jsonl",
  buffer: Buffer.from(`${rows.map((row) => JSON.stringify(row)).join("\n")}\n`),
};

test("a benchmark of one's own is brought, checks itself, shows what is wrong with it, and is deleted", async ({ page }) => {
  await page.goto("/benchmarks");
  const outcome = page.getByRole("region", { name: "What became of the files" });
  // Until the page listens a file is not noticed.
  await expect(async () => {
    await page.getByLabel("Choose files").setInputFiles(file);
    await expect(page.getByRole("progressbar").or(outcome).first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(outcome).toContainText("2 problems (synthesis, repair)");
  await expect(outcome).toContainText(/Line 3: .*"test"/);
  const row = page.getByRole("row", { name: /journey/ });
  await expect(row).toContainText("1 exception of 3", { timeout: 30_000 });

  await outcome.getByRole("link").first().click();
  await expect(page.getByRole("region", { name: "Checked against itself" })).toContainText("1 of 2 solutions pass");
  await page.getByRole("button", { name: "journey/last" }).click();
  const problem = page.getByRole("article", { name: "Problem journey/last" });
  await expect(problem).toContainText("and should pass: last([1, 2]): 1 instead of 2");
  await expect(problem.getByText("Visible tests: 1")).toBeVisible();
  await expect(problem.getByText("return items[0] if items else None")).toBeHidden();
  await problem.getByText("Show the solution").click();
  await expect(problem.getByText("return items[0] if items else None")).toBeVisible();
  await problem.getByText("Show hidden tests").click();
  await expect(problem.getByText("[1, 2]", { exact: false }).first()).toBeVisible();
  await page.getByRole("searchbox", { name: "Search problems" }).fill("add");
  await expect(page).toHaveURL(/search=add/);
  await expect(page.getByText("1 problem", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Start an experiment with it" })).toHaveAttribute("href", /benchmark=/);

  await page.getByRole("button", { name: "Delete…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(/\/benchmarks$/);
  await expect(page.getByRole("row", { name: /journey/ })).toHaveCount(0);
});

test("what is no benchmark is refused by name", async ({ page }) => {
  await page.goto("/benchmarks");
  await expect(async () => {
    await page
      .getByLabel("Choose files")
      .setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("nothing of use\n") });
    await expect(page.getByRole("region", { name: "What became of the files" })).toContainText("notes.txt", { timeout: 5_000 });
  }).toPass();
  await expect(page.getByRole("region", { name: "What became of the files" })).toContainText("not recognized");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`benchmarks and the problems of one have no violations in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/benchmarks");
    await page.getByRole("link", { name: "Polytrace Mini" }).waitFor();
    await expectNoViolations(page);
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox", { name: "Commands" }).fill("polytrace m");
    await page.getByRole("option", { name: "Polytrace Mini" }).click();
    await expect(page.getByText("28 problems")).toBeVisible();
    const problems = page.getByRole("grid", { name: "Problems" });
    await problems
      .getByRole("row", { name: /mini\/repair/ })
      .first()
      .click();
    await expect(page.getByText("Buggy program", { exact: true })).toBeVisible();
    await expectNoViolations(page);
  });
}
