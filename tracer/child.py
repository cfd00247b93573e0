"""One job's process, from reading the job to the point where its mode takes over."""

import json
import os
import socket
import sys

import _jail
import judge
import record
import stage
import wire
from jail.seal import JobLimits, Seal
from waiter import JobProcess

_MODES = ("record", "judge")
_READ_ONLY_SEALS = 0x0001 | 0x0002 | 0x0004 | 0x0008  # F_SEAL_SEAL, _SHRINK, _GROW, _WRITE
_F_ADD_SEALS = 1033


def _read_part() -> dict[str, object]:
    """Reads one JSON object of the job stream, and not a byte more: the next job belongs to the next process."""
    head = wire.read_exactly(wire.JOBS, wire.LENGTH.size)
    if head is None:
        os._exit(wire.EXIT_NO_JOB)
    (length,) = wire.LENGTH.unpack(head)
    if length > wire.MOST_JOB_BYTES:
        raise ValueError(f"a job of {length} bytes")
    body = wire.read_exactly(wire.JOBS, length)
    if body is None:
        os._exit(wire.EXIT_NO_JOB)
    return json.loads(body)


def _read_job() -> dict[str, object]:
    """Reads one job; of kind `tests` only its first part, which holds neither the tests nor the nonce."""
    job = _read_part()
    if job["mode"] not in _MODES:
        raise ValueError(f"unknown mode {job['mode']!r}")
    return job


def _open_input(text: str) -> int:
    """A descriptor from which the program reads its standard input; a file that nobody can write."""
    if not text:
        return os.open("/dev/null", os.O_RDONLY)
    import fcntl

    descriptor = os.memfd_create("input", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    wire.write_all(descriptor, text.encode("utf-8", "surrogatepass"))
    os.lseek(descriptor, 0, os.SEEK_SET)
    fcntl.fcntl(descriptor, _F_ADD_SEALS, _READ_ONLY_SEALS)
    return descriptor


def _take_descriptors(process: JobProcess, text: str, kept: socket.socket | None) -> None:
    """Standard input, output and error are the program's; every other descriptor but the kept one is closed."""
    os.dup2(_open_input(text), 0)
    os.dup2(process.output_write, 1)
    os.dup2(process.output_write, 2)
    last = 2 if kept is None else kept.fileno()
    os.closerange(3, last)
    os.closerange(last + 1, 1_024)


def _enter_folder(process: JobProcess, job: dict) -> str | None:
    """
    Where /tmp is the host's: the job's own folder takes its place. Not for the process of tests, for which the program could leave modules
    there: it has no folder at all.
    """
    if process.folder is None:
        return None
    if "tests" in job:
        stage.live_nowhere()
        return None
    folder = process.folder.enter()
    stage.live_in(folder)
    return folder


def _seal_off(process: JobProcess, seal: Seal, job: dict) -> None:
    """Seals the calling process; when that fails, ends it with a message for the server."""
    limits = job["limits"]
    try:
        folder = _enter_folder(process, job)
        seal.close(JobLimits(limits["memoryBytes"], limits["cpuMs"], limits["threads"]), os.getpid(), folder)
    except OSError as error:
        process.control.mark(wire.STAGE_READ, wire.REASON_INTERNAL, f"the process could not be sealed: {error}")
        os._exit(wire.EXIT_INTERNAL)


def _fork_candidate(process: JobProcess, seal: Seal, job: dict) -> tuple[int, socket.socket]:
    """
    Starts the process that runs the program of a job of kind `tests`; returns its number and this process' end of the pair.

    The tests have not been read yet: the program's process never held them, so that nothing in its memory, freed or not, can tell.
    """
    ours, theirs = socket.socketpair()
    process.control.keep_private()
    process.stream.keep_private()
    parent = os.getpid()
    candidate = _jail.fork()
    if candidate > 0:
        theirs.close()
        return candidate, ours
    try:
        _jail.arm_parent_death()
        ours.close()
        if os.getppid() != parent:
            os._exit(wire.EXIT_INTERNAL)
        stage.know_own_thread()
        # Its memory is not mapped here: neither limits nor failures can be reported but by the pair's end.
        del process.control, process.stream
        _take_descriptors(process, "", theirs)
        _seal_off(process, seal, job)
        source = job["source"]
        job.clear()
        judge.serve_candidate(source, theirs)
    finally:
        os._exit(wire.EXIT_INTERNAL)


def _run_mode(process: JobProcess, job: dict, connection: socket.socket | None) -> None:
    control, stream = process.control, process.stream
    process.forget_memory()
    _jail.watch_code(control, tuple(sys.path[1:]))
    _jail.conceal([process.folder])
    control.mark(wire.STAGE_SEALED)
    if job["mode"] == "record":
        record.record(job, control, stream)
    elif connection is not None:
        judge.judge_apart(job, control, stream, connection)
    else:
        judge.judge(job, control, stream)


def run_job(process: JobProcess, seal: Seal) -> None:
    """Reads a job, seals this process and runs the job; does not return."""
    _jail.arm_parent_death()
    record.set_up(process.control)
    stage.know_own_thread()
    job = _read_job()
    control = process.control
    control.mark(wire.STAGE_READ)
    try:
        # Before the waiter hears that the job is read: then it forks the process that reads the next one from the same stream.
        candidate, connection = 0, None
        if job.get("kind") == "tests":
            candidate, connection = _fork_candidate(process, seal, job)
            job |= _read_part()
        limits = job["limits"]
        most_bytes = wire.STREAM_HEADER_BYTES + job.get("resultBytes", limits["recordingBytes"]) + wire.STREAM_TAIL_BYTES
        bounds = (limits["wallMs"], limits["cpuMs"], limits["outputBytes"], job.get("partMs", 0), most_bytes)
        os.write(process.started_write, wire.STARTED.pack(*bounds, candidate))
        _take_descriptors(process, job.get("stdin") or job.get("entry", {}).get("stdin", ""), connection)
        _seal_off(process, seal, job)
        _run_mode(process, job, connection)
    except BaseException as error:
        # The harness' own failure, before the program ran: what runs it never comes back.
        control.mark(wire.STAGE_READ, wire.REASON_INTERNAL, f"{type(error).__name__}: {error}")
        os._exit(wire.EXIT_INTERNAL)
