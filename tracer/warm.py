"""Loads and runs beforehand what nearly every job needs, so that a forked process has it."""

import gc
import importlib
import json
import sys
from collections.abc import Iterable

import _jail
from jail.library import LEFT_OUT

_MODULES = """
    _decimal _json abc asyncio atexit base64 bisect bz2 collections contextlib copy copyreg csv dataclasses datetime decimal enum fcntl
    fractions functools hashlib heapq inspect io itertools json linecache locale lzma math numbers operator os pickle posixpath pprint
    queue random re select selectors signal socket stat statistics string struct tempfile textwrap threading time timeit tokenize
    traceback types typing unicodedata unittest warnings weakref zlib
    """.split()

_SAMPLE = """
import math
class A:
    def __init__(self): self.x = [1, 2]
    def m(self): return {k: v for k, v in zip("ab", self.x)}
def f(n):
    try: return [i * i for i in range(n)]
    except ValueError as e: return None
a = A(); d = a.m(); s = sorted(f(9)); t = "x".join(map(str, s)); u = f"{t!r:>10}"
"""


def _import_all() -> None:
    """Imports the modules, but not what the jail leaves out: `concurrent.futures` of 3.14 brings interpreters where it finds them."""
    missing = LEFT_OUT.difference(sys.modules)
    sys.modules.update(dict.fromkeys(missing))  # type: ignore[arg-type]
    for name in _MODULES:
        importlib.import_module(name)
    for name in missing:
        del sys.modules[name]


def warm_up(native_code: Iterable[str]) -> None:
    """Imports, compiles and runs a little."""
    for path in native_code:
        _jail.preload(path)
    _import_all()
    for _ in range(3):
        exec(compile(_SAMPLE, "<program>", "exec", dont_inherit=True), {"__name__": "__main__"})
        json.loads(json.dumps({"a": [1, 2.5, "x"]}))
    gc.collect()
