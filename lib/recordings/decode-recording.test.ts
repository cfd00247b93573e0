import { describe, expect, test } from "vitest";
import { headerOf, recordStream } from "@/testing/record-stream";
import { decodeRecording } from "./decode-recording";
import type { Recording, Step, Value } from "./schema";

const HEADER_BYTES = 128;
const LONGEST_MS = 4_000;

function decode(stream: Uint8Array): Recording {
  return decodeRecording({ header: headerOf(""), stream });
}

function record(source: string, options?: Parameters<typeof recordStream>[1]): Recording {
  return decodeRecording({ header: headerOf(source), stream: recordStream(source, options) });
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}

function forge(body: readonly number[]): Uint8Array {
  const stream = new Uint8Array(HEADER_BYTES + body.length);
  const view = new DataView(stream.buffer);
  view.setBigUint64(0, BigInt(stream.length), true);
  view.setBigUint64(64, 0x3145434152545950n, true);
  stream.set(body, HEADER_BYTES);
  return stream;
}

const newName = (number: number, text: string): number[] => [number, text.length, text.length, ...new TextEncoder().encode(text)];
/** A frame of a function f with the one variable x begins. */
const call = [1, 0, ...newName(0, "f"), 0, 1, 1, 9, 0, 1, ...newName(1, "x")];
const firstCall = [...call, 0];

function clique(size: number): number[] {
  const cells = Array.from({ length: size }, (_, i) => [13, 1, ...(i === 0 ? newName(0, "list") : [0])]);
  const all = Array.from({ length: size }, (_, i) => [15, ...varint(i)]).flat();
  const contents = Array.from({ length: size }, (_, i) => [14, ...varint(i), size, size, ...all, 0]);
  const shown = [1, 0, ...newName(1, "f"), 1, 1, 1, 9, 0, 1, ...newName(2, "x"), 1, 15, 0, 0];
  return [...cells.flat(), ...contents.flat(), ...shown];
}

/** Every record but the first few is one more level: 60 lists, each of 60 times the next. */
function tower(levels: number): number[] {
  const width = 60;
  const cells = Array.from({ length: levels }, (_, i) => [13, 1, ...(i === 0 ? newName(0, "list") : [0])]);
  const row = (i: number) => Array.from({ length: width }, () => (i + 1 < levels ? [15, i + 1] : [0])).flat();
  const contents = Array.from({ length: levels }, (_, i) => [14, i, width, width, ...row(i), 0]);
  return [...cells.flat(), ...contents.flat(), 1, 0, ...newName(1, "f"), 1, 1, 1, 9, 0, 1, ...newName(2, "x"), 1, 15, 0, 0];
}

function countNodes(value: Value): number {
  return "items" in value ? value.items.reduce((sum, item) => sum + countNodes(item), 1) : 1;
}

const hostile: Readonly<Record<string, readonly number[]>> = {
  "a record that is none": [99],
  "a line outside of any frame": [0x80 | 31],
  "the end in the middle of a record": [1, 0],
  "a variable with an impossible number": [...call.slice(0, 1), ...call.slice(1), ...varint(4_294_967_290), 0, 0],
  "a number without end": [7, ...new Array<number>(40).fill(255)],
  "a name that was never announced": [13, 1, 77],
  "an object that was never announced": [...call, 1, 15, ...varint(5_000), 0],
  "content of an object that was never announced": [14, 9, 0, 0, 0],
  "more elements than any recording shows": [13, 1, ...newName(0, "list"), 14, 0, ...varint(2 ** 40), ...varint(2 ** 40)],
  "elements taken out that are not there": [13, 1, ...newName(0, "list"), 14, 0, 0, 0, 0, 16, 0, 0, ...varint(2 ** 30), 0, 0],
  "an integer of megabytes": [...call, 1, 4, 0, ...varint(4_000_000), ...new Array<number>(100_000).fill(255)],
  "a text that goes on and never began": [...call, 1, 17, 1, 1, 65, 0],
  "lines below the first": [...firstCall, 0x80, 0x80],
  "a frame that goes on and never began": [4, 3, 0],
  "a text longer than the stream": [8, 1, ...varint(2 ** 40), ...varint(2 ** 40)],
};

