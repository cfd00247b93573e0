"""The trusted side of a job: forks its process ahead, waits for its end within the limits, hands the recording to the server."""

import os
import select
import signal
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import _jail
import wire
from jail.job_folder import JobFolder

# The recording's own header starts with length and, as fifth and sixth field, offset and length of its last record.
_STREAM_HEADER = struct.Struct("<6Q80x")
_LONGEST_WAIT_MS = 1_000
_SHORTEST_CPU_LOOK_MS = 5
_QUOTA_LOOK_MS = 100
_SHORTEST_PART_LOOK_MS = 20
# A part's limit counts processor time, so that verdicts do not depend on what else the machine does. Whoever has had less than this share
# of a processor for so long waits for something; a process that only has to wait its turn gets more on any machine that is still of use.
_IDLE_SHARE = 0.02
# However slow the machine is, and however little a program takes.
_MOST_WALL_PER_PART = 20

RunJob = Callable[["JobProcess"], None]


@dataclass
class JobProcess:
    """One process, forked before its job is known. Fields are descriptors unless their type says otherwise."""

    control: _jail.Region
    stream: _jail.Region
    started_read: int
    started_write: int
    output_read: int
    output_write: int
    folder: JobFolder | None
    process: int = 0
    process_handle: int = -1

    def forget_memory(self) -> None:
        """In the job's process: whoever finds this object later does not find the memory."""
        del self.control, self.stream


@dataclass
class _Watch:
    """What is known about a running job."""

    job: JobProcess
    begin: float
    wall_ms: int
    cpu_ms: int
    output_bytes: int
    #: Limit of each part of a job; 0 where a job has no parts.
    part_ms: int
    #: What the stream may be at most, whatever its own header says.
    stream_bytes: int
    #: Number of the job's second process, which runs the program where the first one runs its tests; 0: none.
    candidate: int
    candidate_handle: int = -1
    part: int = 0
    part_begin: float = 0.0
    part_begin_cpu_ms: float = 0.0
    killed: int = wire.NOT_KILLED
    raw: list[bytes] = field(default_factory=list)
    raw_kept: int = 0
    raw_seen: int = 0

    @classmethod
    def begin_of(cls, job: JobProcess, started: bytes) -> "_Watch":
        """A watch from the job's own message that it has read its job."""
        watch = cls(job, time.monotonic(), *wire.STARTED.unpack(started))
        if watch.candidate > 0:
            try:
                watch.candidate_handle = os.pidfd_open(watch.candidate)
            except ProcessLookupError:
                # Both processes have ended already.
                watch.candidate_handle = -1
        return watch

    def kill(self, why: int) -> None:
        if self.killed == wire.NOT_KILLED:
            self.killed = why
            signal.pidfd_send_signal(self.job.process_handle, signal.SIGKILL)

    def end_candidate(self) -> None:
        """
        Ends the second process once the first has ended, and waits for that. Its own wish to die with the first is in vain: the
        first one's Landlock domain may not signal it.
        """
        if self.candidate_handle < 0:
            return
        handle, self.candidate_handle = self.candidate_handle, -1
        try:
            signal.pidfd_send_signal(handle, signal.SIGKILL)
        except ProcessLookupError:
            pass
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        poll.poll(_LONGEST_WAIT_MS)
        os.close(handle)

    def take_output(self) -> bool:
        """Reads once what the program wrote past sys.stdout; False at the end or when there is nothing."""
        try:
            part = os.read(self.job.output_read, 65_536)
        except BlockingIOError:
            return False
        self.raw_seen += len(part)
        kept = part[: max(0, self.output_bytes - self.raw_kept)]
        if kept:
            self.raw.append(kept)
            self.raw_kept += len(kept)
        if self.raw_seen > self.output_bytes:
            self.kill(wire.KILLED_OUTPUT)
        return len(part) > 0


