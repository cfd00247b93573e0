import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPool, type RunnerPool } from "@/lib/runner/runner-pool";
import { decodeRecording } from "./decode-recording";
import { reprValue } from "./repr-value";
import { defaultLimits, type Entry, type Recording, type Step } from "./schema";

let pool: RunnerPool;
beforeAll(async () => {
  pool = await createPool({ workers: 1 });
}, 120_000);
afterAll(() => pool.close());

async function record(source: string, expression?: string): Promise<Recording> {
  const entry: Entry = expression === undefined ? { kind: "script", stdin: "" } : { kind: "call", expression };
  const recorded = await pool.record({ source, entry, limits: defaultLimits, priority: "interactive" });
  return decodeRecording(recorded);
}

/** One step as a line of text: line, event, what it changed, and what it handed out or raised. */
function describeStep({ line, event, changes, value, exception }: Step): string {
  const marks = { bound: "=", rebound: ":=", mutated: "~" } as const;
  const parts = changes.map((change) =>
    change.kind === "unbound" || change.value === null
      ? `del ${change.name}`
      : `${change.name}${marks[change.kind]}${reprValue(change.value)}`,
  );
  const out = value === null ? [] : [`-> ${reprValue(value)}`];
  const raised = exception === null ? [] : [`! ${exception.type}(${exception.message})${exception.handled ? " handled" : ""}`];
  return [`${line} ${event}`, ...parts, ...out, ...raised].join(" ");
}

const stepsOf = async (source: string, expression?: string) => (await record(source, expression)).steps.map(describeStep);

describe("exceptions", () => {
  const source = `def f(n):
    try:
        try:
            1 / n
        except ZeroDivisionError as error:
            raise KeyError("k")
        finally:
            n = 5
    except KeyError:
        n = 6
    return n
def g():
    h()
def h():
    try:
        raise ValueError("v")
    except ValueError:
        raise
`;

  test("handled, raised again and with finally", async () => {
    const steps = await stepsOf(source, "f(0)");
    const raised = steps.filter((step) => step.includes("exception"));
    expect(raised).toEqual([
      "4 exception ! ZeroDivisionError(division by zero) handled",
      "6 exception del error ! KeyError('k') handled",
    ]);
    expect(steps.some((step) => step.includes("error=ZeroDivisionError"))).toBe(true);
    expect(steps.at(-1)).toBe("11 return -> 6");
  });

  test("unhandled ones unwind every frame, and none of their raisings counts as handled", async () => {
    const { steps, end } = await record(source, "g()");
    const raised = steps.filter((step) => step.exception !== null);
    // A bare "raise" is no event of the interpreter: the exception is seen again in the calling frame.
    expect(raised.map(({ frame, exception }) => [frame, exception?.handled])).toEqual([
      [1, false],
      [0, false],
    ]);
    expect(steps.filter((step) => step.event === "unwind").map((step) => step.frame)).toEqual([1, 0]);
    expect(end).toMatchObject({ status: "raised", error: { type: "ValueError", message: "v" } });
  });
});

describe("generators, coroutines and comprehensions", () => {
  test("send, throw and close", async () => {
    const source = `def g():
    got = yield 1
    try:
        yield got
    except ValueError:
        yield "caught"
def f():
    it = g()
    return next(it), it.send("s"), it.throw(ValueError("t")), it.close()
`;
    const { steps, frames } = await record(source, "f()");
    const inside = steps.filter((step) => frames[step.frame]?.function === "g").map(describeStep);
    expect(inside.filter((step) => /yield|resume|unwind/.test(step))).toEqual([
      "2 yield -> 1",
      expect.stringMatching(/^2 resume/),
      "4 yield -> 's'",
      expect.stringMatching(/^4 resume/),
      "6 yield -> 'caught'",
      expect.stringMatching(/^6 resume/),
      expect.stringMatching(/^6 unwind/),
    ]);
    expect(inside.some((step) => step.includes("got='s'"))).toBe(true);
    expect(steps.filter((step) => step.event === "exception").map((step) => step.exception?.type)).toEqual([
      "ValueError",
      "GeneratorExit",
    ]);
    expect(describeStep(steps.at(-1) ?? failure())).toBe("9 return -> (1, 's', 'caught', None)");
  });

  test("async functions are coroutines whose frames go on where they stopped", async () => {
    const source = `import asyncio
async def part(n):
    await asyncio.sleep(0)
    return n
async def whole():
    return await asyncio.gather(part(1), part(2))
def f():
    return asyncio.run(whole())
`;
    const { steps, frames } = await record(source, "f()");
    expect(frames.map(({ function: name, kind }) => `${name} ${kind}`)).toEqual([
      "f function",
      "whole coroutine",
      "part coroutine",
      "part coroutine",
    ]);
    expect(steps.filter((step) => step.event === "resume").length).toBeGreaterThanOrEqual(3);
    expect(steps.filter((step) => step.event === "return").map(describeStep)).toEqual([
      "4 return -> 1",
      "4 return -> 2",
      "6 return -> [1, 2]",
      "8 return -> [1, 2]",
    ]);
  });

  test("recursion 900 deep", async () => {
    const { frames, steps } = await record("def f(n):\n    return 0 if n == 0 else 1 + f(n - 1)\n", "f(900)");
    expect([frames.length, frames.at(-1)?.depth, steps.length]).toEqual([901, 900, 2_703]);
    expect(frames.every(({ frame, parentFrame }) => parentFrame === (frame === 0 ? null : frame - 1))).toBe(true);
  });
});

