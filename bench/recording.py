"""
Recording speed: five programs under several tracers, CPU time per event; and the memory of recording 200,000 steps.

Usage: python3 bench/recording.py [--json FILE] [--table FILE] [--repeat N]
Every measurement runs in a process of its own and counts CPU time, so that other work on the machine disturbs it little.
"""

import argparse
import importlib.util
import json
import mmap
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from python_tracers import EngineeredTracer, NaiveTracer

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tracer")]

PROGRAM = "<program>"
PROGRAMS = {
    "integer loop": "def loop(n):\n    s = 0\n    for i in range(n):\n        s += i * 3 % 7\n    return s\nloop({n})\n",
    "bubble sort of 200": """def sort(n):
    a = [(i * 7919) % 1009 for i in range(n)]
    for i in range(n):
        for j in range(n - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
    return a
for _ in range({n}):
    sort(200)
""",
    "recursion": "def fib(n):\n    if n < 2:\n        return n\n    return fib(n - 1) + fib(n - 2)\nfor _ in range({n}):\n    fib(18)\n",
    "string building": "def build(n):\n    s = ''\n    for i in range(n):\n        s += str(i)\n        if len(s) > 400:\n            s = s[100:]\n    return s\nbuild({n})\n",
    "classes and dicts": """class Counter:
    def __init__(self):
        self.total = 0
        self.seen = {{}}
    def add(self, key):
        self.seen[key % 50] = self.seen.get(key % 50, 0) + 1
        self.total += 1
def count(n):
    counter = Counter()
    for key in range(n):
        counter.add(key)
    return counter.total
count({n})
""",
}
# Sizes for about 400,000 events; the slow tracers get a twentieth.
SIZES = {"integer loop": 200_000, "bubble sort of 200": 8, "recursion": 16, "string building": 130_000, "classes and dicts": 65_000}
BUFFER_BYTES = 256 << 20
MOST_STEPS = 50_000_000


def load_recorder() -> ModuleType:
    """The recorder as the harness uses it."""
    import build

    sys.path.insert(0, str(build.build()))
    import _recorder

    return _recorder


