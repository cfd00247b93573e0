"""What is known about a running job, and when it is over its limits."""

import os
import signal
import time
from dataclasses import dataclass, field

import wire
from job_process import CandidateProcess, JobProcess

LONGEST_WAIT_MS = 1_000
_SHORTEST_CPU_LOOK_MS = 5
_QUOTA_LOOK_MS = 100
_SHORTEST_PART_LOOK_MS = 20
# A part's limit counts processor time, so that verdicts do not depend on what else the machine does. Whoever has had less than this share
# of a processor for so long waits for something; a process that only has to wait its turn gets more on any machine that is still of use.
_IDLE_SHARE = 0.02
# However slow the machine is, and however little a program takes.
_MOST_WALL_PER_PART = 20


def _cpu_ms(process: int) -> float:
    """CPU time of a process that may have ended; its clock's number is made of the process number (clock_getcpuclockid)."""
    try:
        return time.clock_gettime((~process << 3) | 2) * 1_000
    except OSError:
        return 0.0


@dataclass
class Watch:
    """A job from the message that it has read its job to its end."""

    job: JobProcess
    #: The second process of the job, which runs the program where the first one runs its tests.
    candidate: CandidateProcess | None
    begin: float
    wall_ms: int
    cpu_ms: int
    output_bytes: int
    #: Limit of each part of a job; 0 where a job has no parts.
    part_ms: int
    #: What the stream may be at most, whatever its own header says.
    stream_bytes: int
    part: int = 0
    part_begin: float = 0.0
    part_begin_cpu_ms: float = 0.0
    killed: int = wire.NOT_KILLED
    raw: list[bytes] = field(default_factory=list)
    raw_kept: int = 0
    raw_seen: int = 0

    @classmethod
    def begin_of(cls, job: JobProcess, spare: CandidateProcess, started: bytes) -> "Watch":
        """A watch from the job's own message that it has read its job; `spare` is the candidate that it may have taken."""
        *bounds, takes_candidate = wire.STARTED.unpack(started)
        return cls(job, spare if takes_candidate else None, time.monotonic(), *bounds)

    def kill(self, why: int) -> None:
        """Ends the job's process; the first reason counts."""
        if self.killed == wire.NOT_KILLED:
            self.killed = why
            signal.pidfd_send_signal(self.job.process_handle, signal.SIGKILL)

    def end_candidate(self) -> None:
        """Ends the second process once the first has ended."""
        if self.candidate is not None:
            self.candidate.end()
            self.candidate = None

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

    def look(self) -> int:
        """Kills what is over its time; returns after how many ms to look again."""
        if self.killed != wire.NOT_KILLED:
            return LONGEST_WAIT_MS
        cpu_ms = _cpu_ms(self.job.process) + (_cpu_ms(self.candidate.process) if self.candidate is not None else 0)
        wall_left = self.wall_ms - (time.monotonic() - self.begin) * 1_000
        cpu_left = self.cpu_ms - cpu_ms
        if self.part_ms > 0:
            part_wall_left, part_cpu_left = self._part_left(cpu_ms)
            wall_left, cpu_left = min(wall_left, part_wall_left), min(cpu_left, part_cpu_left)
        if wall_left <= 0 or cpu_left <= 0:
            self.kill(wire.KILLED_WALL if wall_left <= 0 else wire.KILLED_CPU)
            return LONGEST_WAIT_MS
        wait = min(wall_left, max(cpu_left, _SHORTEST_CPU_LOOK_MS), LONGEST_WAIT_MS)
        if self.part_ms > 0:
            # A part's beginning is seen only by looking.
            wait = min(wait, max(self.part_ms / 8, _SHORTEST_PART_LOOK_MS))
        if self.job.folder is not None:
            if self.job.folder.is_over_quota():
                self.kill(wire.KILLED_FILES)
            wait = min(wait, _QUOTA_LOOK_MS)
        return int(wait) + 1

    def _part_left(self, cpu_ms: float) -> tuple[float, float]:
        """Milliseconds of the clock and of the processor until the part that runs is over its limit."""
        now = time.monotonic()
        # A part has ended when its result is there (jail/region.c).
        _, part = wire.RESULTS.unpack_from(memoryview(self.job.stream))
        if part != self.part or self.part_begin == 0:
            self.part, self.part_begin, self.part_begin_cpu_ms = part, now, cpu_ms
        wall, cpu = (now - self.part_begin) * 1_000, cpu_ms - self.part_begin_cpu_ms
        is_idle = wall >= self.part_ms and cpu < wall * _IDLE_SHARE
        return (0 if is_idle else _MOST_WALL_PER_PART * self.part_ms - wall), self.part_ms - cpu
