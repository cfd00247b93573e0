"""The program must not notice that it is recorded: no code of its own runs for it, and nothing about it changes."""

import unittest
from pathlib import Path

from tracer.tests.recorder.recording import run

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))

# Each class counts how often any of its hooks is called; the program itself calls none.
EVIL = """
calls = []
def note(name):
    def hook(*arguments, **keywords):
        calls.append(name)
        raise RuntimeError(name)
    return hook

class Meta(type):
    __getattribute__ = note("meta.getattribute")
    __instancecheck__ = note("meta.instancecheck")
    __subclasscheck__ = note("meta.subclasscheck")
    __repr__ = note("meta.repr")
    __eq__ = note("meta.eq")
    __hash__ = type.__hash__
    mro_seen = 0

names = ["repr", "str", "eq", "lt", "getattribute", "getattr", "len", "iter", "next", "getitem", "contains", "bool", "int",
         "float", "index", "format", "bytes", "sizeof", "reduce_ex", "dir", "missing", "length_hint", "class_getitem"]
hooks = {f"__{name}__": note(name) for name in names}
hooks["__hash__"] = lambda self: 7
hooks["__class__"] = property(note("class"))
hooks["__dict__"] = property(note("dict"))
plain = Meta("Plain", (), {**hooks, "__slots__": ("a", "__weakref__")})
objects = []
for base in (object, list, dict, set, frozenset, tuple, int, float, str, bytes, bytearray, Exception, KeyError, OSError):
    made = Meta("Evil" + base.__name__, (base,), hooks)
    one = base.__new__(made)
    objects.append(one)
many = [[one] for one in objects]
held = {number: one for number, one in enumerate(objects)}
def look(one, *rest, **keywords):
    inner = one
    other = (one, rest)
    return other
for number in range(len(objects)):
    found = look(objects[number], *objects, key=objects[number])
class EvilError(Exception):
    __str__ = note("error.str")
    __repr__ = note("error.repr")
    __getattribute__ = note("error.getattribute")
def fail():
    raise EvilError(objects[0])
try:
    fail()
except EvilError as error:
    kept = error
kept = None
"""

SAME = {
    "output, also of errors": "import sys\nprint('a', end='')\nprint([1, 2.5, 'x'])\nsys.stdout.write('é\\n')\nprint(1 / 3)",
    "frames": "import sys\ndef f():\n    return sys._getframe(1).f_code.co_name, sys._getframe(1).f_back\nprint(f()[0], f()[1])",
    "recursion": "def f(n): return 0 if n == 0 else 1 + f(n - 1)\nprint(f(900))",
    "closures in threads": """
        import threading
        def count():
            total = 0
            lock = threading.Lock()
            def add():
                nonlocal total
                for _ in range(500):
                    with lock:
                        total += 1
            threads = [threading.Thread(target=add) for _ in range(3)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            return total
        print(count())
    """,
    "locals() and eval": "def f(a):\n    b = a + 1\n    before = sorted(locals())\n    exec('c = 5')\n    return before, eval('a + b')\nprint(f(2))",
    "weak references": """
        import weakref
        class Thing: pass
        def f():
            thing = Thing()
            seen = weakref.ref(thing)
            print(seen() is thing)
            thing = None
            print(seen())
        f()
    """,
    "reference counts": "import sys\ndef f():\n    a = []\n    b = (a, 'x' * 1000, object())\n    return sys.getrefcount(a), sys.getrefcount(b)\nprint(f(), f())",
    "text that grows in place": "s = ''\nfor i in range(3000): s += chr(97 + i % 26)\nprint(len(s), s[-3:])",
    "a raise in a generator": "def g():\n    try:\n        yield 1\n    finally:\n        print('closed')\nfor x in g():\n    break\nraise KeyError('k')",
    "an exception with a cause": "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    raise ValueError('v') from error",
    "exit": "import sys\nprint('x')\nsys.exit(3)",
    "a recursion error": "def f(): return f()\ntry:\n    f()\nexcept RecursionError as error:\n    print(type(error).__name__)",
    "asyncio": """
        import asyncio
        async def part(n):
            await asyncio.sleep(0)
            return n
        async def whole():
            return await asyncio.gather(*(part(n) for n in range(5)))
        print(asyncio.run(whole()))
    """,
    "huge values": "a = 7 ** 200000\nb = 'x' * 10 ** 7\nc = list(range(10 ** 5))\nprint(a.bit_length(), len(b), len(c))",
}

ORDER = """
class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
def f():
    a = Noisy("a")
    b = [Noisy("b"), Noisy("c")]
    a = Noisy("d")
    print("after a")
    b.pop()
    print("after pop")
    b[0] = None
    print("after item")
    del a
    print("after del")
    c = {1: Noisy("e")}
    c[1] = 2
    print("after dict")
    Noisy("f")
    print("after expression")
    return Noisy("g")
f()
print("after call")
x = f()
x = None
print("end")
def g():
    held = Noisy("h")
    yield 1
    print("not reached")
it = g(); next(it); del it
print("after generator")
try:
    n = Noisy("i")
    raise ValueError(n)
except ValueError as e:
    pass
print("after exception")
del n
print("gone")
"""


class Unnoticed(unittest.TestCase):
    """Compares runs with and without recording."""

    def test_no_hook_of_the_program_is_called(self) -> None:
        """Metaclasses, properties, subclasses of builtins: no method of the program runs for a recording."""
        seen = run(EVIL, probe="answer = list(module.__dict__['calls'])")
        self.assertIsNone(seen.failure)
        self.assertEqual(seen.answer, [])
        self.assertGreater(seen.counters["events"], 200)

    def test_hooks_of_the_evil_program_would_count(self) -> None:
        """The counting itself works: one call in the program is seen."""
        seen = run(EVIL + "\ntry:\n    repr(objects[0])\nexcept RuntimeError: pass\n", probe="answer = list(module.__dict__['calls'])")
        self.assertEqual(seen.answer, ["repr"])

    def test_same_output_and_exception(self) -> None:
        """Programs print and raise the same with and without recording."""
        corpus = {**SAME, **{path.name: path.read_text(encoding="utf-8") for path in PROGRAMS}}
        for name, source in corpus.items():
            with self.subTest(name):
                recorded, alone = run(source), run(source, recorded=False)
                self.assertEqual(recorded.stdout, alone.stdout)
                self.assertEqual(recorded.failure, alone.failure)
                self.assertEqual(alone.counters["events"], 0)
                self.assertGreater(recorded.counters["events"], 0)

    def test_objects_die_when_they_would(self) -> None:
        """The order of destructors among the program's own output is unchanged."""
        recorded, alone = run(ORDER), run(ORDER, recorded=False)
        self.assertIsNone(alone.failure)
        self.assertEqual(recorded.stdout, alone.stdout)
        self.assertIn("del d\nafter del", alone.stdout)

    def test_frames_of_the_harness_are_hidden(self) -> None:
        """The program's outermost frame has no caller."""
        seen = run("import sys\nprint(sys._getframe().f_back)")
        self.assertEqual(seen.stdout, "None\n")


if __name__ == "__main__":
    unittest.main()
