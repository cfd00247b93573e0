import { type Browser, chromium, type Page } from "@playwright/test";

export type Interaction = {
  readonly what: string;
  /** From the input to the next frame that shows its effect, the longest event of the interaction: the browser's own measure. */
  readonly toFrame: number;
  /** From the input until the rows or numbers asked for are there, where they come from the server. */
  readonly toData: number | null;
};

export type PageFigures = {
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly scriptBytes: number;
  readonly longestScrollGap: number;
  readonly heapMb: number;
  readonly interactions: readonly Interaction[];
};

const args = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

const collect = `
  window.benchEvents = [];
  window.benchPaint = 0;
  new PerformanceObserver((list) => { for (const { duration, name } of list.getEntries()) window.benchEvents.push({ duration, name }); })
    .observe({ type: "event", durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => { for (const { startTime } of list.getEntries()) window.benchPaint = startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
`;

/** Opens an experiment's page in a browser that knows nothing of it and uses its table as a person does. */
export async function watchPage(url: string, experimentId: string): Promise<PageFigures> {
  const browser = await chromium.launch({ executablePath: process.env.POLYTRACE_CHROMIUM ?? "/usr/bin/chromium", args });
  try {
    const first = await openPage(browser, `${url}/experiments/${experimentId}`);
    const interactions = [await chooseContrast(first.page)];
    const second = await openPage(browser, `${url}/experiments/${experimentId}?tab=samples`);
    interactions.push(...(await workTable(second.page)));
    const longestScrollGap = await scroll(second.page);
    const heap = await second.page.evaluate("performance.memory ? performance.memory.usedJSHeapSize / 1e6 : 0");
    const { scriptBytes, firstPaint, largestPaint } = first;
    return { firstPaint, largestPaint, scriptBytes, longestScrollGap, heapMb: Number(heap), interactions };
  } finally {
    await browser.close();
  }
}

async function openPage(browser: Browser, address: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(collect);
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const scripts = new Set<string>();
  let scriptBytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: "networkidle", timeout: 60_000 });
  await page.getByRole("tablist").first().waitFor();
  const firstPaint = Number(
    await page.evaluate('performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN'),
  );
  return { page, scriptBytes, firstPaint, largestPaint: Number(await page.evaluate("window.benchPaint")) };
}

/** Does something and tells how long its longest event took; `until` waits for what it asks the server for. */
async function interact(page: Page, what: string, steps: { act: () => Promise<unknown>; until?: () => Promise<unknown> }) {
  await page.evaluate("window.benchEvents.length = 0");
  const start = performance.now();
  await steps.act();
  await steps.until?.();
  const toData = steps.until === undefined ? null : performance.now() - start;
  await page.waitForTimeout(400);
  // No entry means that every event was done within 16 ms.
  const toFrame = Number(await page.evaluate("Math.max(16, ...window.benchEvents.map(({ duration }) => duration))"));
  return { what, toFrame, toData };
}

async function chooseContrast(page: Page): Promise<Interaction> {
  await page.getByRole("button", { name: /Set arms against each other/ }).click();
  return interact(page, "choose a contrast", {
    act: () => page.getByRole("button", { name: "Add contrast" }).click(),
    until: () =>
      page
        .getByRole("heading", { name: /your choice/ })
        .or(page.getByText("your choice"))
        .first()
        .waitFor(),
  });
}

async function workTable(page: Page): Promise<Interaction[]> {
  const filter = page.getByRole("combobox", { name: "Filter" });
  const rows = page.getByRole("grid", { name: "Samples", exact: true }).getByRole("row");
  const total = page.getByText(/^[\d,]+ samples$/);
  const changed = async (before: string) => {
    await total.filter({ hasNotText: before }).waitFor({ timeout: 60_000 });
    await rows.nth(2).filter({ hasNotText: "…" }).waitFor({ timeout: 60_000 });
  };
  await rows.nth(2).waitFor();
  const all = (await total.textContent()) ?? "";
  const done: Interaction[] = [];
  done.push(
    await interact(page, "type a filter, a letter at a time", {
      act: () => filter.pressSequentially("verdict:failed", { delay: 40 }),
      until: () => changed(all),
    }),
  );
  const some = (await total.textContent()) ?? "";
  done.push(await interact(page, "clear the filter", { act: () => filter.fill(""), until: () => changed(some) }));
  await page.keyboard.press("Escape");
  const sort = page.getByRole("columnheader", { name: "Problem" }).getByRole("button");
  done.push(
    await interact(page, "sort by problem", {
      act: () => sort.click(),
      until: () => rows.nth(2).filter({ hasNotText: "…" }).waitFor(),
    }),
  );
  await sort.click();
  await rows.nth(2).filter({ hasNotText: "…" }).click();
  const last = rows.filter({ hasNotText: "…" }).last();
  done.push(await interact(page, "to the end by key", { act: () => page.keyboard.press("End"), until: () => last.waitFor() }));
  await page.keyboard.press("Home");
  return done;
}

/** Turns the wheel for two seconds; the longest time between two frames. */
async function scroll(page: Page): Promise<number> {
  const box = await page.getByRole("grid", { name: "Samples", exact: true }).boundingBox();
  if (box === null) throw new Error("The table of samples is not on the page.");
  await page.mouse.move(box.x + 200, box.y + 200);
  await page.evaluate(`window.benchFrames = []; window.benchStop = false;
    const frame = (time) => { window.benchFrames.push(time); if (!window.benchStop) requestAnimationFrame(frame); };
    requestAnimationFrame(frame);`);
  for (let turn = 0; turn < 40; turn += 1) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(50);
  }
  const gap = await page.evaluate(
    "window.benchStop = true; Math.max(...window.benchFrames.slice(1).map((time, at) => time - window.benchFrames[at]))",
  );
  return Number(gap);
}
