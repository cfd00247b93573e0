"""
What Python does after a program's last line, as functions that may run the program's own code (`__str__` of an exception, `atexit`).

These run with the harness' frames hidden. This module's globals are all that such code can reach: it imports nothing of the harness and
holds no secret. What it returns is the program's to forge and is checked by the caller (jail/conduct.c).
"""

import atexit
import sys
import threading
import traceback
from types import TracebackType

PROGRAM, ENTRY = "<program>", "<entry>"
_MOST_MESSAGE_CHARACTERS = 1_000

#: Outcome, exit code, exception type, message, line (0: unknown), text that the line is in.
Settlement = tuple[str, int, str, str, int, str]


def _innermost(trace: TracebackType | None) -> tuple[int, str]:
    """Line and text of the innermost frame that belongs to the program, else to the entry."""
    lines: dict[str, int] = {}
    while trace is not None:
        lines[trace.tb_frame.f_code.co_filename] = trace.tb_lineno or 0
        trace = trace.tb_next
    if PROGRAM in lines:
        return lines[PROGRAM], "program"
    if ENTRY in lines:
        return lines[ENTRY], "entry"
    return 0, "other"


def _message(error: BaseException) -> str:
    try:
        return str(error)[:_MOST_MESSAGE_CHARACTERS]
    except BaseException:
        return "<exception str() failed>"


def describe_syntax_error(error: BaseException) -> Settlement:
    """A text that is not Python. Also a ValueError (null characters), RecursionError or MemoryError of the compiler."""
    if isinstance(error, SyntaxError):
        file = "entry" if error.filename == ENTRY else "program"
        return "syntax-error", 1, type(error).__name__, str(error.msg), error.lineno or 0, file
    return "syntax-error", 1, type(error).__name__, _message(error), 0, "program"


def _report(error: BaseException) -> None:
    """Prints an uncaught exception the way the interpreter does."""
    if sys.excepthook is sys.__excepthook__:
        print("".join(traceback.format_exception(error)), end="", file=sys.stderr)
    else:
        sys.excepthook(type(error), error, error.__traceback__)


def _exit_code(value: object) -> int:
    """The exit code that `sys.exit(value)` leads to; prints a value that is not a number."""
    if value is None:
        return 0
    if isinstance(value, int):
        return int(value) & 0xFF
    print(value, file=sys.stderr)
    return 1


def settle(error: BaseException) -> Settlement:
    """Prints and describes the exception that ended the program."""
    if isinstance(error, SystemExit):
        return "exited", _exit_code(error.code), "", "", 0, "other"
    line, file = _innermost(error.__traceback__)
    try:
        _report(error)
    except BaseException as failure:
        if sys.stderr is not None:
            print(f"Error in sys.excepthook: {type(failure).__name__}", file=sys.stderr)
    return "raised", 1, type(error).__name__, _message(error), line, file


def wind_down() -> None:
    """Waits for threads, runs `atexit` functions, flushes: what the interpreter does before it ends."""
    try:
        threading._shutdown()  # type: ignore[attr-defined]
    except BaseException as error:
        _report(error)
    atexit._run_exitfuncs()  # type: ignore[attr-defined]
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            continue
