import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type OpenAiServer, startOpenAiServer } from "@/testing/openai-server";

/** Its own name in every run, so that what an earlier run left does not matter. */
const name = `Watched ${Date.now()}`;
let server: OpenAiServer;
test.describe.configure({ timeout: 120_000 });
test.beforeAll(async () => {
  server = await startOpenAiServer({
    seed: 4,
    latencyMs: 150,
    faults: { "429": 0.05 },
    answer: () => "[ANSWER]3[/ANSWER]\n```python\ndef middle_value(values):\n    return sorted(values)[len(values) // 2]\n```",
  });
});
test.afterAll(() => server.stop());

/** A model that takes its time, so that a run can be watched. */
async function setUpModel(page: Page): Promise<void> {
  const model = {
    provider: "openai-chat",
    id: "watched",
    title: "Watched",
    modelName: "m",
    baseUrl: server.baseUrl,
    price: { inputPerMillionUsd: 1, outputPerMillionUsd: 2 },
    limits: { concurrency: 1 },
  };
  const response = await page.request.put("/api/v1/models/watched", { data: model });
  expect(response.ok()).toBe(true);
}

test("design an experiment, start it, watch, pause and resume it, read its results", async ({ page }) => {
  await setUpModel(page);
  await page.goto("/experiments/new?model=watched");
  const plan = page.getByRole("complementary", { name: "Plan" });
  await expect(plan.getByText("trace:next minus feedback").first()).toBeVisible();

  await page.getByLabel("Draw only").fill("3");
  await expect(page.getByText("3 of 28 problems")).toBeVisible();
  await expect(plan.getByRole("list", { name: "Warnings" })).toContainText("cannot be significant at this N");
  await page.getByRole("textbox", { name: "Name" }).first().fill("");
  await expect(page.getByText("Give the experiment a name.")).toBeVisible();
  await expect(plan.getByRole("button", { name: "Start the experiment" })).toBeDisabled();
  await page.getByRole("textbox", { name: "Name" }).first().fill(name);

  await page.getByRole("tab", { name: "Prompts as sent" }).click();
  await page.getByRole("tab", { name: "trace:next" }).click();
  await expect(page.getByRole("region", { name: "Prompt" }).locator("mark")).not.toBeEmpty();

  await page.getByRole("tab", { name: "YAML" }).click();
  const yaml = page.getByRole("textbox", { name: "Specification as YAML" });
  await expect(yaml).toHaveValue(/sample: 3/);
  await yaml.fill((await yaml.inputValue()).replace("n: 4", "n: x"));
  await expect(page.getByRole("tabpanel")).toContainText("strategies.0.n");
  await yaml.fill((await yaml.inputValue()).replace("n: x", "n: 3"));
  await page.getByRole("tab", { name: "Design" }).click();
  await expect(page.getByLabel("Samples (n)")).toHaveValue("3");

  await plan.getByRole("button", { name: "Start the experiment" }).click();
  const progress = page.getByRole("region", { name: "Progress", exact: true });
  await expect(progress.getByText("running")).toBeVisible();
  await expect(progress).toContainText("partial");
  await progress.getByRole("button", { name: "Pause" }).click();
  await expect(progress.getByText("Paused by hand.")).toBeVisible();
  await progress.getByRole("button", { name: "Resume" }).click();
  await expect(progress.getByText("completed")).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole("region", { name: "Answer" })).toContainText("No condition can be told apart from its control");

  await page.goto("/experiments");
  await page.getByRole("searchbox", { name: "Search experiments" }).fill(name.toLowerCase());
  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("completed");
  await row.getByRole("button", { name: `More about ${name}` }).click();
  await page.getByRole("menuitem", { name: /Duplicate/ }).click();
  await expect(page.getByRole("textbox", { name: "Name" }).first()).toHaveValue(`${name} (copy)`);

  await page.goto(`/experiments?q=${encodeURIComponent(name)}`);
  await row.getByRole("button", { name: `More about ${name}` }).click();
  await page.getByRole("menuitem", { name: /Delete/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(/No experiment fits|There is no experiment yet/)).toBeVisible();
  await expect(row).toHaveCount(0);
});

