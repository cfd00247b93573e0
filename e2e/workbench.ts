import { expect, type Locator, type Page } from "@playwright/test";
import { encodeStateless } from "../lib/links/encode-stateless";
import type { Entry } from "../lib/recordings/schema";

export type Opened = { source: string; entry: Entry; adapters?: readonly string[] };

/** Opens the workbench with a program that nothing has run yet. */
export async function openProgram(
  page: Page,
  { source, entry, adapters = ["next", "concise", "codeexecutor"] }: Opened,
): Promise<void> {
  const panes = adapters.map((adapter) => ({ adapter, options: {}, budget: null }));
  const view = { version: 1, panes, encoding: "o200k_base", step: null } as const;
  await page.goto(`/trace#${await encodeStateless({ version: 1, source, entry, view })}`);
  await expect(page.getByRole("button", { name: "Record" })).toBeEnabled();
}

/** Presses the key for recording and waits until the state says how it ended. */
export async function record(page: Page, end: RegExp): Promise<void> {
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(state(page)).toContainText(end);
}

/** Waits until the steps can be walked through. */
export async function stepsReady(page: Page): Promise<void> {
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^step/);
}

export function state(page: Page): Locator {
  return page.getByRole("status", { name: "State of the recording" });
}

export function traceText(page: Page, title: string): Locator {
  return page.getByRole("region", { name: `${title} trace, text`, exact: true });
}

export function slider(page: Page): Locator {
  return page.getByRole("slider", { name: "Step" });
}

export const separate: Opened = {
  source: `def separate(numbers):
    odd = []
    even = []
    for n in numbers:
        if n % 2 == 1:
            odd.append(n)
        else:
            even.append(n)
    return odd, even
`,
  entry: { kind: "call", expression: "separate([1, 2, 3, 4])" },
};
