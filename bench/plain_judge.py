"""
Judges programs the way the usual harnesses do, without a jail, to compare speeds with: bench/judge.ts.

Usage: plain_judge.py --way fork|process|manager [--workers N] FILE, which holds lines {"program", "seconds"}; program and tests are one text.
`fork`: the least that keeps one program from the next, fork and exec of the text under a timer. `process`: multiprocessing.Process with shared
memory for the verdict, as EvalPlus does. `manager`: a Manager's list, a folder and patched functions per program, as HumanEval's own harness
does. Prints {"passed", "seconds", "cpuSeconds", "residentKiB"} as JSON.
"""

import argparse
import builtins
import contextlib
import io
import json
import multiprocessing
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

_MOST_BYTES = 4 * 2**30


class TimeOut(Exception):
    """The program is over its time."""


@contextlib.contextmanager
def _time_limit(seconds: float):
    def over(number: int, frame: object) -> None:
        raise TimeOut

    signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _run(program: str, seconds: float) -> bool:
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()), _time_limit(seconds):
            exec(program, {"__name__": "__main__"})
    except BaseException:
        return False
    return True


def _guard() -> None:
    """What the usual harnesses call a guard: it makes accidents unlikely and stops nobody."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
    builtins.exit = builtins.quit = None
    for name in ("kill", "system", "putenv", "remove", "removedirs", "rmdir", "fchdir", "setuid", "fork", "forkpty", "rename", "truncate"):
        setattr(os, name, None)
    shutil.rmtree = shutil.move = shutil.chown = None
    subprocess.Popen = None
    sys.modules["ipdb"] = sys.modules["joblib"] = sys.modules["psutil"] = sys.modules["tkinter"] = None


def by_fork(program: str, seconds: float) -> bool:
    """Verdict by exit code."""
    process = os.fork()
    if process == 0:
        os._exit(0 if _run(program, seconds) else 1)
    handle = os.pidfd_open(process)
    # A program may switch its own timer off.
    if not _ends_within(handle, seconds + 1):
        os.kill(process, signal.SIGKILL)
    os.close(handle)
    _, status = os.waitpid(process, 0)
    return status == 0


def _ends_within(handle: int, seconds: float) -> bool:
    import select

    return len(select.select([handle], [], [], seconds)[0]) > 0


def _in_process(program: str, seconds: float, verdict: object) -> None:
    _guard()
    verdict.value = 1 if _run(program, seconds) else 0


def by_process(program: str, seconds: float) -> bool:
    """Verdict in shared memory."""
    verdict = multiprocessing.Value("i", 0)
    process = multiprocessing.Process(target=_in_process, args=(program, seconds, verdict))
    process.start()
    process.join(seconds + 1)
    if process.is_alive():
        process.kill()
        process.join()
    return verdict.value == 1


def _in_folder(program: str, seconds: float, verdicts: object) -> None:
    removing, folder = shutil.rmtree, tempfile.mkdtemp()
    changing, removing_folder, unlinking = os.chdir, os.rmdir, os.unlink
    changing(folder)
    _guard()
    verdicts.append(_run(program, seconds))
    shutil.rmtree, os.rmdir, os.unlink = removing, removing_folder, unlinking
    shutil.rmtree(folder)


def by_manager(program: str, seconds: float) -> bool:
    """Verdict through a process that keeps a list."""
    with multiprocessing.Manager() as manager:
        verdicts = manager.list()
        process = multiprocessing.Process(target=_in_folder, args=(program, seconds, verdicts))
        process.start()
        process.join(seconds + 1)
        if process.is_alive():
            process.kill()
        return bool(verdicts and verdicts[0])


WAYS: dict[str, Callable[[str, float], bool]] = {"fork": by_fork, "process": by_process, "manager": by_manager}


def _judge_share(way: str, jobs: list[dict]) -> int:
    return sum(WAYS[way](job["program"], job["seconds"]) for job in jobs)


def _judge_all(way: str, jobs: list[dict], workers: int) -> int:
    """Each worker is a process that takes every n-th program."""
    if workers == 1:
        return _judge_share(way, jobs)
    readers = []
    for worker in range(workers):
        read, write = os.pipe()
        if os.fork() == 0:
            os.write(write, str(_judge_share(way, jobs[worker::workers])).encode())
            os._exit(0)
        os.close(write)
        readers.append(read)
    passed = sum(int(os.read(read, 32)) for read in readers)
    for _ in readers:
        os.wait()
    return passed


def main() -> None:
    """Judges the file's programs and prints what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--way", choices=tuple(WAYS), default="fork")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("file", type=Path)
    arguments = parser.parse_args()
    jobs = [json.loads(line) for line in arguments.file.read_text().splitlines()]
    begin = time.monotonic()
    passed = _judge_all(arguments.way, jobs, arguments.workers)
    seconds = time.monotonic() - begin
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(usage.ru_utime + usage.ru_stime for usage in usages)
    print(json.dumps({"passed": passed, "seconds": seconds, "cpuSeconds": cpu, "residentKiB": usages[0].ru_maxrss}))


if __name__ == "__main__":
    main()