def measure(run: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    run()
    return time.process_time() - start


def plain(code: CodeType, names: dict[str, Any]) -> tuple[float, int]:
    """No recording."""
    return measure(lambda: exec(code, names)), 0


def empty(code: CodeType, names: dict[str, Any]) -> tuple[float, int]:
    """A C trace function that only counts: the least that tracing costs."""
    recorder = load_recorder()
    recorder.attach(mmap.mmap(-1, 1 << 20), PROGRAM, MOST_STEPS, 64)
    seconds = measure(lambda: recorder.run_empty(code, names))
    return seconds, recorder.counters()["events"]


def recorded(code: CodeType, names: dict[str, Any]) -> tuple[float, int]:
    """The recorder, with all values."""
    recorder = load_recorder()
    buffer = mmap.mmap(-1, BUFFER_BYTES)
    # Pages are touched beforehand, as those of a warm interpreter are.
    buffer.write(bytes(64 << 20))
    recorder.attach(buffer, PROGRAM, MOST_STEPS, 64)
    seconds = measure(lambda: recorder.run(code, names, True))
    recorder.stop()
    counters = recorder.counters()
    if counters["flags"]:
        raise RuntimeError(f"the recording met a limit: {counters}")
    return seconds, counters["events"]


def in_python(tracer: EngineeredTracer | NaiveTracer) -> Callable[[CodeType, dict[str, Any]], tuple[float, int]]:
    """Measures under a tracer written in Python."""

    def run(code: CodeType, names: dict[str, Any]) -> tuple[float, int]:
        def traced() -> None:
            sys.settrace(tracer)
            try:
                exec(code, names)
            finally:
                sys.settrace(None)

        seconds = measure(traced)
        return seconds, len(tracer.out)

    return run


TRACERS: dict[str, Callable[[CodeType, dict[str, Any]], tuple[float, int]]] = {
    "none": plain,
    "empty C function": empty,
    "Polytrace": recorded,
    "engineered in Python": in_python(EngineeredTracer(PROGRAM)),
    "naive in Python": in_python(NaiveTracer(PROGRAM)),
}
SLOW = {"engineered in Python", "naive in Python"}
# Other projects' tracers, run where they are installed.
OTHERS = ("pysnooper", "snoop", "hunter", "viztracer")


def other(name: str) -> Callable[[CodeType, dict[str, Any]], tuple[float, int]]:
    """One of the published tracers over the same program, its text thrown away."""

    def run(code: CodeType, names: dict[str, Any]) -> tuple[float, int]:
        module = __import__(name)
        with open(os.devnull, "w") as nothing:
            if name == "pysnooper":
                context = module.snoop(nothing, depth=1000)
            elif name == "snoop":
                context = module.Config(out=nothing).snoop(depth=1000)
            elif name == "hunter":
                context = module.trace(module.Q(filename=PROGRAM), actions=[module.VarsPrinter(stream=nothing)])
            else:
                context = module.VizTracer(verbose=0, log_func_args=True, output_file=os.devnull)

            def traced() -> None:
                with context:
                    exec(code, names)

            return measure(traced), 0

    return run


def one(tracer: str, program: str, size: int) -> dict[str, float]:
    """One measurement, in this process."""
    code = compile(PROGRAMS[program].format(n=size), PROGRAM, "exec")
    run = TRACERS.get(tracer) or other(tracer)
    sys.setrecursionlimit(10_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds, events = run(code, {"__name__": "__main__"})
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": seconds, "events": events, "kibibytes": after - before}


def in_child(tracer: str, program: str, size: int) -> dict[str, float]:
    """One measurement, in a process of its own."""
    command = [sys.executable, __file__, "--one", json.dumps([tracer, program, size])]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=environment)
    if done.returncode != 0:
        raise RuntimeError(f"{tracer} on {program}: {done.stderr.strip()[-500:]}")
    return json.loads(done.stdout.splitlines()[-1])


def size_of(tracer: str, program: str) -> int:
    """Work for one measurement."""
    slow = tracer in SLOW or tracer in OTHERS
    return max(1, SIZES[program] // 20) if slow else SIZES[program]


def best(tracer: str, program: str, repeat: int) -> dict[str, float]:
    """The fastest of several measurements, which is the least disturbed one."""
    size = size_of(tracer, program)
    return min((in_child(tracer, program, size) for _ in range(repeat)), key=lambda row: row["seconds"])


def compare(program: str, tracers: list[str], repeat: int) -> list[dict[str, Any]]:
    """Rows of one program. Events per unit of work come from the recorder's own count."""
    counted = in_child("Polytrace", program, SIZES[program])["events"]
    slow_counted = in_child("Polytrace", program, size_of("naive in Python", program))["events"]
    nothing = best("none", program, repeat)["seconds"] / counted
    rows = []
    for tracer in tracers:
        slow = tracer in SLOW or tracer in OTHERS
        events = slow_counted if slow else counted
        try:
            seconds = best(tracer, program, repeat)["seconds"]
        except (RuntimeError, subprocess.TimeoutExpired) as error:
            rows.append({"program": program, "tracer": tracer, "failure": str(error)})
            continue
        row = {"program": program, "tracer": tracer, "events": events, "nanosecondsPerEvent": round(seconds / events * 1e9, 1)}
        rows.append({**row, "eventsPerSecond": round(events / seconds), "slowDown": round(seconds / events / nothing, 1)})
        print("{program:20} {tracer:22} {nanosecondsPerEvent:10,.0f} ns/event {eventsPerSecond:12,}/s ×{slowDown}".format(**rows[-1]))
    return rows


def measure_memory() -> list[dict[str, Any]]:
    """Memory added while 200,000 steps are recorded, the stream's buffer included, against the program alone."""
    rows = []
    for program, size in {name: round(size * 0.5) for name, size in SIZES.items()}.items():
        alone = in_child("none", program, size)["kibibytes"]
        with_recorder = in_child("Polytrace", program, size)
        # 64 MiB of the buffer are touched beforehand.
        added = with_recorder["kibibytes"] - (64 << 10) - alone
        rows.append({"program": program, "events": with_recorder["events"], "kibibytesAdded": added})
        print(f"{program:20} {with_recorder['events']:10,.0f} events  {added:10,.0f} KiB more than the program alone and the stream")
    return rows


def to_table(result: dict[str, Any]) -> str:
    """The result as Markdown: nanoseconds per event, events per second, and the slow-down against no recording."""
    lines = [f"CPython {result['python']}, CPU time, best of {result['repeat']}.", ""]
    lines += ["| program | tracer | ns/event | events/s | slow-down |", "|---|---|---:|---:|---:|"]
    for row in result["speed"]:
        if "failure" in row:
            lines.append(f"| {row['program']} | {row['tracer']} | failed | | |")
        else:
            speed = f"{row['nanosecondsPerEvent']:,.0f} | {row['eventsPerSecond']:,} | ×{row['slowDown']}"
            lines.append(f"| {row['program']} | {row['tracer']} | {speed} |")
    lines += ["", "Memory that recording adds to the program, beside the stream:", ""]
    lines += ["| program | events | KiB |", "|---|---:|---:|"]
    lines += [f"| {row['program']} | {row['events']:,} | {row['kibibytesAdded']:,} |" for row in result["memory"]]
    if result["notInstalled"]:
        lines += ["", f"Not installed, so not measured: {', '.join(result['notInstalled'])}."]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measures everything; prints a table, and writes JSON and Markdown where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--table", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(one(*json.loads(arguments.one))))
        return 0
    found = [name for name in OTHERS if importlib.util.find_spec(name)]
    absent = [name for name in OTHERS if name not in found]
    if absent:
        print(f"not installed, so not measured: {', '.join(absent)}")
    rows = [row for program in PROGRAMS for row in compare(program, [*TRACERS, *found], arguments.repeat)]
    memory = measure_memory()
    version = sys.version.split()[0]
    result = {"python": version, "clock": "CPU time", "repeat": arguments.repeat, "speed": rows, "memory": memory, "notInstalled": absent}
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n")
    if arguments.table:
        arguments.table.write_text(to_table(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
