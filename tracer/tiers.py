"""Finds the strongest jail that this machine allows, and serves jobs in it."""

import gc
import os
import platform
import select
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, NoReturn

import _jail
import child
import hello
import stage
import wire
from jail.enter import become_nobody, enter_namespaces, may_become_nobody
from jail.filter import Filter
from jail.job_folder import JobFolder, remove_abandoned
from jail.library import library_entries, prepare_root
from jail.seal import LEAST_LANDLOCK_ABI, Seal, Tier
from jail.self_test import test_seal
from jail.system_call_policy import CHANGES_ATTRIBUTES
from job_process import JobProcess
from waiter import Roles, Waiter
from warm import warm_up

_TIERS: tuple[Tier, ...] = ("full", "landlock")
# Others of the same user in the namespace: the two before the job's own, a judged program's, the two forked ahead, and some to spare.
_OTHER_PROCESSES = 8
# Where all processes of the user count, on the whole machine: many more than there are, so that no program can fill its table.
_PROCESSES_OF_USER = 4_000
# Since then the number of a user's processes is counted per user namespace.
_PROCESSES_PER_NAMESPACE_SINCE = (5, 14)
_READY = b"ready"

_ADVICE: dict[str, str] = {
    "full": (
        "user namespaces: allow them for this user (as root: sysctl -w user.max_user_namespaces=15000; on Ubuntu also "
        "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0; in a container: run it with --security-opt seccomp=unconfined)"
    ),
    "landlock": f"Landlock version {LEAST_LANDLOCK_ABI} or newer: a Linux kernel from 6.12 on, with landlock among its security modules",
}


class Ground(NamedTuple):
    """What all tiers start from."""

    root: Path
    library: tuple[str, ...]
    stream_bytes: int
    #: Address space of a job's process before its program takes any.
    base_bytes: int


def _address_space() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _kernel() -> tuple[int, int]:
    major, minor = platform.release().split(".")[:2]
    return int(major), int("".join(character for character in minor if character.isdigit()) or 0)


def _close_server_streams() -> None:
    for descriptor in (wire.JOBS, wire.REPLIES, wire.CANCELS):
        os.close(descriptor)


def _wait_and_leave(process: int) -> NoReturn:
    _, status = os.waitpid(process, 0)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def _run_forked(step: Callable[[], None], report: int) -> int:
    """Runs a step in a new process, which ends with it; an error becomes the reason why the tier cannot be had."""
    process = os.fork()
    if process > 0:
        return process
    try:
        step()
        os._exit(0)
    except BaseException as error:
        os.write(report, f"{error}"[:4_000].encode())
        os._exit(1)


def _make_seal(tier: Tier, ground: Ground) -> Seal:
    readable = () if tier == "full" else ground.library
    counted = tier == "full" and _kernel() >= _PROCESSES_PER_NAMESPACE_SINCE
    others = _OTHER_PROCESSES if counted else _PROCESSES_OF_USER
    refused = () if tier == "full" else CHANGES_ATTRIBUTES
    return Seal(tier, _jail.landlock_abi(), Filter(_jail.SYSTEM_CALLS, refused), ground.base_bytes, readable, others)


def _check(seal: Seal) -> None:
    """Raises OSError unless the jail holds."""
    if seal.tier == "landlock" and seal.landlock_abi < LEAST_LANDLOCK_ABI:
        raise OSError(f"this kernel has version {seal.landlock_abi}")
    if seal.tier != "none":
        findings = test_seal(seal, JobFolder() if seal.tier == "landlock" else None)
        if findings:
            raise OSError("; ".join(findings))


def _features(seal: Seal) -> dict[str, bool]:
    return {
        "namespaces": seal.tier == "full",
        "landlockFiles": seal.tier != "none" and seal.landlock_abi >= 1,
        "landlockNetwork": seal.tier != "none" and seal.landlock_abi >= 4,
        "landlockScopes": seal.tier != "none" and seal.landlock_abi >= 6,
        "systemCallFilter": seal.tier != "none",
        "processLimit": seal.other_processes == _OTHER_PROCESSES,
        "ctypesMasked": "_ctypes" not in sys.builtin_module_names,
    }


