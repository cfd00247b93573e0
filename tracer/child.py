"""One job's process, from reading the job to the point where its mode takes over."""

import json
import os
import sys

import _jail
import judge
import record
import stage
import wire
from jail.seal import JobLimits, Seal
from job_process import JobProcess

_MODES = ("record", "judge")
_READ_ONLY_SEALS = 0x0001 | 0x0002 | 0x0004 | 0x0008  # F_SEAL_SEAL, _SHRINK, _GROW, _WRITE
_F_ADD_SEALS = 1033


def _read_part(descriptor: int) -> bytes:
    """Reads one part of a stream of parts, and not a byte more: the next job belongs to the next process."""
    head = wire.read_exactly(descriptor, wire.LENGTH.size)
    if head is None:
        os._exit(wire.EXIT_NO_JOB)
    (length,) = wire.LENGTH.unpack(head)
    if length > wire.MOST_JOB_BYTES:
        raise ValueError(f"a job of {length} bytes")
    body = wire.read_exactly(descriptor, length)
    if body is None:
        os._exit(wire.EXIT_NO_JOB)
    return body


def _parse_job(body: bytes) -> dict[str, object]:
    """One job; of kind `tests` only its first part, which holds neither the tests nor the nonce."""
    job = json.loads(body)
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


def _keep_descriptors(streams: tuple[int, int, int], kept: int | None) -> None:
    """The streams become standard input, output and error; every other descriptor but the kept one is closed."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    last = 2 if kept is None else kept
    os.closerange(3, last)
    os.closerange(last + 1, 1_024)


def _take_descriptors(process: JobProcess, job: dict, kept: int | None) -> None:
    """What a judged program prints counts nowhere but in a script's output; a recorded one's is seen as it comes to the descriptors."""
    nowhere = os.open("/dev/null", os.O_RDWR)
    records, writes = job["mode"] == "record", job.get("kind") == "script"
    text = job.get("stdin") or job.get("entry", {}).get("stdin", "")
    _keep_descriptors(
        (_open_input(text), process.output_write if records or writes else nowhere, process.output_write if records else nowhere), kept
    )


def _enter_folder(path: str) -> str | None:
    """Where /tmp is the host's: the job's own folder takes its place; without one there is none at all."""
    if path == "":
        stage.live_nowhere()
        return None
    os.chdir(path)
    stage.live_in(path)
    return path


def _close_seal(seal: Seal, limits: dict, path: str) -> None:
    folder = None if seal.tier == "full" else _enter_folder(path)
    seal.close(JobLimits(limits["memoryBytes"], limits["cpuMs"], limits["threads"]), os.getpid(), folder)


def _seal_off(process: JobProcess, seal: Seal, job: dict) -> None:
    """Seals the calling process; when that fails, ends it with a message for the server."""
    # Not for the process of tests, for which the program could leave modules there.
    path = "" if process.folder is None or "tests" in job else process.folder.path
    try:
        _close_seal(seal, job["limits"], path)
    except OSError as error:
        process.control.mark(wire.STAGE_READ, wire.REASON_INTERNAL, f"the process could not be sealed: {error}")
        os._exit(wire.EXIT_INTERNAL)


def _hand_to_candidate(process: JobProcess, body: bytes) -> None:
    """Gives the candidate what it may know of a job of kind `tests`: its first part, and the folder that its program lives in."""
    path = b"" if process.folder is None else process.folder.path.encode()
    wire.write_all(process.connection, wire.LENGTH.pack(len(body)) + body + wire.LENGTH.pack(len(path)) + path)


def run_candidate(connection: int, seal: Seal) -> None:
    """
    Waits for the program of a job of kind `tests`, seals this process, and answers what the job's own process asks; does not return.

    It has no memory of the job: neither limits nor failures can be reported but by the pair's end.
    """
    parent = os.getppid()
    _jail.arm_parent_death()
    if os.getppid() != parent:
        os._exit(wire.EXIT_INTERNAL)
    stage.know_own_thread()
    nowhere = os.open("/dev/null", os.O_RDWR)
    _keep_descriptors((nowhere, nowhere, nowhere), connection)
    body, path = _read_part(connection), _read_part(connection).decode()
    job = json.loads(body)
    limits, source = job["limits"], job["source"]
    job.clear()
    _close_seal(seal, limits, path)
    wire.write_all(connection, wire.CANDIDATE_READY)
    judge.serve_candidate(source, connection)


def _run_mode(process: JobProcess, job: dict) -> None:
    control, stream = process.control, process.stream
    process.forget_memory()
    _jail.watch_code(control, tuple(sys.path[1:]))
    _jail.conceal([process.folder])
    control.mark(wire.STAGE_SEALED)
    if job["mode"] == "record":
        record.record(job, control, stream)
    elif job["kind"] == "tests":
        judge.judge_apart(job, control, stream, process.connection)
    else:
        judge.judge(job, control, stream)


def run_job(process: JobProcess, seal: Seal) -> None:
    """Reads a job, seals this process and runs the job; does not return."""
    _jail.arm_parent_death()
    stage.know_own_thread()
    body = _read_part(wire.JOBS)
    job = _parse_job(body)
    control = process.control
    control.mark(wire.STAGE_READ)
    try:
        # Before the waiter hears that the job is read: then it forks the process that reads the next one from the same stream.
        has_candidate = job.get("kind") == "tests"
        if has_candidate:
            _hand_to_candidate(process, body)
            job |= json.loads(_read_part(wire.JOBS))
        elif job["mode"] == "record":
            record.set_up(control)
        limits = job["limits"]
        most_bytes = wire.STREAM_HEADER_BYTES + job.get("resultBytes", limits["recordingBytes"]) + wire.STREAM_TAIL_BYTES
        bounds = (limits["wallMs"], limits["cpuMs"], limits["outputBytes"], job.get("partMs", 0), most_bytes)
        os.write(process.started_write, wire.STARTED.pack(*bounds, has_candidate))
        _take_descriptors(process, job, process.connection if has_candidate else None)
        _seal_off(process, seal, job)
        _run_mode(process, job)
    except BaseException as error:
        # The harness' own failure, before the program ran: what runs it never comes back.
        control.mark(wire.STAGE_READ, wire.REASON_INTERNAL, f"{type(error).__name__}: {error}")
        os._exit(wire.EXIT_INTERNAL)
