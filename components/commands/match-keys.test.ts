import { expect, test } from "vitest";
import { isSingleCharacter, type KeyPress, matchKeys } from "./match-keys";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test.each([
  ["mod+enter", press("Enter", { ctrlKey: true }), true],
  ["mod+enter", press("Enter", { metaKey: true }), true],
  ["mod+enter", press("Enter"), false],
  ["n", press("n"), true],
  ["n", press("N", { shiftKey: true }), false],
  ["shift+n", press("N", { shiftKey: true }), true],
  ["n", press("n", { ctrlKey: true }), false],
  ["?", press("?", { shiftKey: true }), true],
  ["arrowright", press("ArrowRight"), true],
  ["arrowright", press("ArrowRight", { altKey: true }), false],
])("%s against %o", (keys, pressed, expected) => {
  expect(matchKeys(keys, pressed)).toBe(expected);
});

test("single characters are told from combinations", () => {
  expect(["n", "shift+n", "?", "mod+k", "arrowright", "home"].filter(isSingleCharacter)).toEqual(["n", "shift+n", "?"]);
});
