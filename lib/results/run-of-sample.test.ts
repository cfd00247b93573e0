import { expect, test } from "vitest";
import { runOfSample } from "@/lib/results/run-of-sample";
import type { Runs } from "@/lib/results/runs-schema";

const runs: Runs = {
  benchmark: "b",
  kind: "synthesis",
  preamble: "import math\n",
  prefix: "def f(n):\n    '''Half.'''\n",
  entryPoint: "f",
  subject: null,
  tests: [],
};
const entry = { kind: "call", expression: "f(4)" } as const;

test("a completion continues its prefix, a whole program does not; both come after the preamble", () => {
  expect(runOfSample(runs, "    return n / 2\n", entry)?.source).toBe(
    "import math\n\ndef f(n):\n    '''Half.'''\n    return n / 2\n",
  );
  expect(runOfSample(runs, "def f(n):\n    return n\n", entry)?.source).toBe("import math\n\ndef f(n):\n    return n\n");
});

test("nothing is run where no program came", () => {
  expect(runOfSample(runs, null, entry)).toBeNull();
  expect(runOfSample(runs, "  \n", entry)).toBeNull();
});

test("an answered input is what the program in question is called with, as whole call or as arguments", () => {
  const asked: Runs = { ...runs, kind: "input-prediction", preamble: "", subject: "def f(n):\n    return n + 1" };
  const source = "def f(n):\n    return n + 1";
  expect(runOfSample(asked, "f(3)", entry)).toEqual({ source, entry: { kind: "call", expression: "f(3)" } });
  expect(runOfSample(asked, "3, [1]", entry)).toEqual({ source, entry: { kind: "call", expression: "f(3, [1])" } });
});