describe("variables", () => {
  test("del, globals, nonlocals and closures", async () => {
    const source = `total = 0
def f():
    global total
    total += 1
    n = 1
    def inner():
        nonlocal n
        n += 1
    inner()
    del inner
    return n
`;
    const { steps, frames } = await record(source, "f()");
    const lines = steps.map((step) => `${frames[step.frame]?.function}: ${describeStep(step)}`);
    expect(lines.filter((line) => line.includes(".inner:"))).toEqual([
      "f.<locals>.inner: 6 call n=1",
      "f.<locals>.inner: 8 line n:=2",
      "f.<locals>.inner: 8 return -> None",
    ]);
    expect(lines).toContain("f: 9 line n:=2");
    expect(lines).toContain("f: 10 line del inner");
  });

  test("a mutation through an alias in a called function is the caller's line's", async () => {
    const source = `def change(items):
    items.append(3)
def f():
    mine = [1]
    also = mine
    change(mine)
    return also
`;
    const steps = await stepsOf(source, "f()");
    expect(steps).toEqual([
      "3 call",
      "4 line mine=[1]",
      "5 line also=[1]",
      "6 line mine~[1, 3] also~[1, 3]",
      "1 call items=[1]",
      "2 line items~[1, 3]",
      "2 return -> None",
      "7 line",
      "7 return -> [1, 3]",
    ]);
  });

  test("several changes in one step, and what a line of a statement over many lines ends on", async () => {
    const source = "def f():\n    a, b = 1, [\n        2,\n        3,\n    ]\n    a, b = b, a\n    return a\n";
    const { steps } = await record(source, "f()");
    expect(steps.filter((step) => step.event === "line").map((step) => step.endLine)).toContain(5);
    expect(steps.map(describeStep).filter((step) => step.startsWith("6 "))).toEqual(["6 line a:=[2, 3] b:=1"]);
  });
});

describe("values", () => {
  test("dicts, sets, lists and texts that change step by step", async () => {
    const source = `def f():
    d = {"a": 1, "b": 2}
    d["c"] = 3
    del d["a"]
    d["b"] = [0]
    d["b"].append(1)
    s = {2, 1}
    s.add(3)
    s.discard(1)
    t = "0123456789ab"
    t += "c"
    t = "<" + t
    l = [0] * 3
    l[1:2] = [7, 8]
    l.insert(0, 9)
    l.sort()
    return len(l)
`;
    const steps = await stepsOf(source, "f()");
    expect(steps.slice(1, -2)).toEqual([
      "2 line d={'a': 1, 'b': 2}",
      "3 line d~{'a': 1, 'b': 2, 'c': 3}",
      "4 line d~{'b': 2, 'c': 3}",
      "5 line d~{'b': [0], 'c': 3}",
      "6 line d~{'b': [0, 1], 'c': 3}",
      "7 line s={1, 2}",
      "8 line s~{1, 2, 3}",
      "9 line s~{2, 3}",
      "10 line t='0123456789ab'",
      "11 line t:='0123456789abc'",
      "12 line t:='<0123456789abc'",
      "13 line l=[0, 0, 0]",
      "14 line l~[0, 7, 8, 0]",
      "15 line l~[9, 0, 7, 8, 0]",
      "16 line l~[0, 0, 7, 8, 9]",
    ]);
  });

  test("a list that grows past 500 and past 4,096 elements has its true length at every step", async () => {
    const { steps } = await record("def f():\n    l = []\n    for i in range(4300):\n        l.append(i)\n    return l\n", "f()");
    const lists = steps.flatMap((step) => step.changes).filter((change) => change.name === "l");
    expect(lists.length).toBe(4_301);
    const wrong = lists.filter(({ value }, index) => {
      if (value?.kind !== "list" || value.length !== index) return true;
      const last = (value.tail ?? value.items).at(-1);
      return index > 0 && !(last?.kind === "int" && last.text === String(index - 1));
    });
    expect(wrong).toEqual([]);
  });

  test("cycles, lone surrogates and floats", async () => {
    const source = `def f():
    c = [1]
    c.append(c)
    t = "\\ud800x"
    n = [float("nan"), float("-inf"), -0.0]
    return c
`;
    const { steps } = await record(source, "f()");
    const values = steps.flatMap((step) => step.changes.map((change) => change.value));
    const cycle = values.findLast((value) => value?.kind === "list" && value.length === 2);
    const inner = cycle?.kind === "list" ? cycle.items[1] : undefined;
    expect(inner).toMatchObject({ kind: "cycle", id: cycle && "id" in cycle ? cycle.id : -1 });
    expect(values).toContainEqual({ kind: "str", text: "\ud800x", length: 2 });
    const floats = values.findLast((value) => value?.kind === "list" && value.length === 3);
    const numbers = floats?.kind === "list" ? floats.items.map((item) => (item.kind === "float" ? item.value : null)) : [];
    expect(numbers).toEqual([Number.NaN, Number.NEGATIVE_INFINITY, -0]);
  });

  test("threads have steps of their own", async () => {
    const source = `import threading
def work(out, n):
    out.append(n)
def f():
    out = []
    thread = threading.Thread(target=work, args=(out, 4))
    thread.start()
    thread.join()
    return out
`;
    const { steps, frames } = await record(source, "f()");
    const inThread = steps.filter((step) => step.thread === 1);
    expect(inThread.map(describeStep)).toEqual(["2 call out=[] n=4", "3 line out~[4]", "3 return -> None"]);
    expect(frames[inThread[0]?.frame ?? -1]).toMatchObject({ function: "work", parentFrame: null, depth: 0 });
    expect(describeStep(steps.at(-1) ?? failure())).toBe("9 return -> [4]");
  });
});

function failure(): never {
  throw new Error("there are no steps");
}
