"""Warm interpreters in every tier and as every kind of user; their end with the server; jobs that are cancelled."""

import os
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
import unittest
from pathlib import Path

from . import extensions
from .client import COMMAND, ENVIRONMENT, LIMITS, Interpreter

extensions.load()

import _jail  # noqa: E402
import build  # noqa: E402
import wire  # noqa: E402

NOBODY = 65534
IS_ROOT = os.geteuid() == 0
# A user namespace in which no further ones may be made, as on machines that forbid them.
WITHOUT_NAMESPACES = ("unshare", "-U", "-r", "sh", "-c", 'echo 0 > /proc/sys/user/max_user_namespaces; exec "$@"', "sh")
MAY_NEST = subprocess.run([*WITHOUT_NAMESPACES, "true"], capture_output=True).returncode == 0
OUTSIDE = """
import os
for path in ("/etc/passwd", "/proc/self/environ", "/root"):
    try:
        os.open(path, os.O_RDONLY)
        print("opened", path)
    except OSError:
        pass
try:
    os.fork()
    print("forked")
except OSError:
    pass
with open("own", "w") as file:
    file.write("x")
"""


def descendants(process: int) -> list[int]:
    """All processes below one, by /proc."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            parents.setdefault(int(fields[1]), []).append(int(entry.name))
    found, waiting = [], [process]
    while waiting:
        below = parents.get(waiting.pop(), [])
        found.extend(below)
        waiting.extend(below)
    return found


def is_alive(process: int) -> bool:
    """Whether a process runs; one that only waits to be reaped does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def wait_until_gone(processes: list[int]) -> list[int]:
    """Those still alive after two seconds."""
    end = time.monotonic() + 2
    while time.monotonic() < end and any(is_alive(process) for process in processes):
        time.sleep(0.02)
    return [process for process in processes if is_alive(process)]


class TierTest(unittest.TestCase):
    def check(self, interpreter: Interpreter, tier: str) -> None:
        self.assertEqual(interpreter.hello["tier"], tier, interpreter.hello)
        for _ in range(2):
            reply = interpreter.run(OUTSIDE)
            tail = reply.tail()
            self.assertIsNotNone(tail, reply)
            self.assertEqual((tail or {}).get("outcome"), "returned", tail)
            for word in (b"opened", b"forked"):
                self.assertNotIn(word + b" ", reply.stream)

    def test_full_as_this_user(self) -> None:
        with Interpreter("--tier", "full") as interpreter:
            if interpreter.hello["tier"] == "refuse":
                self.skipTest(f"this machine has no namespaces: {interpreter.hello['missing']}")
            self.check(interpreter, "full")

    @unittest.skipUnless(IS_ROOT, "only root can become another user")
    def test_full_as_an_ordinary_user(self) -> None:
        with Interpreter("--tier", "full", user=NOBODY) as interpreter:
            self.check(interpreter, "full")

    @unittest.skipUnless(_jail.landlock_abi() >= 6, "this kernel has no Landlock of version 6")
    def test_landlock_as_this_user(self) -> None:
        before = set(Path(tempfile.gettempdir()).glob("polytrace-job-*"))
        with Interpreter("--tier", "landlock") as interpreter:
            self.check(interpreter, "landlock")
        self.assertLessEqual(set(Path(tempfile.gettempdir()).glob("polytrace-job-*")), before)

    @unittest.skipUnless(MAY_NEST and _jail.landlock_abi() >= 6, "needs a user namespace in which namespaces can be forbidden")
    def test_where_namespaces_are_forbidden_landlock_is_chosen_and_what_is_missing_is_named(self) -> None:
        with Interpreter(prefix=WITHOUT_NAMESPACES) as interpreter:
            self.assertEqual(interpreter.hello["tier"], "landlock")
            self.assertIn("user namespaces", str(interpreter.hello["missing"]))
            self.check(interpreter, "landlock")

    @unittest.skipUnless(MAY_NEST, "needs a user namespace in which namespaces can be forbidden")
    def test_a_tier_that_cannot_be_had_is_refused_with_the_reason(self) -> None:
        with Interpreter("--tier", "full", prefix=WITHOUT_NAMESPACES) as interpreter:
            self.assertEqual(interpreter.hello["tier"], "refuse")
            self.assertIn("unshare", str(interpreter.hello["missing"]))

    def test_none_only_when_asked_for(self) -> None:
        with Interpreter("--tier", "none") as interpreter:
            self.assertEqual(interpreter.hello["tier"], "none")
            self.assertEqual((interpreter.run("x = 1").tail() or {}).get("outcome"), "returned")


