"""Runs a program in a process of its own, recorded or not, and says what could be seen of it."""

import functools
import json
import os
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TRACER = Path(__file__).resolve().parent.parent.parent
LONGEST_SECONDS = 60

# What the child does: the program, then `probe`, whose `answer` is handed back.
_CHILD = """
import gc, json, mmap, sys, tracemalloc
from types import ModuleType

sys.path.insert(0, sys.argv[1])
sys.path.insert(0, sys.argv[2])
import _recorder

job = json.loads(sys.stdin.read())
module = ModuleType("__main__")
sys.modules["__main__"] = module
code = compile(job["source"], "<program>", "exec", dont_inherit=True)
failure = None
buffer = mmap.mmap(-1, job["bytes"])


def record():
    _recorder.attach(buffer, "<program>", job["steps"], 64)
    if job["guard"]:
        _recorder.guard(True)
    _recorder.mark_entry()
    try:
        _recorder.run(code, module.__dict__, job["recorded"])
    finally:
        _recorder.guard(False)
        _recorder.stop()


answer = None
try:
    record()
except BaseException as error:
    failure = [type(error).__name__, str(error) if type(error).__module__ == "builtins" else ""]
counters = _recorder.counters()
if job["probe"]:
    scope = {"record": record, "gc": gc, "tracemalloc": tracemalloc, "module": module, "recorder": _recorder, "buffer": buffer}
    exec(job["probe"], scope)
    answer = scope["answer"]
sys.stdout.flush()
sys.__stderr__.write("\\n" + json.dumps({"failure": failure, "counters": counters, "answer": answer}))
"""


@dataclass(frozen=True)
class Observed:
    """What a run left: its output, the exception that ended it, the recorder's numbers, and what the probe answered."""

    stdout: str
    failure: list[str] | None
    counters: dict[str, int]
    answer: Any


@functools.cache
def built_folder() -> str:
    """Folder of the recorder; compiling takes longer than a test may."""
    sys.path.insert(0, str(TRACER))
    import build

    sys.path.remove(str(TRACER))
    return str(build.build())


def run(
    source: str, *, recorded: bool = True, guard: bool = False, probe: str = "", steps: int = 1_000_000, size: int = 64 << 20
) -> Observed:
    """Runs a program. `probe` is Python that runs afterwards and sets `answer`."""
    job = {
        "source": textwrap.dedent(source),
        "recorded": recorded,
        "guard": guard,
        "probe": textwrap.dedent(probe),
        "steps": steps,
        "bytes": size,
    }
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8:surrogatepass"}
    command = [sys.executable, "-c", _CHILD, str(TRACER), built_folder()]
    done = subprocess.run(
        command, input=json.dumps(job).encode(), capture_output=True, timeout=LONGEST_SECONDS, env=environment
    )
    lines = done.stderr.decode(errors="replace").splitlines()
    if done.returncode != 0 or not lines:
        raise AssertionError(f"the run ended with {done.returncode}: {lines[-15:]}")
    last = json.loads(lines[-1])
    return Observed(done.stdout.decode("utf-8", "surrogatepass"), last["failure"], last["counters"], last["answer"])
