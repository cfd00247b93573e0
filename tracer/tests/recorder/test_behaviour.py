"""A program must not notice that it is recorded, and no code of it may run because of that."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TRACER = Path(__file__).resolve().parents[2]
PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))

PLAIN = """
import sys
from types import ModuleType
module = ModuleType("__main__")
sys.modules["__main__"] = module
try:
    exec(compile(open(sys.argv[1], encoding="utf-8").read(), "<program>", "exec", dont_inherit=True), module.__dict__)
except BaseException as error:
    print(f"{type(error).__name__}: {error}", file=sys.stderr)
"""

HOOKS = """
calls = []
def note(name):
    def method(self, *rest):
        calls.append(name)
        raise KeyboardInterrupt(name)
    return method
NAMES = "__repr__ __str__ __eq__ __len__ __bool__ __iter__ __getitem__ __contains__ __getattribute__ __index__ __format__ __sizeof__".split()
class Meta(type):
    def __repr__(cls): calls.append("meta repr"); return "x"
    def __getattribute__(cls, name): calls.append("meta " + name); return type.__getattribute__(cls, name)
    def __instancecheck__(cls, other): calls.append("instancecheck"); return True
body = {name: note(name) for name in NAMES}
body["__class__"] = property(note("__class__"))
Evil = Meta("Evil", (), {**body, "__hash__": note("hash")})
EvilList = Meta("EvilList", (list,), body)
EvilDict = Meta("EvilDict", (dict,), body)
EvilInt = Meta("EvilInt", (int,), body)
EvilStr = Meta("EvilStr", (str,), body)
EvilError = Meta("EvilError", (ValueError,), body)
calls.clear()
def run(a, b, c, d, e):
    pair = [a, {1: b}, (c, d), e]
    other = pair[0]
    pair.append(pair)
    return pair
objects = object.__new__(Evil), list.__new__(EvilList), dict.__new__(EvilDict), int.__new__(EvilInt, 7), str.__new__(EvilStr, "s")
kept = run(*objects)
try:
    raise EvilError(objects[0])
except ValueError:
    pass
kept = None
seen = list(calls)
print(seen)
"""

DESTRUCTORS = """
import weakref
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    a = A(1); b = [A(2)]; c = {"k": A(3)}
    a = None; print("x")
    b.clear(); print("y")
    d = A(4)
    w = weakref.ref(d)
    d = (d,)
    d = None; print(w() is None)
    g = (x for x in [A(5)])
    next(g); g = None; print("z")
f()
print("end")
"""

COUNTS = """
import sys, gc
class N: pass
def f(values, node):
    own = [values, node]
    alias = own
    return sys.getrefcount(values), sys.getrefcount(node), sys.getrefcount(own), gc.isenabled()
print(f([1], N()), f({}, N()))
"""

THREADS = """
import threading
total = 0
lock = threading.Lock()
def make():
    mine = 0
    def add():
        nonlocal mine
        global total
        for _ in range(300):
            with lock:
                mine += 1
                total += 1
    return add, lambda: mine
add, read = make()
threads = [threading.Thread(target=add) for _ in range(6)]
for t in threads: t.start()
for t in threads: t.join()
print(total, read())
"""

DEEP = """
import sys
def f(n): return n if n == 0 else f(n - 1)
print(f(900))
try:
    def g(): g()
    g()
except RecursionError as error:
    print(error)
chain = None
for i in range(30000): chain = [chain]
print(len(chain))
chain = None
ring = []
for i in range(200):
    a = {}; b = {"a": a}; a["b"] = b; ring.append(a)
print(len(str(7 ** 1000)), (1 << 3_000_000).bit_length())
"""

CASES = {"hooks": HOOKS, "destructors": DESTRUCTORS, "reference counts": COUNTS, "threads": THREADS, "deep structures": DEEP}


def run(command: list[str]) -> tuple[int, str, str]:
    """Exit code, output and errors of a command with the hash seed that recordings have."""
    done = subprocess.run(command, capture_output=True, timeout=120, env={**os.environ, "PYTHONHASHSEED": "0"})
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


class SameBehaviour(unittest.TestCase):
    """Output, errors and exit are the same with and without the recorder."""

    def compare(self, program: Path) -> str:
        """Runs a program both ways; its output, which is the same."""
        with tempfile.TemporaryDirectory() as folder:
            plain = run([sys.executable, "-c", PLAIN, str(program)])
            recorded = run([sys.executable, str(TRACER / "record_once.py"), str(program), f"{folder}/stream"])
            self.assertEqual(recorded, plain)
            self.assertGreater(Path(folder, "stream").stat().st_size, 128)
        return plain[1]

    def test_programs(self) -> None:
        """Every program of the corpus."""
        self.assertGreaterEqual(len(PROGRAMS), 7)
        for program in PROGRAMS:
            with self.subTest(program.name):
                self.compare(program)

    def test_cases(self) -> None:
        """What a recorder most easily changes."""
        for name, source in CASES.items():
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                program = Path(folder, "program.py")
                program.write_text(source, encoding="utf-8")
                output = self.compare(program)
                if name == "hooks":
                    self.assertEqual(output, "[]\n")


if __name__ == "__main__":
    unittest.main()
