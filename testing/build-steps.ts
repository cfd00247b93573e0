import type { Change, Recording, Step, Value } from "@/lib/recordings/schema";
import { buildRecording } from "./build-recording";

export const int = (value: number): Value => ({ kind: "int", text: String(value), digits: String(value).length });

export const bound = (name: string, value: number): Change => ({ name, kind: "bound", value: int(value) });

/** A step with what a test wants to say of it; it settles at the next step unless said otherwise. */
export function buildStep(seq: number, said: Partial<Step>): Step {
  return {
    seq,
    thread: 0,
    frame: 0,
    event: "line",
    line: 1,
    endLine: said.line ?? 1,
    changes: [],
    settledAt: seq + 1,
    value: null,
    exception: null,
    output: "",
    ...said,
  };
}

/**
 * Steps of `outer(3)`, which calls `inner` on line 6 and prints on line 7:
 *
 *     1 def inner(x):          5 def outer(n):
 *     2     y = x * 2          6     a = inner(n)
 *     3     return y           7     print(a)
 *                              8     return a
 */
export function buildNestedCalls(): Recording {
  const { header, end } = buildRecording();
  const source = "def inner(x):\n    y = x * 2\n    return y\n\ndef outer(n):\n    a = inner(n)\n    print(a)\n    return a\n";
  const frame = { firstLine: 5, lastLine: 8, kind: "function", variables: ["n", "a"], argumentCount: 1 } as const;
  return {
    header: { ...header, source, entry: { kind: "call", expression: "outer(3)" } },
    end,
    phase: "entry",
    frames: [
      { ...frame, frame: 0, parentFrame: null, depth: 0, function: "outer" },
      { ...frame, frame: 1, parentFrame: 0, depth: 1, function: "inner", firstLine: 1, lastLine: 3, variables: ["x", "y"] },
    ],
    steps: [
      buildStep(0, { event: "call", line: 5, changes: [bound("n", 3)] }),
      buildStep(1, { line: 6, changes: [bound("a", 6)], settledAt: 6 }),
      buildStep(2, { event: "call", frame: 1, line: 1, changes: [bound("x", 3)] }),
      buildStep(3, { frame: 1, line: 2, changes: [bound("y", 6)] }),
      buildStep(4, { frame: 1, line: 3 }),
      buildStep(5, { event: "return", frame: 1, line: 3, value: int(6) }),
      buildStep(6, { line: 7, output: "6\n" }),
      buildStep(7, { line: 8 }),
      buildStep(8, { event: "return", line: 8, value: int(6) }),
    ],
  };
}
