"""The trusted side of a job: forks its processes ahead, waits for its end within the limits, hands the recording to the server."""

import os
import select
import socket
import struct
import time
from collections.abc import Callable
from typing import NamedTuple

import _jail
import wire
from jail.job_folder import JobFolder
from job_process import CandidateProcess, JobProcess
from watch import Watch

# The recording's own header starts with length and, as fifth and sixth field, offset and length of its last record.
_STREAM_HEADER = struct.Struct("<6Q80x")


class Roles(NamedTuple):
    """What the forked processes do; neither returns."""

    run_job: Callable[[JobProcess], None]
    #: With its end of the pair.
    run_candidate: Callable[[int], None]


class Waiter:
    """Serves jobs one after the other until the server goes away."""

    def __init__(self, roles: Roles, stream_bytes: int, with_folder: bool) -> None:
        """`stream_bytes`: the largest recording."""
        self._roles = roles
        self._stream_bytes = stream_bytes
        self._with_folder = with_folder
        self._number = 0
        self._cancelled = 0
        self._cancel_bytes = b""
        self._watch: Watch | None = None

    def serve(self) -> None:
        """Runs until the job stream ends. A job that waits while another runs is already forked, and so is the candidate it may take."""
        spare = self._fork_candidate()
        ahead = self._fork_ahead(spare)
        while True:
            started = wire.read_exactly(ahead.started_read, wire.STARTED.size)
            if started is None:
                self._leave(ahead, spare)
                return
            self._number += 1
            watch = self._watch = Watch.begin_of(ahead, spare, started)
            if watch.candidate is not None:
                os.close(spare.connection)
                spare = self._fork_candidate()
            ahead = self._fork_ahead(spare)
            if not self._wait(watch):
                # The server is gone.
                watch.kill(wire.KILLED_CANCELLED)
                watch.end_candidate()
                self._collect(watch.job)
                self._leave(ahead, spare)
                return
            self._reply(watch)
            # Gives the recording's memory back before the next job.
            del watch
            self._watch = None

    def _fork_candidate(self) -> CandidateProcess:
        ours, theirs = (end.detach() for end in socket.socketpair())
        process = _jail.fork()
        if process == 0:
            try:
                self._conceal([])
                os.close(ours)
                self._roles.run_candidate(theirs)
            finally:
                os._exit(wire.EXIT_INTERNAL)
        os.close(theirs)
        return CandidateProcess(process, os.pidfd_open(process), ours)

    def _fork_ahead(self, spare: CandidateProcess) -> JobProcess:
        folder = JobFolder() if self._with_folder else None
        control, stream = _jail.Region(wire.CONTROL_BYTES), _jail.Region(self._stream_bytes)
        job = JobProcess(control, stream, *os.pipe(), *os.pipe(), spare.connection, folder)
        process = _jail.fork()
        if process == 0:
            try:
                self._conceal([job, spare])
                self._roles.run_job(job)
            finally:
                os._exit(wire.EXIT_INTERNAL)
        control.keep_private()
        stream.keep_private()
        os.close(job.started_write)
        os.close(job.output_write)
        os.set_blocking(job.output_read, False)
        job.process = process
        job.process_handle = os.pidfd_open(process)
        return job

    def _conceal(self, own: list[object]) -> None:
        """In a forked process: neither its own nor the running job's is for the program to find."""
        watch = self._watch
        _jail.conceal(own if watch is None else [*own, watch, watch.job, watch.candidate])

    def _wait(self, watch: Watch) -> bool:
        """Waits for the job's end; False when the server went away."""
        job = watch.job
        poll = select.poll()
        poll.register(job.process_handle, select.POLLIN)
        poll.register(job.output_read, select.POLLIN)
        poll.register(wire.CANCELS, select.POLLIN)
        while True:
            ready = dict(poll.poll(watch.look()))
            if job.process_handle in ready:
                while watch.take_output():
                    pass
                return True
            if job.output_read in ready and not watch.take_output():
                poll.unregister(job.output_read)
            if wire.CANCELS in ready and not self._take_cancels():
                return False
            if self._cancelled == self._number:
                watch.kill(wire.KILLED_CANCELLED)

    def _take_cancels(self) -> bool:
        data = os.read(wire.CANCELS, 4_096)
        self._cancel_bytes += data
        while len(self._cancel_bytes) >= wire.CANCEL.size:
            (number,) = wire.CANCEL.unpack_from(self._cancel_bytes)
            self._cancel_bytes = self._cancel_bytes[wire.CANCEL.size :]
            self._cancelled = max(self._cancelled, number)
        return len(data) > 0

    def _reply(self, watch: Watch) -> None:
        job = watch.job
        elapsed = time.monotonic() - watch.begin
        # First, because it may still write to the job's folder.
        watch.end_candidate()
        status, usage = self._collect(job)
        control = memoryview(job.control)
        stage, reason, message_length = wire.CONTROL.unpack_from(control)
        message = bytes(control[wire.CONTROL_MESSAGE_OFFSET :][: min(message_length, 496)])
        stream = memoryview(job.stream)[: self._stream_length(watch)]
        raw = b"".join(watch.raw)
        cpu = usage.ru_utime + usage.ru_stime
        head = wire.REPLY.pack(
            *(wire.REPLY_MAGIC, self._number, status, watch.killed, stage, reason, len(message), watch.part),
            *(len(stream), len(raw), watch.raw_seen, int(elapsed * 1e6), int(cpu * 1e6), usage.ru_maxrss, control[wire.CONTROL_MARK_OFFSET]),
        )
        wire.write_all(wire.REPLIES, head + message)
        wire.write_all(wire.REPLIES, stream)
        wire.write_all(wire.REPLIES, raw)

    def _stream_length(self, watch: Watch) -> int:
        """How much of the shared memory is recording; its header is the program's to forge, so it is only a hint within bounds."""
        length, _, _, _, tail_offset, tail_length = _STREAM_HEADER.unpack_from(memoryview(watch.job.stream))
        return min(max(length, tail_offset + tail_length, _STREAM_HEADER.size), watch.stream_bytes, self._stream_bytes)

    @staticmethod
    def _collect(job: JobProcess) -> tuple[int, "os.struct_rusage"]:
        """Reaps the process and gives back everything it held."""
        _, status, usage = os.wait4(job.process, 0)
        for descriptor in (job.process_handle, job.output_read, job.started_read):
            os.close(descriptor)
        if job.folder is not None:
            job.folder.remove()
        return status, usage

    def _leave(self, job: JobProcess, spare: CandidateProcess) -> None:
        """The job stream has ended: the processes that wait for a job end by themselves."""
        status, _ = self._collect(job)
        spare.end()
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) == wire.EXIT_NO_JOB:
            return
        raise RuntimeError(f"a process ended before its job could be read (status {status})")
