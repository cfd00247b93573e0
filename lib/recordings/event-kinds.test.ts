import { expect, test } from "vitest";
import { headerOf, recordStream } from "@/testing/record-stream";
import { decodeRecording } from "./decode-recording";

/** What begins, ends or interrupts frames, as "function event"; without the bodies of the module and its class. */
function eventsOf(source: string): string[] {
  const recording = decodeRecording({ header: headerOf(source), stream: recordStream(source) });
  return recording.steps
    .filter(({ event }) => event !== "line")
    .map(({ event, frame, exception }) => [recording.frames[frame]?.function, event, exception?.type].filter(Boolean).join(" "))
    .filter((text) => !/^(<module>|Count) /.test(text));
}

// Interpreters from 3.12 on write other opcodes over instructions that begin a line, and say None where an exception ends a frame:
// each of these programs has the deciding instruction at the beginning of a line.
const nothing = "def nothing(): pass\n";
const counter = `class Count:
    def __init__(self): self.left = [1]
    def __iter__(self): return self
    def __next__(self):
        if self.left: return self.left.pop()
        raise StopIteration
`;
const ofCounter = [
  "Count.__init__ call",
  "Count.__init__ return",
  "Count.__iter__ call",
  "Count.__iter__ return",
  "Count.__next__ call",
  "Count.__next__ return",
];
const endOfCounter = ["Count.__next__ call", "Count.__next__ exception StopIteration", "Count.__next__ unwind"];

test.each([
  [
    "None returned by an expression of several lines",
    `${nothing}def f():\n    return (\n        nothing(\n        )\n    )\nf()`,
    ["f call", "nothing call", "nothing return", "f return"],
  ],
  [
    "None raised past",
    `${nothing}def f():\n    try:\n        nothing()\n    finally:\n        raise ValueError(\n        )\ntry: f()\nexcept ValueError: pass`,
    ["f call", "nothing call", "nothing return", "f exception ValueError", "f unwind"],
  ],
  [
    "None yielded by an expression of several lines",
    "def f():\n    yield (\n        None\n    )\nfor x in f(): y = x",
    ["f call", "f yield", "f resume", "f return"],
  ],
  [
    "the end of an iterator, met at the beginning of a line",
    `${counter}def f():\n    for x in (\n        Count()\n    ):\n        y = x\nf()`,
    ["f call", ...ofCounter, ...endOfCounter, "f return"],
  ],
  [
    "the end of an iterator that is delegated to",
    `${counter}def f():\n    y = yield from (\n        Count()\n    )\nfor x in f(): y = x`,
    ["f call", ...ofCounter, "f yield", "f resume", ...endOfCounter, "f return"],
  ],
  [
    "an exception thrown into a suspended generator",
    "def f():\n    yield 1\ng = f()\nnext(g)\ntry: g.throw(ValueError)\nexcept ValueError: pass",
    ["f call", "f yield", "f resume", "f exception ValueError", "f unwind"],
  ],
  [
    "None yielded where an exception was handled",
    "def f():\n    try:\n        yield 1\n    except ValueError:\n        yield\ng = f()\nnext(g)\ng.throw(ValueError)\nlist(g)",
    ["f call", "f yield", "f resume", "f exception ValueError", "f yield", "f resume", "f return"],
  ],
  [
    "a StopIteration that is no end of a loop",
    `def f():\n    next(\n        iter([])\n    )\ntry: f()\nexcept StopIteration: pass`,
    ["f call", "f exception StopIteration", "f unwind"],
  ],
])("%s", { timeout: 60_000 }, (_, source, expected) => {
  expect(eventsOf(source)).toEqual(expected);
});

test("generators in the memory of others that ended unseen are new ones", { timeout: 60_000 }, () => {
  // Often enough that the interpreter adapts the code.
  const source = "def f():\n    yield 1\n    yield 2\nfor n in range(40):\n    g = f()\n    next(g)\n    del g";
  const events = eventsOf(source);
  expect(events.filter((event) => event === "f call")).toHaveLength(40);
  expect(events.filter((event) => event === "f yield")).toHaveLength(40);
});
