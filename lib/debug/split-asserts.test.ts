import { expect, test } from "vitest";
import { splitAsserts } from "./split-asserts";

test.each([
  ["assert f(1) == 2\nassert f(2) == 3", ["assert f(1) == 2", "assert f(2) == 3"]],
  ["values = [1]\nassert f(values) == 1\n\nassert f([]) == 0\n", ["values = [1]\nassert f(values) == 1", "assert f([]) == 0"]],
  ["assert f(\n    1,\n) == 2\nassert f(2) == 3", ["assert f(\n    1,\n) == 2", "assert f(2) == 3"]],
  ["for n in range(3):\n    assert f(n) == n", ["for n in range(3):\n    assert f(n) == n"]],
  ["assertion = f(1)\nassert assertion == 2", ["assertion = f(1)\nassert assertion == 2"]],
  ["  \n", []],
])("%j is the tests %j", (code, tests) => {
  expect(splitAsserts(code)).toEqual(tests);
});
