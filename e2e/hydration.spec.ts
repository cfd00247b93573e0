import { expect, test } from "@playwright/test";

const rows = [true, false, true].map((passed, index) =>
  JSON.stringify({
    task_id: `HumanEval/${index}`,
    completion: "    return 1\n",
    result: passed ? "passed" : "failed: wrong",
    passed,
  }),
);

/**
 * A page whose surroundings change while its contents are still coming is thrown away by React and drawn again: for a moment everything
 * is there twice, and the work of the server was for nothing. It happens only once the scripts are in the browser's cache.
 */
test("what the server sent is taken up, not drawn a second time", async ({ page, request }) => {
  await page.goto("/import");
  await page.getByLabel("Name of the experiment").fill("Drawn once");
  await page
    .getByLabel("Choose files")
    .setInputFiles([{ name: "plain_temp_0.0.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(rows.join("\n")) }]);
  const results = await page.getByRole("link", { name: "Drawn once" }).getAttribute("href");
  const id = results?.split("/").at(-1);
  const made = await request.post("/api/v1/shares", { data: { experimentId: id } });
  const { path: shared } = (await made.json()) as { path: string };

  await page.addInitScript(() => {
    Object.assign(window, { mostHeadings: 0 });
    new MutationObserver(() => {
      const count = document.querySelectorAll("h1").length;
      if (count > Reflect.get(window, "mostHeadings")) Object.assign(window, { mostHeadings: count });
    }).observe(document, { childList: true, subtree: true });
  });
  for (const address of [`${results}`, shared, "/benchmarks", "/experiments", "/models"])
    for (let visit = 0; visit < 3; visit++) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // React gives up waiting for a boundary within some tenths of a second of showing it.
      await page.waitForTimeout(600);
      const most = await page.evaluate(() => Reflect.get(window, "mostHeadings"));
      expect(most, `headings on ${address}, visit ${visit + 1}`).toBe(1);
    }
});