describe("hostile streams", () => {
  test.each(Object.entries(hostile))("%s ends the recording there", (_, body) => {
    const { end, steps } = decode(forge(body));
    expect(end.completeness).toMatchObject({ kind: "lost-after", step: steps.length });
    expect(end.completeness.kind === "lost-after" && end.completeness.reason).toMatch(/^the recording is damaged: /);
  });

  test("no stream at all, and one that is no recording", () => {
    for (const stream of [new Uint8Array(0), new Uint8Array(500), new TextEncoder().encode("x".repeat(300))])
      expect(decode(stream).end.completeness.kind).toBe("lost-after");
  });

  test.each([
    ["objects that all hold each other", clique(60)],
    ["lists of the same lists, six deep", tower(6)],
  ])("%s are shown in part, and soon", (_, body) => {
    const start = performance.now();
    const value = decode(forge(body)).steps[0]?.changes[0]?.value;
    expect(performance.now() - start).toBeLessThan(LONGEST_MS);
    expect(value?.kind).toBe("list");
    expect(value ? countNodes(value) : 0).toBeLessThan(30_000);
  });

  test("more steps than the limit", () => {
    const header = { ...headerOf(""), limits: { ...headerOf("").limits, steps: 10 } };
    const { steps, end } = decodeRecording({ header, stream: forge([...firstCall, ...new Array<number>(50).fill(0x80 | 31)]) });
    expect(steps.length).toBe(10);
    expect(end.completeness.kind).toBe("lost-after");
  });

  test("names that mean something to JavaScript", () => {
    const event = [...new TextEncoder().encode("__proto__")];
    expect(Object.keys(decode(forge([9, event.length, ...event])).end.audit)).toEqual(["__proto__"]);
  });
});