class Waiter:
    """Serves jobs one after the other until the server goes away."""

    def __init__(self, run_job: RunJob, stream_bytes: int, with_folder: bool) -> None:
        """`run_job` is called in the job's own process and does not return; `stream_bytes`: the largest recording."""
        self._run_job = run_job
        self._stream_bytes = stream_bytes
        self._with_folder = with_folder
        self._number = 0
        self._cancelled = 0
        self._cancel_bytes = b""
        self._watch: _Watch | None = None

    def serve(self) -> None:
        """Runs until the job stream ends. A job that waits while another runs is already forked."""
        ahead = self._fork_ahead()
        while True:
            started = wire.read_exactly(ahead.started_read, wire.STARTED.size)
            if started is None:
                self._leave(ahead)
                return
            self._number += 1
            watch = self._watch = _Watch.begin_of(ahead, started)
            ahead = self._fork_ahead()
            if not self._wait(watch):
                # The server is gone.
                watch.kill(wire.KILLED_CANCELLED)
                self._collect(watch.job)
                watch.end_candidate()
                self._leave(ahead)
                return
            self._reply(watch)
            self._reap_orphans(ahead.process)
            # Gives the recording's memory back before the next job.
            del watch
            self._watch = None

    def _fork_ahead(self) -> JobProcess:
        folder = JobFolder() if self._with_folder else None
        control, stream = _jail.Region(wire.CONTROL_BYTES), _jail.Region(self._stream_bytes)
        job = JobProcess(control, stream, *os.pipe(), *os.pipe(), folder)
        process = _jail.fork()
        if process == 0:
            try:
                # Neither its own nor the running job's is for the program to find.
                _jail.conceal([job] if self._watch is None else [job, self._watch, self._watch.job])
                self._run_job(job)
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

    def _wait(self, watch: _Watch) -> bool:
        """Waits for the job's end; False when the server went away."""
        job = watch.job
        poll = select.poll()
        poll.register(job.process_handle, select.POLLIN)
        poll.register(job.output_read, select.POLLIN)
        poll.register(wire.CANCELS, select.POLLIN)
        while True:
            ready = dict(poll.poll(self._look(watch)))
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

    def _look(self, watch: _Watch) -> int:
        """Kills what is over its time; returns after how many ms to look again."""
        if watch.killed != wire.NOT_KILLED:
            return _LONGEST_WAIT_MS
        cpu_ms = self._cpu_ms(watch.job.process) + (self._cpu_ms(watch.candidate) if watch.candidate > 0 else 0)
        wall_left = watch.wall_ms - (time.monotonic() - watch.begin) * 1_000
        cpu_left = watch.cpu_ms - cpu_ms
        if watch.part_ms > 0:
            part_wall_left, part_cpu_left = self._part_left(watch, cpu_ms)
            wall_left, cpu_left = min(wall_left, part_wall_left), min(cpu_left, part_cpu_left)
        if wall_left <= 0 or cpu_left <= 0:
            watch.kill(wire.KILLED_WALL if wall_left <= 0 else wire.KILLED_CPU)
            return _LONGEST_WAIT_MS
        wait = min(wall_left, max(cpu_left, _SHORTEST_CPU_LOOK_MS), _LONGEST_WAIT_MS)
        if watch.part_ms > 0:
            # A part's beginning is seen only by looking.
            wait = min(wait, max(watch.part_ms / 8, _SHORTEST_PART_LOOK_MS))
        if watch.job.folder is not None:
            if watch.job.folder.is_over_quota():
                watch.kill(wire.KILLED_FILES)
            wait = min(wait, _QUOTA_LOOK_MS)
        return int(wait) + 1

    @staticmethod
    def _part_left(watch: _Watch, cpu_ms: float) -> tuple[float, float]:
        """Milliseconds of the clock and of the processor until the part that runs is over its limit."""
        now = time.monotonic()
        _, _, _, part = wire.CONTROL.unpack_from(memoryview(watch.job.control))
        if part != watch.part or watch.part_begin == 0:
            watch.part, watch.part_begin, watch.part_begin_cpu_ms = part, now, cpu_ms
        wall, cpu = (now - watch.part_begin) * 1_000, cpu_ms - watch.part_begin_cpu_ms
        is_idle = wall >= watch.part_ms and cpu < wall * _IDLE_SHARE
        return (0 if is_idle else _MOST_WALL_PER_PART * watch.part_ms - wall), watch.part_ms - cpu

    @staticmethod
    def _cpu_ms(process: int) -> float:
        """CPU time of a process that may have ended; its clock's number is made of the process number (clock_getcpuclockid)."""
        try:
            return time.clock_gettime((~process << 3) | 2) * 1_000
        except OSError:
            return 0.0

    def _take_cancels(self) -> bool:
        data = os.read(wire.CANCELS, 4_096)
        self._cancel_bytes += data
        while len(self._cancel_bytes) >= wire.CANCEL.size:
            (number,) = wire.CANCEL.unpack_from(self._cancel_bytes)
            self._cancel_bytes = self._cancel_bytes[wire.CANCEL.size :]
            self._cancelled = max(self._cancelled, number)
        return len(data) > 0

    def _reply(self, watch: _Watch) -> None:
        job = watch.job
        status, usage = self._collect(job)
        elapsed = time.monotonic() - watch.begin
        watch.end_candidate()
        control = memoryview(job.control)
        stage, reason, message_length, part = wire.CONTROL.unpack_from(control)
        message = bytes(control[wire.CONTROL_MESSAGE_OFFSET :][: min(message_length, 496)])
        stream = memoryview(job.stream)[: self._stream_length(watch)]
        raw = b"".join(watch.raw)
        cpu = usage.ru_utime + usage.ru_stime
        head = wire.REPLY.pack(
            *(wire.REPLY_MAGIC, self._number, status, watch.killed, stage, reason, len(message), part),
            *(len(stream), len(raw), watch.raw_seen, int(elapsed * 1e6), int(cpu * 1e6), usage.ru_maxrss, control[wire.CONTROL_MARK_OFFSET]),
        )
        wire.write_all(wire.REPLIES, head + message)
        wire.write_all(wire.REPLIES, stream)
        wire.write_all(wire.REPLIES, raw)

    def _stream_length(self, watch: _Watch) -> int:
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

    @staticmethod
    def _reap_orphans(ahead: int) -> None:
        """Second processes of jobs whose first one has ended come here, as to the first process of a namespace."""
        while True:
            try:
                ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            except ChildProcessError:
                return
            if ended is None or ended.si_pid == ahead:
                return
            os.waitpid(ended.si_pid, 0)

    def _leave(self, job: JobProcess) -> None:
        """The job stream has ended: the process that waits for a job ends by itself."""
        status, _ = self._collect(job)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) == wire.EXIT_NO_JOB:
            return
        raise RuntimeError(f"a process ended before its job could be read (status {status})")
