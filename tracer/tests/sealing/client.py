"""A server as small as possible: starts a warm interpreter and sends it jobs."""

import json
import os
import struct
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from . import extensions

extensions.load()

import wire  # noqa: E402

LIMITS = {
    "wallMs": 10_000,
    "cpuMs": 5_000,
    "memoryBytes": 512 * 2**20,
    "steps": 200_000,
    "recordingBytes": 32 * 2**20,
    "outputBytes": 2**20,
    "threads": 64,
}
COMMAND = [sys.executable, "-s", "-S", "-B", "-P", "-X", "utf8", str(extensions.TRACER / "zygote.py")]
ENVIRONMENT = {"PYTHONHASHSEED": "0", "MALLOC_ARENA_MAX": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
NONCE = "nonce-of-the-test"


@dataclass(frozen=True)
class Reply:
    """One job's end."""

    wait_status: int
    killed: int
    stage: int
    message: str
    stream: bytes
    raw_output: bytes

    def tail(self) -> dict[str, object] | None:
        """The last record, when it is genuine."""
        _, _, _, _, offset, length = struct.unpack_from("<6Q", self.stream)
        text = self.stream[offset : offset + length].decode()
        return json.loads(text.removesuffix(NONCE)) if text.endswith(NONCE) else None


class Interpreter:
    """A warm interpreter as a context manager."""

    def __init__(self, *arguments: str, user: int | None = None, prefix: tuple[str, ...] = ()) -> None:
        """`user`: run as this user; `prefix`: a command that starts the interpreter in its own place (by exec)."""
        read_end, self._cancels = os.pipe()
        command = [*prefix, *COMMAND, "--server", str(os.getpid()), *arguments]

        def prepare() -> None:
            os.dup2(read_end, 3)

        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
            preexec_fn=prepare,
            pass_fds=(3,),
            user=user,
            bufsize=0,
            cwd="/",
        )
        os.close(read_end)
        (length,) = wire.LENGTH.unpack(self._read(wire.LENGTH.size))
        self.hello: dict[str, object] = json.loads(self._read(length))

    def __enter__(self) -> "Interpreter":
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._cancels)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()
        self.process.wait(10)

    def _read(self, length: int) -> bytes:
        assert self.process.stdout is not None and self.process.stderr is not None
        data = b""
        while len(data) < length:
            part = self.process.stdout.read(length - len(data))
            if not part:
                raise AssertionError(f"the interpreter ended: {self.process.stderr.read().decode()}")
            data += part
        return data

    def send(self, source: str, limits: Mapping[str, int] = LIMITS) -> None:
        """Sends a script without waiting for its end."""
        assert self.process.stdin is not None
        job = {"mode": "record", "source": source, "entry": {"kind": "script", "stdin": ""}, "limits": dict(limits), "nonce": NONCE}
        body = json.dumps(job).encode()
        self.process.stdin.write(wire.LENGTH.pack(len(body)) + body)

    def receive(self) -> Reply:
        """Waits for a job's end."""
        head = wire.REPLY.unpack(self._read(wire.REPLY.size))
        message, stream, raw = self._read(head[6]), self._read(head[8]), self._read(head[9])
        return Reply(head[2], head[3], head[4], message.decode(), stream, raw)

    def run(self, source: str, limits: Mapping[str, int] = LIMITS) -> Reply:
        """Runs a script to its end."""
        self.send(source, limits)
        return self.receive()

    def cancel(self, number: int) -> None:
        """Asks for the end of a job."""
        os.write(self._cancels, wire.CANCEL.pack(number))