/** A small generator of random numbers with a seed (mulberry32), so that a failure can be repeated. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mutate(stream: Uint8Array, random: () => number): Uint8Array {
  const copy = stream.slice();
  const place = () => HEADER_BYTES + Math.floor(random() * (copy.length - HEADER_BYTES));
  const kind = Math.floor(random() * 4);
  for (let i = Math.ceil(random() * 6); i > 0; i--) {
    if (kind === 0) copy[place()] = Math.floor(random() * 256);
    else if (kind === 1) copy[place()] = 255;
    else if (kind === 2) copy.copyWithin(place(), place(), place());
    else copy.fill(Math.floor(random() * 256), place(), place());
  }
  return random() < 0.2 ? copy.slice(0, place()) : copy;
}

const busy = `
class Node:
    def __init__(self, value): self.value = value; self.near = []
def walk(nodes):
    log = {}
    for node in nodes:
        node.near.append(nodes[0]); log[node.value] = len(node.near); yield node
nodes = [Node(i) for i in range(5)]
text = ""
for node in walk(nodes):
    text += str(node.value) * 40
    try: nodes[node.value * 2].value = 10 ** 400
    except IndexError as error: last = error
print(text)
`;

describe("damaged recordings", { timeout: 60_000 }, () => {
  test("600 seeded mutations neither throw nor hang", () => {
    const stream = recordStream(busy);
    const random = createRandom(20_260_731);
    let damaged = 0;
    let slowest = 0;
    for (let i = 0; i < 600; i++) {
      const start = performance.now();
      const { steps, frames, end } = decode(mutate(stream, random));
      slowest = Math.max(slowest, performance.now() - start);
      expect(steps.every((step) => frames[step.frame] !== undefined)).toBe(true);
      if (end.completeness.kind === "lost-after") damaged++;
    }
    expect(slowest).toBeLessThan(LONGEST_MS);
    expect(damaged).toBeGreaterThan(200);
  });

  test("every beginning of a stream gives the steps that it holds", () => {
    const stream = recordStream("x = [1]\nx.append(2)\ny = x\n");
    const whole = decode(stream).steps;
    for (let length = HEADER_BYTES; length < stream.length; length++) {
      const { steps } = decode(stream.slice(0, length));
      expect(steps.map(({ line, event }) => [line, event])).toEqual(
        whole.slice(0, steps.length).map(({ line, event }) => [line, event]),
      );
    }
  });
});

const changesOf = (steps: readonly Step[], name: string) =>
  steps.flatMap((step) => step.changes.filter((change) => change.name === name));

describe("what a recording holds", { timeout: 60_000 }, () => {
  test("one exception that is raised again and again takes no more time each time", () => {
    const source = "e = ValueError()\nfor i in range(8000):\n    try:\n        raise e\n    except ValueError:\n        pass\n";
    const begin = performance.now();
    const raised = record(source).steps.filter(({ exception }) => exception !== null);
    // What took the square of their number took more than a minute for ten times as many.
    expect(performance.now() - begin).toBeLessThan(6_000);
    expect(raised.length).toBe(8_000);
    expect(raised.every(({ exception }) => exception?.handled === true)).toBe(true);
  });

  test("steps of loading are dropped once the entry is reached, and kept when it is not", () => {
    const reached = record("def f(n):\n    return n\n", { call: "f(3)" });
    expect([reached.phase, reached.steps.length, reached.frames.map((frame) => frame.function)]).toEqual(["entry", 3, ["f"]]);
    const failed = record("x = 1\nx / 0\n", { call: "x" });
    expect([failed.phase, failed.steps.at(-1)?.event]).toEqual(["load", "unwind"]);
  });

  test("two variables with the same id are one object, and distinct objects never share an id", () => {
    const { steps } = record("a = []\nb = a\nc = []\nfor i in range(50):\n    t = [i]\n    u = [t, i]\n");
    const ids = (name: string) => changesOf(steps, name).map(({ value }) => (value && "id" in value ? value.id : -1));
    expect(ids("a")[0]).toBe(ids("b")[0]);
    expect(ids("c")[0]).not.toBe(ids("a")[0]);
    expect(new Set([...ids("t"), ...ids("u")]).size).toBe(100);
  });

  test("long values keep head and tail", () => {
    const { steps } = record("s = 'ab' * 5000\nl = list(range(3000))\nb = bytes(9000)\nd = {i: i for i in range(3000)}\n");
    const [text, list, bytes, dict] = ["s", "l", "b", "d"].map((name) => changesOf(steps, name)[0]?.value);
    expect(text).toMatchObject({ kind: "str", length: 10_000, text: "ab".repeat(1000), tail: "ab".repeat(100) });
    expect(list).toMatchObject({ kind: "list", length: 3000 });
    expect(list?.kind === "list" && [list.items.length, list.tail?.length]).toEqual([500, 20]);
    expect(bytes).toMatchObject({ kind: "bytes", length: 9000 });
    expect(dict?.kind === "dict" && [dict.entries.length, dict.tail?.at(-1)]).toMatchObject([
      500,
      [{ text: "2999" }, { text: "2999" }],
    ]);
  });

  test.each([
    ["10 ** 5000", "1".padEnd(40, "0"), "0".repeat(18), 5001],
    ["10 ** 6000 - 1", "9".repeat(40), "9".repeat(18), 6000],
    ["-(3 ** 20000)", `-${(3n ** 20000n).toString().slice(0, 40)}`, (3n ** 20000n).toString().slice(-18), 9543],
  ])("%s keeps its digits", (expression, text, tail, digits) => {
    const value = changesOf(record(`x = ${expression}\n`).steps, "x")[0]?.value;
    expect(value).toEqual({ kind: "int", text, tail, digits });
  });

  test("an integer of 4,300 digits is whole", () => {
    const value = changesOf(record("x = 7 ** 5088\n").steps, "x")[0]?.value;
    expect(value).toEqual({ kind: "int", text: (7n ** 5088n).toString(), digits: 4300 });
  });

  test("changes of a list past the first 500 elements are seen, and past 4,096 noted", () => {
    const { steps } = record("a = [0] * 1000\na[700] = 1\n");
    expect(changesOf(steps, "a").map(({ kind }) => kind)).toEqual(["bound", "mutated"]);
    expect(record("a = [0] * 9000\n").end.captureNotes.join()).toContain("4,096");
  });

  test("the step limit stops the steps and counts what followed", () => {
    const { steps, end } = record("for i in range(1000):\n    pass\n", { steps: 100 });
    expect([steps.length, end.completeness]).toMatchObject([100, { kind: "truncated", recorded: 100 }]);
  });

  test("the size limit keeps what fits", () => {
    const source = "for i in range(4000):\n    s = str(i) * 500\n";
    const { steps, end } = record(source, { bytes: 65_536 });
    expect([steps.length > 5, end.completeness.kind]).toEqual([true, "truncated"]);
  });
});
