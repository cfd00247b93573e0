"""
Records one program WITHOUT a jail and writes the stream to a file: for development and tests with programs one trusts.

Usage: python3 tracer/record_once.py PROGRAM.py STREAM [--call 'f(1)'] [--steps N] [--bytes N]
"""

import argparse
import ctypes
import json
import mmap
import os
import sys
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).resolve().parent))

import build  # noqa: E402

PROGRAM = "<program>"
ENTRY = "<entry>"


def load_recorder() -> ModuleType:
    """The recorder built for this Python; builds it first where that is needed."""
    folder = str(build.build())
    sys.path.insert(0, folder)
    import _recorder

    sys.path.remove(folder)
    return _recorder


def record(source: str, call: str | None, buffer: mmap.mmap, steps: int) -> str | None:
    """Runs a program, or loads it and evaluates a call; the exception that ended it as text, or None."""
    recorder = load_recorder()
    program = compile(source, PROGRAM, "exec", dont_inherit=True)
    entry = None if call is None else compile(call.strip(), ENTRY, "eval", dont_inherit=True)
    module = ModuleType("__main__" if call is None else "program")
    names = module.__dict__
    sys.modules[module.__name__] = module
    recorder.attach(buffer, PROGRAM, steps, 64)
    write = sys.stdout.write

    def print_recorded(text: str) -> int:
        recorder.write(1, text)
        return write(text)

    sys.stdout.write = print_recorded  # type: ignore[method-assign]
    failure = None
    try:
        if entry is None:
            recorder.mark_entry()
        recorder.run(program, names, True)
        if entry is not None:
            recorder.mark_entry()
            recorder.capture_result(recorder.run(entry, names, True))
    except BaseException as error:
        failure = f"{type(error).__name__}: {error}"
    finally:
        recorder.stop()
        sys.stdout.write = write  # type: ignore[method-assign]
    recorder.finish(json.dumps({"failure": failure}).encode())
    return failure


def fix_hash_seed() -> None:
    """Starts over with the hash seed and the addresses that every recording has."""
    if os.environ.get("PYTHONHASHSEED") == "0":
        return
    no_random_addresses = 0x0040000
    ctypes.CDLL(None).personality(no_random_addresses)
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})


def main() -> int:
    """Reads the arguments, records, writes the stream; 0 also when the program raised."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("stream", type=Path)
    parser.add_argument("--call")
    parser.add_argument("--steps", type=int, default=200_000)
    parser.add_argument("--bytes", type=int, default=32 << 20)
    arguments = parser.parse_args()
    fix_hash_seed()
    buffer = mmap.mmap(-1, arguments.bytes)
    failure = record(arguments.program.read_text(encoding="utf-8"), arguments.call, buffer, arguments.steps)
    length = int.from_bytes(buffer[:8], "little")
    arguments.stream.write_bytes(buffer[:length])
    if failure:
        print(failure, file=sys.stderr)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except build.BuildError as error:
        sys.exit(f"The recorder cannot be built: {error}")