test("YAML with errors is kept, and nothing is started until it is corrected or discarded", async ({ page }) => {
  await page.goto("/experiments/new");
  const start = page.getByRole("complementary", { name: "Plan" }).getByRole("button", { name: "Start the experiment" });
  await expect(start).toBeEnabled();
  const format = page.getByRole("combobox", { name: "Format" }).first();
  await format.click();
  await page.getByRole("option", { name: "NExT", exact: true }).click();
  await page.getByRole("tab", { name: "YAML" }).click();
  const yaml = page.getByRole("textbox", { name: "Specification as YAML" });
  const faulty = (await yaml.inputValue()).replace("n: 4", "n: x");
  await yaml.fill(faulty);
  await expect(start).toBeDisabled();
  await expect(page.getByRole("complementary", { name: "Plan" })).toContainText("The YAML has errors.");

  await page.getByRole("tab", { name: "Design" }).click();
  await expect(page.getByText("The YAML has errors and was kept as typed.")).toBeVisible();
  await expect(page.getByLabel("Samples (n)")).toHaveValue("4");
  await expect(page.getByLabel("Samples (n)")).toBeDisabled();
  // A press on a disabled list would open it, and a choice there would replace the YAML.
  await format.click({ force: true });
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await page.reload();
  await page.getByRole("button", { name: "Correct the YAML" }).click();
  await expect(yaml).toHaveValue(faulty);
  await expect(start).toBeDisabled();
  await yaml.fill(faulty.replace("n: x", "n: 2"));
  await expect(start).toBeEnabled();
  await yaml.fill("name: [");
  await page.getByRole("tab", { name: "Design" }).click();
  await page.getByRole("button", { name: "Discard the YAML" }).click();
  await expect(page.getByLabel("Samples (n)")).toHaveValue("2");
  await expect(start).toBeEnabled();
});

test("a number that cannot be read stays as typed, says what is wanted, and holds the start", async ({ page }) => {
  await page.goto("/experiments/new");
  const plan = page.getByRole("complementary", { name: "Plan" });
  const start = plan.getByRole("button", { name: "Start the experiment" });
  await expect(start).toBeEnabled();
  const temperature = page.getByLabel("Temperature");
  await temperature.fill("0,7");
  await temperature.blur();
  await expect(temperature).toHaveValue("0.7");

  const samples = page.getByLabel("Samples (n)");
  await samples.fill("");
  await samples.pressSequentially("2.5");
  await samples.blur();
  await expect(samples).toHaveValue("2.5");
  await expect(samples).toHaveAttribute("aria-invalid", "true");
  await expect(samples).toHaveAccessibleDescription("A whole number from 1 to 1,000.");
  await expect(plan).toContainText("“Samples (n)” holds no number that can be used.");
  await expect(start).toBeDisabled();
  await page.getByRole("tab", { name: "YAML" }).click();
  await expect(start).toBeDisabled();
  await page.getByRole("tab", { name: "Design" }).click();
  await expect(samples).toHaveValue("2.5");
  await samples.fill("3");
  await expect(start).toBeEnabled();
  await samples.fill("abc");
  await page.getByRole("button", { name: "Begin again with the rehearsal" }).click();
  await expect(samples).toHaveValue("4");
  await expect(start).toBeEnabled();
});

test("a rehearsal in one click; list, builder and progress have no violations", async ({ page }) => {
  await page.goto("/experiments");
  await page.getByRole("button", { name: "Run a rehearsal now" }).click();
  const progress = page.getByRole("region", { name: "Progress", exact: true });
  await expect(progress.getByText("completed")).toBeVisible({ timeout: 40_000 });
  await progress.getByText("8 arms").click();
  const table = progress.getByRole("region", { name: "Progress of the arms" });
  await expect(table.getByRole("columnheader", { name: "Chains passed" })).toBeVisible();
  await expectNoViolations(page);
  await page.goto("/experiments");
  await expect(page.getByRole("link", { name: /^Rehearsal/ }).first()).toBeVisible();
  await expectNoViolations(page);
  await page.goto("/experiments/new");
  await expect(page.getByText("14 of 28 problems")).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("tab", { name: "Prompts as sent" }).click();
  await expect(page.getByRole("region", { name: "Prompt" })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("tab", { name: "YAML" }).click();
  await expect(page.getByLabel("Specification as YAML")).toBeVisible();
  await expectNoViolations(page);
});

test("a row of a run's samples opens that sample beside its counterpart in the control", async ({ page }) => {
  await page.goto("/experiments");
  await page.getByRole("button", { name: "Run a rehearsal now" }).click();
  await expect(page.getByRole("region", { name: "Progress", exact: true }).getByText("completed")).toBeVisible({
    timeout: 40_000,
  });
  await page.getByRole("tab", { name: "Samples" }).click();
  await page.getByRole("combobox", { name: "Filter" }).fill("condition:trace* chain:1");
  await expect(page.getByText("28 samples", { exact: true })).toBeVisible();
  await page.getByRole("grid", { name: "Samples" }).getByRole("gridcell").first().dblclick();
  await expect(page).toHaveURL(/sample=1\.0/);
  const chosen = page.getByRole("combobox", { name: /^Sample of/ });
  await expect(chosen).toHaveText([/^sample 2, round 1:/, /^sample 2, round 1:/]);
  await page.keyboard.press("j");
  await expect(page).not.toHaveURL(/sample=/);
});

/** In both themes. */
async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    const places = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`);
    expect(places, colorScheme).toEqual([]);
  }
}
