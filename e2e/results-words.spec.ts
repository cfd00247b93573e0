import { expect, type Page, test } from "@playwright/test";

type File = { readonly name: string; readonly rows: readonly object[] };

async function importFiles(page: Page, name: string, files: readonly File[]): Promise<void> {
  await page.goto("/import");
  await page.getByLabel("Name of the experiment").fill(name);
  await page.getByLabel("Choose files").setInputFiles(
    files.map((file) => ({
      name: file.name,
      mimeType: "application/jsonl",
      buffer: Buffer.from(file.rows.map((row) => JSON.stringify(row)).join("\n")),
    })),
  );
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

const tally = (model: string, problem: number, correct: number) => ({
  benchmark_id: "b",
  model,
  example_id: problem,
  pass1: correct / 8,
  correct,
  count: 8,
});

test("labels beside the noise split end inside the picture, however long names and figures are", async ({ page }) => {
  const name = "a-model-with-one-of-the-longest-names-that-anybody-gave-a-model";
  // Rates no further apart than eight samples leave them: the whole error comes from the samples, a share of three digits.
  const rows = [3, 4, 5, 4].map((correct, problem) => tally(name, problem, correct));
  await importFiles(page, "Noise of one arm", [{ name: "counts.jsonl", rows }]);
  await page.getByRole("tab", { name: "Certainty" }).click();
  const picture = page.getByRole("img", { name: "Noise split of each arm" });
  await expect(picture).toContainText("100 % samples");
  await expect(picture).toContainText("…");
  const overrun = await picture.evaluate((svg) => {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
    return Math.max(...texts.flatMap(({ left, right }) => [frame.left - left, right - frame.right]));
  });
  expect(overrun).toBeLessThanOrEqual(0);
});

test("arms that differ in their files alone can be told apart where one chooses among them, and their table says what it is short of", async ({
  page,
}) => {
  const rows = (passed: readonly boolean[]) =>
    passed.flatMap((isPassed, task) =>
      [isPassed, false].map((each) => ({
        task_id: `HumanEval/${task}`,
        completion: "    return 1\n",
        result: each ? "passed" : "failed: wrong",
        passed: each,
      })),
    );
  await importFiles(page, "Files by name", [
    { name: "samples-first.jsonl", rows: rows([true, false, true]) },
    { name: "samples-second.jsonl", rows: rows([true, true, true]) },
  ]);
  const answer = page.getByLabel("Answer");
  await expect(answer).toContainText("Use “Set arms against each other” below");
  await expect(answer).not.toContainText("baseline");
  await page.getByRole("button", { name: "Set arms against each other" }).click();
  await expect(page.getByRole("combobox", { name: "Arm" })).toContainText("first");
  await expect(page.getByRole("combobox", { name: "Against" })).toContainText("second");
  await page.getByRole("button", { name: "Add contrast" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "fixed" }).hover();
  await expect(page.getByRole("tooltip")).toContainText("Empty where problems have several samples");
});