def _say_ready(seal: Seal) -> None:
    missing = [] if seal.tier == "full" else [_ADVICE["full"]]
    if seal.landlock_abi < LEAST_LANDLOCK_ABI:
        missing.append(_ADVICE["landlock"])
    hello.ready(seal.tier, seal.landlock_abi, _features(seal), missing)


def _serve_jobs(seal: Seal, stream_bytes: int) -> None:
    def run_job(process: JobProcess) -> None:
        child.run_job(process, seal)

    # It has none of a job's shared memory, which others have on top of their program's own.
    seal_of_candidate = replace(seal, base_bytes=seal.base_bytes - stream_bytes - wire.CONTROL_BYTES)

    def run_candidate(connection: int) -> None:
        child.run_candidate(connection, seal_of_candidate)

    if seal.tier != "full":
        remove_abandoned()
    stage.hide_harness(str(Path(__file__).parent))
    stage.set_environment()
    stage.fix_random()
    gc.collect()
    gc.freeze()
    _jail.fill_pools()
    waiter = Waiter(Roles(run_job, run_candidate), stream_bytes, with_folder=seal.tier != "full")
    _jail.conceal([waiter, waiter.__dict__, waiter._roles, run_job, run_candidate])
    waiter.serve()


def _try_tier(tier: Tier, ground: Ground) -> str:
    """
    Tries a tier in processes of its own, because a half-made jail cannot be taken back.

    Returns why it cannot be had; where it can, this process waits for the server's end and does not return.
    """
    life_read, life_write = os.pipe()
    report_read, report_write = os.pipe()

    def serve() -> None:
        _jail.arm_parent_death()
        poll = select.poll()
        poll.register(life_read, 0)
        if poll.poll(0):
            # The first process died before this one asked to be told.
            return
        seal = _make_seal(tier, ground)
        _check(seal)
        os.write(report_write, _READY)
        os.close(report_write)
        _say_ready(seal)
        _serve_jobs(seal, ground.stream_bytes)

    def start() -> None:
        os.close(life_write)
        os.close(report_read)
        if tier != "full":
            if may_become_nobody():
                become_nobody()
            serve()
            return
        _jail.arm_parent_death()
        enter_namespaces(ground.root)
        # Changing user or user namespace has disarmed it.
        _jail.arm_parent_death()
        process = _run_forked(serve, report_write)
        os.close(report_write)
        _close_server_streams()
        _wait_and_leave(process)

    process = _run_forked(start, report_write)
    os.close(report_write)
    os.close(life_read)
    failure = os.read(report_read, 65_536)
    if failure == _READY:
        _close_server_streams()
        _wait_and_leave(process)
    os.waitpid(process, 0)
    os.close(report_read)
    os.close(life_write)
    return failure.decode() or "it ended without a word"


def serve(wanted: Tier | None, most_recording_bytes: int, extensions: Path) -> None:
    """Serves jobs in the strongest jail there is, or says what is missing."""
    root, shared_libraries = prepare_root(extensions.parent)
    warm_up(shared_libraries)
    stream_bytes = most_recording_bytes + wire.STREAM_HEADER_BYTES + wire.STREAM_TAIL_BYTES
    base_bytes = _address_space() + stream_bytes + wire.CONTROL_BYTES
    ground = Ground(root, tuple(str(entry) for entry in library_entries()), stream_bytes, base_bytes)
    missing: list[str] = []
    for tier in (wanted,) if wanted else _TIERS:
        failure = _try_tier(tier, ground)
        missing.append(f"{_ADVICE.get(tier, tier)} ({failure})")
    hello.refuse(missing)
