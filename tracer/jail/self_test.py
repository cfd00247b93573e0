"""Tries, in a sealed process, what a program must not be able to do. The warm interpreter serves no job before this has passed."""

import json
import mmap
import os
import socket
import sys
import threading
import time
from collections.abc import Callable

import _jail
from jail.job_folder import JobFolder
from jail.seal import JobLimits, Seal

_LIMITS = JobLimits(memory_bytes=256 * 2**20, cpu_ms=5_000, threads=8)


def _read(path: str) -> None:
    os.close(os.open(path, os.O_RDONLY))


def _create(path: str) -> None:
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    os.unlink(path)


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def _make_thread() -> None:
    thread = threading.Thread(target=int)
    thread.start()
    thread.join()


def _must_fail(parent: int) -> dict[str, Callable[[], object]]:
    return {
        "read a file of the host (/etc/passwd)": lambda: _read("/etc/passwd"),
        "look at processes (/proc)": lambda: os.listdir("/proc"),
        "look at devices (/sys)": lambda: os.listdir("/sys"),
        "write outside its own folder": lambda: _create("/polytrace-probe"),
        "start a process": _fork,
        "start a program": lambda: os.execv("/bin/true", ["true"]),
        "open a network socket": lambda: socket.socket(socket.AF_INET).close(),
        "open a local socket": lambda: socket.socket(socket.AF_UNIX).close(),
        "signal another process": lambda: os.kill(parent, 0),
        "signal every process": lambda: os.kill(-1, 0),
        "make memory executable": lambda: mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC),
        "see how long another process ran": lambda: time.clock_gettime((~parent << 3) | 2),
        "import ctypes": lambda: __import__("_ctypes"),
        "make another interpreter": lambda: __import__("_interpreters"),
    }


def _must_work() -> dict[str, Callable[[], object]]:
    return {
        "write a file in its own folder": lambda: _create("polytrace-probe"),
        "start a thread": _make_thread,
        "use a socket pair": lambda: [end.close() for end in socket.socketpair()],
        "import an extension module": lambda: (__import__("_sqlite3"), __import__("_decimal")),
    }


def _findings(parent: int) -> list[str]:
    """Sentences for everything that is not as it must be."""
    found: list[str] = []
    for what, attempt in _must_fail(parent).items():
        try:
            attempt()
        except (OSError, ImportError):
            continue
        found.append(f"a program could {what}")
    found.extend(f"a program could call {name}" for name, code in _jail.try_forbidden().items() if code == 0)
    for what, attempt in _must_work().items():
        try:
            attempt()
        except (OSError, RuntimeError, ImportError) as error:
            found.append(f"a program could not {what}: {error}")
    return found


def _probe(seal: Seal, folder: JobFolder | None, write_end: int, parent: int) -> None:
    try:
        seal.close(_LIMITS, os.getpid(), folder.enter() if folder else None)
        findings = _findings(parent)
    except OSError as error:
        findings = [f"a process could not be sealed: {error}"]
    os.write(write_end, json.dumps(findings).encode())
    os._exit(0)


def test_seal(seal: Seal, folder: JobFolder | None) -> list[str]:
    """Runs the probe; returns what is wrong, an empty list when the jail holds."""
    read_end, write_end = os.pipe()
    parent = os.getpid()
    process = os.fork()
    if process == 0:
        try:
            _probe(seal, folder, write_end, parent)
        finally:
            os._exit(1)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as answer:
        text = answer.read()
    _, status = os.waitpid(process, 0)
    if folder is not None:
        folder.remove()
    if status != 0 or not text:
        return [f"the self-test ended early (status {status})"]
    findings: list[str] = json.loads(text)
    if "_ctypes" in sys.builtin_module_names:
        findings = [finding for finding in findings if not finding.endswith("import ctypes")]
    return findings
