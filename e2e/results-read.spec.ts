import { readFile } from "node:fs/promises";
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

test("an empty file and one that is not text are said not to be imported", async ({ page }) => {
  await page.goto("/import");
  await page.getByLabel("Choose files").setInputFiles([
    { name: "empty.jsonl", mimeType: "application/jsonl", buffer: Buffer.alloc(0) },
    { name: "picture.jsonl", mimeType: "application/jsonl", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 255]) },
  ]);
  await expect(page.getByRole("heading", { level: 2, name: "Nothing was imported" })).toBeVisible();
});

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
  await page.getByRole("checkbox", { name: /^plain .*Two runs/ }).check();
  await page.getByRole("checkbox", { name: /^traced .*Two runs/ }).check();
  // Four fixed, none broken: McNemar's exact p is 0.125, so nothing is claimed.
  await expect(page.getByLabel("Answer")).toContainText("cannot be told apart");
  await expect(page.getByLabel("Answer")).toContainText("+33.3 points");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

test("set two arms against each other, open the problems that flipped, and go from one to the next by key", async ({ page }) => {
  await importTwo(page);
  await page.getByRole("link", { name: "Two runs" }).click();
  await page.getByRole("button", { name: "Set arms against each other" }).click();
  await page.getByRole("button", { name: "Add contrast" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("Answer")).toContainText("12 problems are too few to tell");
  const row = page.getByRole("region", { name: "Differences" }).getByRole("row").filter({ hasText: "cannot tell" });
  await expect(row).toContainText("33.3");
  await row.getByRole("link").click();

  const problems = page.getByRole("navigation", { name: "Problems" });
  await expect(problems.getByRole("heading", { name: /^(fixed|broken) 4$/ })).toBeVisible();
  await expect(problems.getByRole("heading", { name: "both solve it 4" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Problem HumanEval/4" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page).toHaveURL(/task=HumanEval%2F5|task=HumanEval\/5/);
  await expect(page.getByRole("region", { name: "Problem HumanEval/5" }).getByText("failed: wrong")).toBeVisible();
  await page.keyboard.press("k");
  await expect(page.getByRole("region", { name: "Problem HumanEval/4" })).toBeVisible();
  await expectNoViolations(page);
});

test("filter with completions by mouse, save exactly those rows, save a picture, and attach a published table", async ({
  page,
}) => {
  await importTwo(page);
  await page.getByRole("link", { name: "Two runs" }).click();
  await page.getByRole("tab", { name: "Samples" }).click();
  await expect(page.getByText("24 samples", { exact: true })).toBeVisible();
  const filter = page.getByRole("combobox", { name: "Filter" });
  await filter.pressSequentially("ver");
  await page.getByRole("option", { name: /^verdict:/ }).click();
  await page.getByRole("option", { name: /^failed/ }).click();
  await expect(filter).toHaveValue("verdict:failed");
  await expect(page.getByText("12 samples", { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/filter=verdict/);

  for (const [format, lines] of [
    ["CSV", 13],
    ["JSON Lines", 12],
    ["Markdown", 14],
  ] as const) {
    const rows = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export rows" }).click();
    await page.getByRole("menuitem", { name: format, exact: true }).click();
    const text = await readFile(await (await rows).path(), "utf8");
    expect(text.trimEnd().split("\n"), format).toHaveLength(lines);
  }

  await page.getByRole("tab", { name: "Pass rates" }).click();
  const picture = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download pass@1 by condition" }).click();
  await page.getByRole("menuitem", { name: "SVG" }).click();
  expect((await picture).suggestedFilename()).toBe("pass@1-by-condition.svg");

  await page.getByRole("tab", { name: "Published figures" }).click();
  await page.getByRole("button", { name: "Attach a published table" }).click();
  await page.getByLabel("Title").fill("Table 1");
  await page.getByLabel("Where the figures are from").fill("A paper");
  await page.getByLabel("or its text").fill("model,pass@1\nplain,33.3\ntraced,70.0");
  await page.getByRole("button", { name: "Attach and compare" }).click();
  await expect(page.getByRole("region", { name: "Table 1", exact: true })).toContainText(
    "1 of 2 cells with figures here are reproduced",
  );
  await page.getByRole("region", { name: "Table 1", exact: true }).getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("region", { name: "Table 1", exact: true })).toHaveCount(0);
});

test("a row of the samples opens that sample, alone where its arm has no control", async ({ page }) => {
  const rows = ["0", "1", "2"].flatMap((value) =>
    ["A", "B"].map((task) => ({
      task_id: `HumanEval/${task}`,
      completion: `    return ${value}\n`,
      result: value === "1" ? "passed" : "failed: wrong",
      passed: value === "1",
    })),
  );
  await page.goto("/import");
  await page.getByLabel("Name of the experiment").fill("Three samples each");
  const buffer = Buffer.from(rows.map((row) => JSON.stringify(row)).join("\n"));
  await page.getByLabel("Choose files").setInputFiles([{ name: "alone_temp_0.8.jsonl", mimeType: "application/jsonl", buffer }]);
  await page.getByRole("link", { name: "Three samples each" }).click();
  await expect(page.getByLabel("Answer")).toContainText("There is one arm here.");
  await page.getByRole("tab", { name: "Samples" }).click();
  await page.getByRole("combobox", { name: "Filter" }).fill("verdict:passed");
  await expect(page.getByText("2 samples", { exact: true })).toBeVisible();
  await page.getByRole("row", { name: /HumanEval\/B/ }).dblclick();

  const problem = page.getByRole("region", { name: "Problem HumanEval/B" });
  await expect(problem.getByRole("combobox")).toHaveText("sample 2, round 1: passed");
  await expect(problem.getByRole("tabpanel")).toContainText("return 1");
  await expect(page.getByRole("navigation", { name: "Problems" })).toContainText("solved at times 2");
  await expectNoViolations(page);
});

test("a comparison is kept under a name; a revoked link is gone as if it had never been", async ({ page }) => {
  await importTwo(page);
  await page.goto("/compare");
  await page.getByRole("checkbox", { name: /^plain .*Two runs/ }).check();
  await page.getByRole("checkbox", { name: /^traced .*Two runs/ }).check();
  await expect(page.getByLabel("Answer")).toContainText("+33.3 points");
  await page.getByRole("textbox", { name: "Name of this comparison" }).fill("Plain and traced");
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByRole("link", { name: "Plain and traced" })).toBeVisible();
  await page.goto("/compare");
  await page.getByRole("link", { name: "Plain and traced" }).click();
  await expect(page.getByLabel("Answer")).toContainText("+33.3 points");

  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Make a link" }).click();
  const address = await page.getByRole("textbox", { name: "Link" }).inputValue();
  const shared = await page.request.get(address);
  expect(shared.status()).toBe(200);
  const image = /property="og:image" content="([^"]+)"/.exec(await shared.text())?.[1] ?? "";
  expect(new URL(image).pathname).toMatch(/^\/s\/.+\/opengraph-image/);
  const drawn = await page.request.get(image);
  expect([drawn.status(), drawn.headers()["content-type"]]).toEqual([200, "image/png"]);
  const revoked = page.waitForResponse((answer) => answer.request().method() === "DELETE");
  await page.getByRole("button", { name: "Revoke" }).first().click();
  expect((await revoked).status()).toBe(200);
  expect((await page.request.get(address)).status()).toBe(404);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Delete Plain and traced" }).click();
  await expect(page.getByRole("link", { name: "Plain and traced" })).toHaveCount(0);
});

test("what a number means is said on hover and on focus, can be pointed at, and goes with Escape", async ({ page }) => {
  await importTwo(page);
  await page.getByRole("link", { name: "Two runs" }).click();
  const estimand = page.getByRole("button", { name: /^estimand/ });
  const hint = page.getByRole("tooltip");
  await estimand.hover();
  await expect(hint).toBeVisible();
  const words = (await hint.textContent()) ?? "";
  expect(words).toContain("problem");
  await expect(estimand).toHaveAccessibleDescription(words);
  await hint.hover();
  await expect(hint).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(hint).toHaveCount(0);
  await expect(estimand).not.toHaveAttribute("aria-describedby");

  await page.mouse.move(0, 0);
  await estimand.focus();
  await expect(hint).toHaveText(words);
  await expectNoViolations(page);
  await page.keyboard.press("Tab");
  await expect(hint.filter({ hasText: words })).toHaveCount(0);
});

test("menus and lists open by key the first time, too, and give the focus back", async ({ page }) => {
  await importTwo(page);
  await page.getByRole("link", { name: "Two runs" }).click();
  const theme = page.getByRole("button", { name: "Theme" });
  await theme.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "As the system" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(theme).toBeFocused();

  const correction = page.getByRole("combobox", { name: "Correction for many contrasts" });
  await correction.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: /^Holm/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/correction=benjamini-hochberg/);
  await expect(correction).toHaveText("Benjamini–Hochberg");
  await expect(correction).toBeFocused();

  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("combobox", { name: "Commands" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(correction).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });
    test("import and results have no violations", async ({ page }) => {
      await importTwo(page);
      await expectNoViolations(page);
      await page.getByRole("link", { name: "Two runs" }).click();
      for (const tab of ["Differences", "Pass rates", "Problems", "Samples", "Published figures"]) {
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
