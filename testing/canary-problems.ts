import { buildProblem } from "./build-problem";

/** Occurs in every hidden part of every problem and nowhere else; a prompt that holds it has a leak. */
export const CANARY = "918273645";
const call = (id: string, visible: boolean, args: string, expected: string) =>
  ({
    id,
    suite: visible ? "example" : "base",
    visible,
    kind: "call",
    arguments: args,
    expected,
    collect: "none",
    tolerance: null,
  }) as const;

const secret = {
  reference: `def total(values):\n    # ${CANARY}\n    return sum(values)\n`,
  contract: `assert values != [${CANARY}]`,
  metadata: { hint: CANARY },
};
const hidden = [call("h0", false, `[${CANARY}]`, CANARY), call("h1", false, `[1, ${CANARY}]`, "918273646")];

/** One problem of every kind, each wrongly answered by almost everything. */
export const canaryProblems = [
  buildProblem({
    ...secret,
    taskId: "repair-total",
    kind: "repair",
    prompt: "total(values) adds all values.",
    entryPoint: "total",
    starter: "def total(values):\n    result = 0\n    for value in values:\n        result = value\n    return result\n",
    tests: [call("v0", true, "[]", "0"), call("v1", true, "[1, 2]", "3"), ...hidden],
  }),
  buildProblem({
    ...secret,
    taskId: "write-total",
    prompt: "total(values) adds all values.",
    entryPoint: "total",
    tests: [call("v1", true, "[1, 2]", "3"), ...hidden],
  }),
  buildProblem({
    taskId: "output-scale",
    kind: "output-prediction",
    prompt: "",
    entryPoint: "scale",
    starter: "def scale(n):\n    doubled = n * 2\n    return doubled + 1\n",
    reference: null,
    metadata: { hint: CANARY },
    tests: [call("v0", true, "5", "11"), call("h0", false, "459136822", "918273645")],
  }),
  buildProblem({
    taskId: "input-scale",
    kind: "input-prediction",
    prompt: "",
    entryPoint: "scale",
    starter: "def scale(n):\n    return n - 1\n",
    reference: null,
    tests: [call("v0", true, "6", "5"), call("leak", true, CANARY, "918273644"), call("h0", false, CANARY, "918273644")],
  }),
];
