import { expect, test } from "vitest";
import { listBasicBlocks } from "@/lib/adapters/basic-blocks";
import { listLogicalLines, outlineStatements } from "@/lib/adapters/python-outline";

/** The blocks of a program as `first-last`, sorted by their lines. */
function find(source: string): readonly string[] {
  const blocks = listBasicBlocks(outlineStatements(listLogicalLines(source)));
  return blocks
    .toSorted((a, b) => a.first - b.first || a.last - b.last)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
}

test.each([
  ["statements without a jump", "a = 1\nb = 2\nc = a + b", ["1-3"]],
  ["a condition ends its block", "a = 1\nif a:\n    b = 2\n    c = 3\nd = 4", ["1-2", "3-4", "5"]],
  ["elif is a block of its own", "if a:\n    b = 1\nelif c:\n    b = 2\nelse:\n    b = 3", ["1", "2", "3", "4", "6"]],
  ["a loop's head is a block of its own", "a = 1\nfor x in a:\n    b = x\nc = 1", ["1", "2", "3", "4"]],
  ["a loop at the beginning of a branch", "if a:\n    while b:\n        b -= 1", ["1", "2", "3"]],
  ["what follows an endless loop without a break", "while True:\n    a = 1\nb = 2", ["1", "2"]],
  ["what follows an endless loop with a break", "while True:\n    if a:\n        break\nb = 2", ["1", "2", "4"]],
  ["the else of a loop is in no block", "for x in a:\n    b = 1\nelse:\n    c = 1\nd = 1", ["1", "2", "5"]],
  ["nothing after a return", "def f():\n    return 1\n    a = 1", ["1", "2"]],
  [
    "try and with end no block",
    "def f():\n    with a:\n        b = 1\n    try:\n        c = 1\n    except E:\n        d = 1\n    e = 1",
    ["1", "3-8"],
  ],
  [
    "a class's body belongs to the block around it",
    "a = 1\nclass A:\n    b = 1\n    def f(self):\n        c = 1\nd = 1",
    ["1-6", "5"],
  ],
  ["assertions and suspensions end a block", "a = 1\nassert a\nb = yield a\nc = 2\nd = f((yield))", ["1-2", "3", "4-5"]],
  ["decorators, docstrings and comments", '@a\ndef f():\n    """if b:\n    c"""\n    # for\n    d = \'while x:\'', ["2", "3-6"]],
  ["statements over several lines", "a = [\n    1,\n]\nb = 2\nif (a and\n        b):\n    c = 1", ["1-5", "7"]],
  ["several statements on a line", "a = 1; b = 2\nif a: b = 3\nc = 4", ["1-2", "2", "3"]],
  ["lambdas and slices have colons, too", "if (lambda x: x)(a[1:2]): b = 1\nc = 2", ["1", "1", "2"]],
  [
    "match is a name, too",
    "match = 1\nmatch.a = 2\nmatch(match)\nmatch a:\n    case 1:\n        b = 1\n    case _:\n        c = 1",
    ["1-8"],
  ],
])("%s", (_, source, blocks) => {
  expect(find(source)).toEqual(blocks);
});