class HiddenTest(unittest.TestCase):
    def test_the_harness_cannot_be_imported_by_who_knows_its_path(self) -> None:
        source = (
            "import _imp\n"
            "from importlib.machinery import ModuleSpec\n"
            "for name in ('_recorder', '_jail'):\n"
            "    try:\n"
            "        print('got ' + str(dir(_imp.create_dynamic(ModuleSpec(name, None, origin=FOLDER + name + SUFFIX)))))\n"
            "    except (ImportError, RuntimeError):\n"
            "        print('held ' + name)\n"
        )
        suffix = sysconfig.get_config_var("EXT_SUFFIX")
        known = f"FOLDER, SUFFIX = {str(build.build()) + '/'!r}, {suffix!r}\n"
        for tier in ("full", "landlock"):
            with self.subTest(tier), Interpreter("--tier", tier) as interpreter:
                if interpreter.hello["tier"] == "refuse":
                    continue
                reply = interpreter.run(known + source)
                self.assertIn(b"held _recorder", reply.stream)
                self.assertIn(b"held _jail", reply.stream)

    def test_a_machine_that_runs_out_of_memory_ends_interpreters_first(self) -> None:
        with Interpreter() as interpreter:
            for process in (interpreter.process.pid, *descendants(interpreter.process.pid)):
                self.assertEqual(Path(f"/proc/{process}/oom_score_adj").read_text(), "1000\n")


class LifeTest(unittest.TestCase):
    def test_ends_with_the_job_stream(self) -> None:
        with Interpreter() as interpreter:
            below = descendants(interpreter.process.pid)
            interpreter.run("x = 1")
            assert interpreter.process.stdin is not None
            interpreter.process.stdin.close()
            self.assertEqual(interpreter.process.wait(5), 0)
        self.assertEqual(wait_until_gone(below), [])

    def test_a_job_that_runs_ends_with_the_server(self) -> None:
        server = (
            "import subprocess, sys, os, time, struct, json\n"
            "read_end, write_end = os.pipe()\n"
            f"command = {COMMAND!r} + ['--server', str(os.getpid())]\n"
            "zygote = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0,\n"
            f"    env={ENVIRONMENT!r}, preexec_fn=lambda: os.dup2(read_end, 3), pass_fds=(3,), cwd='/')\n"
            "zygote.stdout.read(4)\n"
            f"job = dict(mode='record', source='while True: pass', entry=dict(kind='script', stdin=''), limits={LIMITS!r}, nonce='n')\n"
            "body = json.dumps(job).encode()\n"
            "zygote.stdin.write(struct.pack('<I', len(body)) + body)\n"
            "time.sleep(0.3)\n"
            "print('running', flush=True)\n"
            "time.sleep(60)\n"
        )
        process = subprocess.Popen([sys.executable, "-c", server], stdout=subprocess.PIPE)
        assert process.stdout is not None
        self.assertEqual(process.stdout.readline(), b"running\n")
        below = descendants(process.pid)
        self.assertGreaterEqual(len(below), 3)
        process.kill()
        process.wait()
        process.stdout.close()
        self.assertEqual(wait_until_gone(below), [])

    def test_every_process_of_the_row_takes_those_below_with_it(self) -> None:
        for place in range(3):
            with Interpreter() as interpreter:
                row = [interpreter.process.pid, *descendants(interpreter.process.pid)]
                interpreter.send("while True: pass")
                time.sleep(0.1)
                row = sorted({*row, *descendants(interpreter.process.pid)})
                os.kill(row[min(place, len(row) - 1)], signal.SIGKILL)
                self.assertEqual(wait_until_gone(row), [], f"place {place}")


class CancelTest(unittest.TestCase):
    def test_ends_the_named_job_only(self) -> None:
        with Interpreter() as interpreter:
            interpreter.send("while True: pass")
            time.sleep(0.1)
            interpreter.cancel(1)
            self.assertEqual(interpreter.receive().killed, wire.KILLED_CANCELLED)
            interpreter.cancel(1)
            reply = interpreter.run("x = 1")
            self.assertEqual(reply.killed, wire.NOT_KILLED)
            self.assertIsNotNone(reply.tail())

    def test_may_come_before_the_job(self) -> None:
        with Interpreter() as interpreter:
            interpreter.cancel(1)
            interpreter.send("while True: pass")
            self.assertEqual(interpreter.receive().killed, wire.KILLED_CANCELLED)


if __name__ == "__main__":
    unittest.main()
