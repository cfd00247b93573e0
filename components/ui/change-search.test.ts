import { expect, test } from "vitest";
import { changeSearch } from "./change-search";

test.each([
  ["adds a value", "", "tab", "samples", "?tab=samples"],
  ["leaves the others as they are", "?tab=rates&section=2", "tab", "samples", "?tab=samples&section=2"],
  ["takes a value out", "?tab=rates&section=2", "tab", null, "?section=2"],
  ["takes the last one out", "?tab=rates", "tab", null, ""],
  ["keeps lists of pairs readable", "", "contrasts", "a~b,c~d", "?contrasts=a~b,c~d"],
  ["escapes what would end a value", "?a=1", "filter", "model:x & y#z", "?a=1&filter=model%3Ax+%26+y%23z"],
])("%s", (_what, search, name, value, changed) => {
  expect(changeSearch(search, name, value)).toBe(changed);
  expect(new URLSearchParams(changed).get(name)).toBe(value);
});
