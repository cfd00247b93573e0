import { expect, test } from "vitest";
import { getAdapter } from "@/lib/adapters/registry";
import { recordPrograms } from "@/testing/record-programs";

/** Texts of a restatement of LDB's released code in Python 3.11, written to check this adapter; it reproduces the golden file, too. */
const cases: readonly { readonly name: string; readonly source: string; readonly call: string; readonly text: string }[] = [
  {
    name: "a docstring, comments and empty lines",
    call: "f(3)",
    source: `def f(n):
    """Doc."""
    for i in range(n):
        # comment
        n += i
    # after

    return n`,
    text: `[BLOCK-0]
    # n=3
    for i in range(n):
    # n=3	i=0
[BLOCK-1]
        # n=3	i=0
        n += i
        # n=3	i=0
[BLOCK-2]
    # n=3	i=0
    for i in range(n):
    # n=3	i=1
[BLOCK-3]
        # n=3	i=1
        n += i
        # n=4	i=1
[BLOCK-4]
    # n=4	i=1
    for i in range(n):
    # n=4	i=2
[BLOCK-5]
        # n=4	i=2
        n += i
        # n=6	i=2
[BLOCK-6]
    # n=6	i=2
    for i in range(n):
    return n
    # n=6	i=2	_ret=6`,
  },
  {
    name: "recursion: the first call up to the second",
    call: "f(4)",
    source: `def f(n):
    if n <= 1:
        return 1
    below = f(n - 1)
    return n * below`,
    text: `[BLOCK-0]
    # n=1
    if n <= 1:
    # n=1
[BLOCK-1]
    # n=4	_ret=24	below=6
    below = f(n - 1)`,
  },
  {
    name: "a function that it calls",
    call: "f(3)",
    source: `def g(x):
    y = x + 1
    return y

def f(n):
    t = 0
    for i in range(n):
        t += g(i)
    return t`,
    text: `[BLOCK-0]
    # n=3
    t = 0
    # n=3	t=0
[BLOCK-1]
    # n=3	t=0
    for i in range(n):
    # n=3	t=0	i=0
[BLOCK-2]
        # n=3	t=0	i=0
        t += g(i)
        # n=3	t=1	i=0
[BLOCK-3]
    # n=3	t=1	i=0
    y = x + 1
    return y
    for i in range(n):
    # n=3	t=1	i=1
[BLOCK-4]
        # n=3	t=1	i=1
        t += g(i)
        # n=3	t=3	i=1
[BLOCK-5]
    # n=3	t=3	i=1
    y = x + 1
    return y
    for i in range(n):
    # n=3	t=3	i=2
[BLOCK-6]
        # n=3	t=3	i=2
        t += g(i)
        # n=3	t=6	i=2
[BLOCK-7]
    # n=3	t=6	i=2
    y = x + 1
    return y
    for i in range(n):
    return t
    # n=3	t=6	i=2	_ret=6`,
  },
  {
    name: "line feeds and bars in values",
    call: "f(2)",
    source: `def f(n):
    a = "x\\ny"
    b = "p|q"
    for i in range(n):
        b += a
    return b`,
    text: `[BLOCK-0]
    # n=2
    a = "x\\ny"
    b = "p|q"
    # n=2	a=x
[BLOCK-1]
    # n=2	a=x
    for i in range(n):
    # n=2	a=x
[BLOCK-2]
        # n=2	a=x
        b += a
        # n=2	a=x
[BLOCK-3]
    # n=2	a=x
    for i in range(n):
    # n=2	a=x
[BLOCK-4]
        # n=2	a=x
        b += a
        # n=2	a=x
[BLOCK-5]
    # n=2	a=x
    for i in range(n):
    return b
    # n=2	a=x`,
  },
  {
    name: "output without a line feed",
    call: "f(2)",
    source: `def f(n):
    for i in range(n):
        print(i, end=" ")
        n += 1
    print()
    return n`,
    text: `[BLOCK-0]
    # n=2
    for i in range(n):
    # n=2	i=0
[BLOCK-1]
        # n=2	i=0
        print(i, end=" ")
    for i in range(n):
    # n=3	i=1
[BLOCK-2]
        # n=3	i=1
        print(i, end=" ")
    for i in range(n):
    print()
    return n
    # n=4	i=1	_ret=4`,
  },
  {
    name: "elif and continue",
    call: "f(5)",
    source: `def f(n):
    s = []
    for i in range(n):
        if i % 3 == 0:
            s.append("a")
        elif i % 3 == 1:
            s.append("b")
            continue
        else:
            s.append("c")
        s.append(i)
    return s`,
    text: `[BLOCK-0]
    # n=5
    s = []
    # n=5	s=[]
[BLOCK-1]
    # n=5	s=[]
    for i in range(n):
    # n=5	s=[]	i=0
[BLOCK-2]
        # n=5	s=[]	i=0
        if i % 3 == 0:
        # n=5	s=[]	i=0
[BLOCK-3]
            # n=5	s=[]	i=0
            s.append("a")
            # n=5	s=['a']	i=0
[BLOCK-4]
        # n=5	s=['a']	i=0
        s.append(i)
        # n=5	s=['a', 0]	i=0
[BLOCK-5]
    # n=5	s=['a', 0]	i=0
    for i in range(n):
    # n=5	s=['a', 0]	i=1
[BLOCK-6]
        # n=5	s=['a', 0]	i=1
        if i % 3 == 0:
        elif i % 3 == 1:
        # n=5	s=['a', 0]	i=1
[BLOCK-7]
            # n=5	s=['a', 0]	i=1
            s.append("b")
            # n=5	s=['a', 0, 'b']	i=1
[BLOCK-8]
            # n=5	s=['a', 0, 'b']	i=1
            continue
    for i in range(n):
    # n=5	s=['a', 0, 'b']	i=2
[BLOCK-9]
        # n=5	s=['a', 0, 'b']	i=2
        if i % 3 == 0:
        elif i % 3 == 1:
            s.append("c")
            # n=5	s=['a', 0, 'b', 'c']	i=2
[BLOCK-10]
        # n=5	s=['a', 0, 'b', 'c']	i=2
        s.append(i)
        # n=5	s=['a', 0, 'b', 'c', 2]	i=2
[BLOCK-11]
    # n=5	s=['a', 0, 'b', 'c', 2]	i=2
    for i in range(n):
    # n=5	s=['a', 0, 'b', 'c', 2]	i=3
[BLOCK-12]
        # n=5	s=['a', 0, 'b', 'c', 2]	i=3
        if i % 3 == 0:
        # n=5	s=['a', 0, 'b', 'c', 2]	i=3
[BLOCK-13]
            # n=5	s=['a', 0, 'b', 'c', 2]	i=3
            s.append("a")
            # n=5	s=['a', 0, 'b', 'c', 2, 'a']	i=3
[BLOCK-14]
        # n=5	s=['a', 0, 'b', 'c', 2, 'a']	i=3
        s.append(i)
        # n=5	s=['a', 0, 'b', 'c', 2, 'a', 3]	i=3
[BLOCK-15]
    # n=5	s=['a', 0, 'b', 'c', 2, 'a', 3]	i=3
    for i in range(n):
    # n=5	s=['a', 0, 'b', 'c', 2, 'a', 3]	i=4
[BLOCK-16]
        # n=5	s=['a', 0, 'b', 'c', 2, 'a', 3]	i=4
        if i % 3 == 0:
        elif i % 3 == 1:
        # n=5	s=['a', 0, 'b', 'c', 2, 'a', 3]	i=4
[BLOCK-17]
            # n=5	s=['a', 0, 'b', 'c', 2, 'a', 3]	i=4
            s.append("b")
            # n=5	s=['a', 0, 'b', 'c', 2, 'a', 3, 'b']	i=4
[BLOCK-18]
            # n=5	s=['a', 0, 'b', 'c', 2, 'a', 3, 'b']	i=4
            continue
    for i in range(n):
    return s
    # n=5	s=['a', 0, 'b', 'c', 2, 'a', 3, 'b']	i=4	_ret=['a', 0, 'b', 'c', 2, 'a', 3, 'b']`,
  },
  {
    name: "a loop without a condition",
    call: "f(2)",
    source: `def f(n):
    while True:
        n += 1
        for i in range(2):
            n += i
        if n > 9:
            return n`,
    text: `[BLOCK-0]
    # n=2
    while True:
    # n=2
[BLOCK-1]
        # n=2
        n += 1
        # n=3
[BLOCK-2]
        # n=3
        for i in range(2):
        # n=3	i=0
[BLOCK-3]
            # n=3	i=0
            n += i
            # n=3	i=0
[BLOCK-4]
        # n=3	i=0
        for i in range(2):
        # n=3	i=1
[BLOCK-5]
            # n=3	i=1
            n += i
            # n=4	i=1
[BLOCK-6]
        # n=4	i=1
        for i in range(2):
        if n > 9:
    while True:
    # n=4	i=1
[BLOCK-7]
        # n=4	i=1
        n += 1
        # n=5	i=1
[BLOCK-8]
        # n=5	i=1
        for i in range(2):
        # n=5	i=0
[BLOCK-9]
            # n=5	i=0
            n += i
            # n=5	i=0
[BLOCK-10]
        # n=5	i=0
        for i in range(2):
        # n=5	i=1
[BLOCK-11]
            # n=5	i=1
            n += i
            # n=6	i=1
[BLOCK-12]
        # n=6	i=1
        for i in range(2):
        if n > 9:
    while True:
    # n=6	i=1
[BLOCK-13]
        # n=6	i=1
        n += 1
        # n=7	i=1
[BLOCK-14]
        # n=7	i=1
        for i in range(2):
        # n=7	i=0
[BLOCK-15]
            # n=7	i=0
            n += i
            # n=7	i=0
[BLOCK-16]
        # n=7	i=0
        for i in range(2):
        # n=7	i=1
[BLOCK-17]
            # n=7	i=1
            n += i
            # n=8	i=1
[BLOCK-18]
        # n=8	i=1
        for i in range(2):
        if n > 9:
    while True:
    # n=8	i=1
[BLOCK-19]
        # n=8	i=1
        n += 1
        # n=9	i=1
[BLOCK-20]
        # n=9	i=1
        for i in range(2):
        # n=9	i=0
[BLOCK-21]
            # n=9	i=0
            n += i
            # n=9	i=0
[BLOCK-22]
        # n=9	i=0
        for i in range(2):
        # n=9	i=1
[BLOCK-23]
            # n=9	i=1
            n += i
            # n=10	i=1
[BLOCK-24]
        # n=10	i=1
        for i in range(2):
        if n > 9:
        # n=10	i=1
[BLOCK-25]
            # n=10	i=1
            return n
            # n=10	i=1	_ret=10`,
  },
  {
    name: "a print within a statement: no values",
    call: "f(2)",
    source: `def f(n):
    xs = [
        n,
        n + 1,
    ]
    for x in xs:
        n += x
    return n`,
    text: `[BLOCK-0]
        # 
        n,
        n + 1,
    xs = [
    for x in xs:
        n += x
    for x in xs:
        n += x
    for x in xs:
    return n`,
  },
  {
    name: "a print at a wrong indentation: no values",
    call: "f(2)",
    source: `def f(n):
  m = n
  for i in range(n):
    m += i
  return m`,
    text: `[BLOCK-0]
# 
  m = n
  for i in range(n):
    m += i
  for i in range(n):
    m += i
  for i in range(n):
  return m`,
  },
  {
    name: "a comment before else: no values",
    call: "f(2)",
    source: `def f(n):
    if n:
        n += 1
    # otherwise
    else:
        n -= 1
    return n
`,
    text: `[BLOCK-0]
    # n=2
    if n:
    # n=2
[BLOCK-1]
        # n=2
        n += 1
        # n=3
[BLOCK-2]
    # n=3
    return n
    # n=3	_ret=3`,
  },
  {
    name: "no return",
    call: "f([1,0,2])",
    source: `def f(xs):
    for x in xs:
        if x:
            xs[0] = 5
            y = x`,
    text: `[BLOCK-0]
    # xs=[1, 0, 2]
    for x in xs:
    # xs=[1, 0, 2]	x=1
[BLOCK-1]
        # xs=[1, 0, 2]	x=1
        if x:
        # xs=[1, 0, 2]	x=1
[BLOCK-2]
            # xs=[1, 0, 2]	x=1
            xs[0] = 5
            y = x
            # xs=[5, 0, 2]	x=1	y=1
[BLOCK-3]
    # xs=[5, 0, 2]	x=1	y=1
    for x in xs:
    # xs=[5, 0, 2]	x=0	y=1
[BLOCK-4]
        # xs=[5, 0, 2]	x=0	y=1
        if x:
    for x in xs:
    # xs=[5, 0, 2]	x=2	y=1
[BLOCK-5]
        # xs=[5, 0, 2]	x=2	y=1
        if x:
        # xs=[5, 0, 2]	x=2	y=1
[BLOCK-6]
            # xs=[5, 0, 2]	x=2	y=1
            xs[0] = 5
            y = x
            # xs=[5, 0, 2]	x=2	y=2
[BLOCK-7]
    # xs=[5, 0, 2]	x=2	y=2
    for x in xs:`,
  },
  {
    name: "assertions",
    call: "f(2)",
    source: `def f(n):
    assert n > 0
    m = n
    assert m, "no"
    while m:
        m -= 1
    return m`,
    text: `[BLOCK-0]
    # n=2
    assert n > 0
    # n=2
[BLOCK-1]
    # n=2
    m = n
    assert m, "no"
    # n=2	m=2
[BLOCK-2]
    # n=2	m=2
    while m:
    # n=2	m=2
[BLOCK-3]
        # n=2	m=2
        m -= 1
        # n=2	m=1
[BLOCK-4]
    # n=2	m=1
    while m:
    # n=2	m=1
[BLOCK-5]
        # n=2	m=1
        m -= 1
        # n=2	m=0
[BLOCK-6]
    # n=2	m=0
    while m:
    return m
    # n=2	m=0	_ret=0`,
  },
  {
    name: "characters outside of the basic plane",
    call: 'f("\u00e9")',
    source: `def f(s):
    t = "😀" * 60
    u = s + t
    for ch in "ab":
        u += ch
    return u`,
    text: `[BLOCK-0]
    # s=é
    t = "😀" * 60
    u = s + t
    # s=é	t=😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀...😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀
[BLOCK-1]
    # s=é	t=😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀...😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀
    for ch in "ab":
    # s=é	t=😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀...😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀	ch=a
[BLOCK-2]
        # s=é	t=😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀...😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀	ch=a
        u += ch
        # s=é	t=😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀...😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀a	ch=a
[BLOCK-3]
    # s=é	t=😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀...😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀a	ch=a
    for ch in "ab":
    # s=é	t=😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀...😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀a	ch=b
[BLOCK-4]
        # s=é	t=😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀...😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀a	ch=b
        u += ch
        # s=é	t=😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀...😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀ab	ch=b
[BLOCK-5]
    # s=é	t=😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀...😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀ab	ch=b
    for ch in "ab":
    return u
    # s=é	t=😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀...😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀ab`,
  },
];

