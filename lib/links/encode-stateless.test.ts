import { expect, test } from "vitest";
import { decodeStateless, encodeStateless } from "./encode-stateless";
import type { StatelessLink } from "./schema";

const link: StatelessLink = {
  version: 1,
  source: "def f(n):\n    return 'Zürich 🚂' * n\n".repeat(40),
  entry: { kind: "call", expression: "f(2)" },
  view: {
    version: 1,
    panes: [
      { adapter: "next", options: { head: 3 }, budget: null },
      { adapter: "concise", options: {}, budget: 512 },
    ],
    encoding: "cl100k_base",
    step: 7,
  },
};

test("a link holds the program and the view, in characters that survive an address", async () => {
  const fragment = await encodeStateless(link);
  expect(fragment).toMatch(/^1\.[A-Za-z0-9_-]+$/);
  expect(fragment.length).toBeLessThan(500);
  expect(await decodeStateless(fragment)).toEqual(link);
});

test("damaged or foreign fragments are no link", async () => {
  const fragment = await encodeStateless(link);
  for (const text of ["", "content", "1.", "1.%%%", "2.abc", fragment.slice(0, -20), `1.${btoa("not deflated")}`]) {
    expect(await decodeStateless(text)).toBeNull();
  }
});

test("a bomb is refused", async () => {
  const fragment = await encodeStateless({ ...link, source: "a".repeat(9 * 2 ** 20) });
  expect(fragment.length).toBeLessThan(40_000);
  expect(await decodeStateless(fragment)).toBeNull();
});
