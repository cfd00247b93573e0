import type { Entry } from "@/lib/recordings/schema";

export type Program = { readonly name: string; readonly source: string; readonly entry: Entry };

const loop = "def f(n):\n    total = 0\n    for i in range(n):\n        total += i\n    return total";

function call(name: string, expression: string, source: string): Program {
  return { name, source, entry: { kind: "call", expression } };
}

function script(name: string, source: string, stdin = ""): Program {
  return { name, source, entry: { kind: "script", stdin } };
}

const loops = [0, 1, 2, 3, 4, 10_000].map((visits) => call(`a loop of ${visits} visits`, `f(${visits})`, loop));

const control: readonly Program[] = [
  call(
    "nested loops",
    "f(4)",
    "def f(n):\n    pairs = []\n    for i in range(n):\n        for j in range(i):\n            pairs.append((i, j))\n    return pairs",
  ),
  call(
    "a while loop that ends early",
    "f([3, 8, 5])",
    "def f(xs):\n    i = 0\n    while True:\n        if xs[i] > 5:\n            break\n        i += 1\n    else:\n        i = -1\n    return i",
  ),
  call(
    "direct recursion",
    "fact(4)",
    "def fact(n):\n    if n <= 1:\n        return 1\n    below = fact(n - 1)\n    return n * below",
  ),
  call(
    "mutual recursion",
    "even(5)",
    "def even(n):\n    if n == 0:\n        return True\n    answer = odd(n - 1)\n    return answer\n\ndef odd(n):\n    if n == 0:\n        return False\n    answer = even(n - 1)\n    return answer",
  ),
  call(
    "recursion of depth 900",
    "down(900)",
    "def down(n):\n    if n == 0:\n        return 0\n    below = down(n - 1)\n    return below + 1",
  ),
  call(
    "match, walrus and star-unpacking",
    "f((1, 2, 3))",
    "def f(point):\n    match point:\n        case (0, *_):\n            kind = 'zero'\n        case (x, *rest) if (n := len(rest)) > 1:\n            kind = f'{x}:{n}'\n    first, *others = point\n    return kind, others",
  ),
];

const exceptions: readonly Program[] = [
  call(
    "a handled exception, its name unbound",
    "f([1, 0, 2])",
    "def f(xs):\n    out = []\n    for x in xs:\n        try:\n            out.append(10 // x)\n        except ZeroDivisionError as error:\n            out.append(str(error))\n        finally:\n            last = x\n    return out",
  ),
  call(
    "an exception raised again",
    "f(1)",
    "def f(n):\n    try:\n        try:\n            n / 0\n        except ZeroDivisionError as error:\n            raise RuntimeError('again') from error\n        finally:\n            n += 1\n    except RuntimeError:\n        n = -1\n    return n",
  ),
  call(
    "an uncaught exception",
    "f(3)",
    "def f(n):\n    total = 0\n    for i in range(n):\n        total += 10 // (1 - i)\n    return total",
  ),
  call(
    "an exception that passes through",
    "f(1)",
    "def g(n):\n    raise KeyError(n)\n\ndef f(n):\n    m = n + 1\n    return g(m)",
  ),
];