const recordings = await recordPrograms(cases.map(({ source, call }) => ({ source, entry: { kind: "call", expression: call } })));

test.each(cases.map((known, index) => ({ ...known, index })))("$name", ({ text, index }) => {
  const recording = recordings[index];
  if (recording === undefined) throw new Error("The program was not recorded.");
  expect(getAdapter("ldb").render(recording, { first: 0, last: 0 }).text).toBe(text);
});

test("the first and the last blocks are numbered anew, without a mark", () => {
  const index = cases.findIndex(({ name }) => name === "elif and continue");
  const recording = recordings[index];
  if (recording === undefined) throw new Error("The program was not recorded.");
  const blocks = (text: string): readonly string[] => text.split(/\n?\[BLOCK-\d+\]\n/).slice(1);
  const all = blocks(cases[index]?.text ?? "");
  const { text, notes } = getAdapter("ldb").render(recording, { first: 2, last: 1 });
  expect(blocks(text)).toEqual([...all.slice(0, 2), ...all.slice(-1)]);
  expect(text.match(/\[BLOCK-\d+\]/g)).toEqual(["[BLOCK-0]", "[BLOCK-1]", "[BLOCK-2]"]);
  expect(notes).toContainEqual(expect.objectContaining({ kind: "elided", count: all.length - 3 }));
});
