"""Makes an interpreter look to the program like one that was started for it."""

import _imp
import gc
import io
import linecache
import os
import random
import sys
import threading
from pathlib import PurePath
from types import FunctionType, ModuleType

import _jail

PROGRAM_FILE = "program.py"
#: Everything of the harness, by module name; a package stands for its modules.
HARNESS = frozenset(
    """
    __main__ _jail _recorder aftermath build child data hello jail job_process judge judge_calls judge_candidate judge_shared judge_tests lines
    record stage tiers waiter warm watch wire
    """.split()
)
# What a module says about where it is.
_PLACES = ("__cached__", "__file__", "__loader__", "__path__", "__spec__")
_ENVIRONMENT = {"HOME": "/tmp", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TZ": "UTC"}


def set_environment() -> None:
    """Leaves nothing of the server's environment to see."""
    os.environ.clear()
    os.environ.update(_ENVIRONMENT)


def live_in(folder: str) -> None:
    """Where /tmp is the host's: the program's own folder takes its place."""
    sys.path[0] = folder
    os.environ["HOME"] = os.environ["TMPDIR"] = folder


def live_nowhere() -> None:
    """Where /tmp is the host's and no folder is wanted."""
    os.chdir("/")
    del sys.path[0]


def fix_random() -> None:
    """The same random numbers in every recording. Once, in the warm interpreter: processes are forked without the hook that gives others."""
    random.seed(0)


def know_own_thread() -> None:
    """Tells the main thread its number in a process that has just been forked."""
    threading.main_thread()._set_native_id()  # type: ignore[attr-defined]


def set_streams(out: object, err: object) -> None:
    """Standard streams over the descriptors' stand-ins: text is handed on at once, so that each step shows what it printed."""
    sys.stdin = sys.__stdin__ = io.TextIOWrapper(open(0, "rb", closefd=False), encoding="utf-8", errors="surrogateescape")
    sys.stdout = sys.__stdout__ = io.TextIOWrapper(out, encoding="utf-8", errors="surrogateescape", write_through=True)
    sys.stderr = sys.__stderr__ = io.TextIOWrapper(err, encoding="utf-8", errors="backslashreplace", write_through=True)


def set_plain_streams() -> None:
    """Standard streams over the descriptors themselves, as an interpreter of one's own has them."""
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)
    sys.stdout = sys.__stdout__ = open(1, "w", encoding="utf-8", errors="surrogateescape", closefd=False)
    sys.stderr = sys.__stderr__ = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)


def show_source(name: str, text: str) -> None:
    """Lets tracebacks and `inspect` show the lines of a text that is no file."""
    linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)


def make_module(entry_kind: str) -> ModuleType:
    """
    The program's module. A script is `__main__`; a program whose functions are called is a module named `program`, as if imported, so that
    what stands under `if __name__ == "__main__"` does not run.
    """
    main = ModuleType("__main__")
    module = main if entry_kind == "script" else ModuleType("program")
    sys.modules["__main__"] = main
    sys.modules[module.__name__] = module
    module.__dict__["__builtins__"] = sys.modules["builtins"]
    module.__dict__["__file__"] = PROGRAM_FILE
    return module


def _is_intern_table(value: object) -> bool:
    """Whether a value is the interpreter's table of interned strings, which the garbage collector of 3.14 shows: every name of the harness."""
    name = sys.intern("_is_intern_table")
    return type(value) is dict and value.get(name) is name


def hide_harness(folder: str) -> None:
    """
    Once, in the warm interpreter: leaves no way from what a program can see to the harness.

    Modules leave `sys`, and everything that is the harness' leaves the lists of the garbage collector. Its classes stay visible among
    `object.__subclasses__()`: no module that has one may hold the recorder among its globals.
    """
    own = {name: module for name, module in sys.modules.items() if name.split(".")[0] in HARNESS}
    spaces = {id(module.__dict__) for module in own.values()}
    objects: list[object] = [*own.values(), *(module.__dict__ for module in own.values())]
    for module in own.values():
        objects.extend(value for value in module.__dict__.values() if getattr(value, "__module__", None) in own)
    for space in (module.__dict__ for module in own.values()):
        for name in _PLACES:
            space.pop(name, None)
    # Methods, closures and instances, wherever they are, and the copies that the import system keeps of C modules.
    for value in gc.get_objects():
        is_function = type(value) is FunctionType and id(value.__globals__) in spaces
        is_copy = type(value) is dict and value.get("__name__") in own
        if is_function:
            # Where the server is installed is no business of a program that catches a frame of the harness after its own end.
            _imp._fix_co_filename(value.__code__, os.path.basename(value.__code__.co_filename))
        if is_function or is_copy or type(value).__module__ in own or _is_intern_table(value):
            objects.append(value)
        elif isinstance(value, PurePath):
            # From 3.12 on a path keeps the texts that it was made of in a list.
            objects.extend((value, *gc.get_referents(value)))
    for name in own:
        del sys.modules[name]
    sys.path[:] = ["/tmp", *(entry for entry in sys.path if entry and not entry.startswith(folder))]
    for entry in [entry for entry in sys.path_importer_cache if entry.startswith(folder)]:
        del sys.path_importer_cache[entry]
    sys.argv[:] = [PROGRAM_FILE]
    sys.orig_argv[:] = [sys.executable, PROGRAM_FILE]
    _jail.conceal(objects)