const functions: readonly Program[] = [
  call(
    "a generator",
    "f(3)",
    "def squares(n):\n    for i in range(n):\n        got = yield i * i\n\ndef f(n):\n    total = 0\n    for square in squares(n):\n        total += square\n    return total",
  ),
  call(
    "async functions",
    "f(2)",
    "import asyncio\n\nasync def g(n):\n    await asyncio.sleep(0)\n    return n + 1\n\ndef f(n):\n    result = asyncio.run(g(n))\n    return result",
  ),
  call(
    "comprehensions and lambdas",
    "f([3, 1, 2])",
    "def f(xs):\n    doubled = [x * 2 for x in xs if x > 1]\n    pairs = {x: y for x, y in zip(xs, doubled)}\n    ordered = sorted(xs, key=lambda x: -x)\n    return doubled, pairs, ordered",
  ),
  call(
    "closures and nonlocals",
    "f(3)",
    "def f(n):\n    total = 0\n    def add(k):\n        nonlocal total\n        total += k\n        return total\n    for i in range(n):\n        add(i)\n    return total",
  ),
  call("globals", "f(2)", "count = 0\n\ndef f(n):\n    global count\n    count += n\n    seen = count\n    return seen"),
  call(
    "a decorated function",
    "f(3)",
    "import functools\n\ndef twice(function):\n    @functools.wraps(function)\n    def inner(*args):\n        return function(*args) * 2\n    return inner\n\n@twice\ndef f(n):\n    m = n + 1\n    return m",
  ),
  call(
    "classes, properties and methods",
    "f(3)",
    "class Point:\n    def __init__(self, x):\n        self.x = x\n\n    @property\n    def double(self):\n        return self.x * 2\n\ndef f(n):\n    point = Point(n)\n    point.x += 1\n    return point.double",
  ),
  call(
    "a context manager",
    "f(1)",
    "class Manager:\n    def __enter__(self):\n        return 5\n\n    def __exit__(self, *args):\n        return True\n\ndef f(n):\n    with Manager() as m:\n        n += m\n        raise ValueError('swallowed')\n    return n",
  ),
];

const texts: readonly Program[] = [
  call(
    "multi-line statements",
    "f(2)",
    "def f(\n    n,\n):\n    xs = [\n        n,\n        n + 1,\n    ]\n    total = sum(\n        xs\n    )\n    return (\n        total\n    )",
  ),
  call("several statements on a line", "f(2)", "def f(n): x = 1; y = x + n; x, y = y, x; return x - y"),
  call("deletions", "f(2)", "def f(n):\n    a = b = n\n    del a\n    a = b\n    del b\n    return a"),
  call(
    "odd strings",
    "f()",
    "def f():\n    quotes = 'it\\'s \"both\"'\n    lines = 'a\\nb\\r\\tc\\\\d'\n    control = '\\x00\\x07\\x1b\\x7f'\n    bidi = '\\u202eevil\\u2066'\n    lone = '\\ud800 and \\udfff'\n    wide = 'é中😀'\n    markers = '<|endoftext|> ``` [/STATE-1] </state> #'\n    many = [quotes, lines, control, bidi, lone, wide, markers]\n    return many",
  ),
  call(
    "odd numbers",
    "f()",
    "def f():\n    xs = [float('nan'), float('inf'), -float('inf'), -0.0, 1e16, 1e-5, 5e-324]\n    z = complex(0, -1)\n    huge = 10 ** 10_000\n    b = bytes(range(256))\n    return xs",
  ),
  call(
    "cyclic and shared values",
    "f()",
    "def f():\n    a = [1]\n    a.append(a)\n    d = {}\n    d['me'] = d\n    shared = [a, a, d]\n    deep = []\n    for _ in range(50):\n        deep = [deep]\n    return shared",
  ),
  call(
    "long values",
    "f()",
    "def f():\n    xs = list(range(5000))\n    xs[2500] = -1\n    text = 'ab' * 20000\n    table = {i: str(i) for i in range(3000)}\n    return len(xs)",
  ),
  call("Windows line endings", "f(2)", "def f(n):\r\n    m = n + 1\r\n    return m\r\n"),
];

const runs: readonly Program[] = [
  script("an empty program", ""),
  script("a program with a syntax error", "def f(:\n    return 1\n"),
  script("standard input and output", "name = input()\nfor i in range(2):\n    print('Hello', name, i)\n", "Ada\n"),
  script(
    "a script with functions",
    "def area(w, h):\n    return w * h\n\nif __name__ == '__main__':\n    size = area(2, 3)\n    print(size)\n",
  ),
  script("an exception while loading", "x = 1\ny = x / 0\n"),
  call("a call without any step", "len([1, 2])", "x = 1\n"),
  call("no arguments, no variables", "f()", "def f():\n    pass"),
  { name: "test code", source: loop, entry: { kind: "test", code: "assert f(3) == 3\nassert f(4) == 7\n" } },
];

/** The hard cases that every adapter must stand. */
export const hardPrograms: readonly Program[] = [...loops, ...control, ...exceptions, ...functions, ...texts, ...runs];
