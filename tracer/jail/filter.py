"""Builds the seccomp filter: a binary search over system call numbers, with argument checks for a few calls."""

import errno
import platform
import struct
from collections.abc import Iterable, Mapping

from jail.system_call_policy import ALLOWED, REFUSED

_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

_LOAD, _JUMP, _JUMP_EQUAL, _JUMP_GREATER_EQUAL, _AND, _RETURN = 0x20, 0x05, 0x15, 0x35, 0x54, 0x06
_NUMBER_OFFSET, _ARCHITECTURE_OFFSET, _ARGUMENTS_OFFSET = 0, 4, 16
_KILL, _ERRNO, _ALLOW = 0x80000000, 0x00050000, 0x7FFF0000
# From this number on x86-64 means its x32 form.
_X32_BIT = 0x40000000
_NUMBER_END = 1024

Instruction = tuple[int, int, int, int]
_OWN_PROCESS = 0xDEADBEEF


def _give(action: int) -> list[Instruction]:
    return [(_RETURN, 0, 0, action)]


def _refuse(code: int) -> list[Instruction]:
    return _give(_ERRNO | code)


def _load_argument(index: int) -> Instruction:
    return (_LOAD, 0, 0, _ARGUMENTS_OFFSET + 8 * index)


def _one_of(index: int, values: list[int], code: int) -> list[Instruction]:
    """Allow when the low half of an argument is one of `values`; the kernel ignores the high half of these (int) arguments."""
    tests = [(_JUMP_EQUAL, len(values) - position, 0, value) for position, value in enumerate(values)]
    return [_load_argument(index), *tests, *_refuse(code), *_give(_ALLOW)]


def _masked(index: int, mask: int, wanted: int) -> list[Instruction]:
    """Allow when the masked low half of an argument equals `wanted`."""
    return [_load_argument(index), (_AND, 0, 0, mask), (_JUMP_EQUAL, 0, 1, wanted), *_give(_ALLOW), *_refuse(errno.EPERM)]


def _below(index: int, end: int, code: int) -> list[Instruction]:
    """Allow when the low half of an argument is less than `end`."""
    return [_load_argument(index), (_JUMP_GREATER_EQUAL, 1, 0, end), *_give(_ALLOW), *_refuse(code)]


# CLONE_THREAD must be set and no namespace flag: threads, never processes.
_CLONE_THREAD = 0x00010000
_CLONE_NAMESPACES = 0x7E020000
_IOCTLS = [0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451]  # TCGETS TIOCGWINSZ FIONREAD FIONBIO FIONCLEX FIOCLEX
# Duplicate, close-on-exec, status flags, locks, pipe size (reading it). Not F_SETOWN, F_SETSIG: they signal other processes.
_FCNTLS = [0, 1, 2, 3, 4, 5, 6, 7, 36, 37, 38, 1030, 1032]
_PRCTLS = [15, 16]  # PR_SET_NAME PR_GET_NAME
_FIFO = 0o010000
_STREAM = 1
_UNIX = 1
# Clocks with a negative number are those of other processes: they would tell which there are and how long they have run.
_NEGATIVE = 0x80000000
_EXECUTABLE = 4


def _checked_calls() -> dict[str, list[Instruction]]:
    own_or_zero = _one_of(0, [0, _OWN_PROCESS], errno.EPERM)
    own = _one_of(0, [_OWN_PROCESS], errno.EPERM)
    shared_clock = _below(0, _NEGATIVE, errno.EINVAL)
    # Whatever may be executed was loaded before: code that a program brings along, or makes in memory, never runs.
    not_executable = _masked(2, _EXECUTABLE, 0)
    return {
        "clock_gettime": shared_clock,
        "clock_getres": shared_clock,
        "clock_nanosleep": shared_clock,
        "mmap": not_executable,
        "mprotect": not_executable,
        "clone": _masked(0, _CLONE_THREAD | _CLONE_NAMESPACES, _CLONE_THREAD),
        "ioctl": _one_of(1, _IOCTLS, errno.ENOTTY),
        "fcntl": _one_of(1, _FCNTLS, errno.EPERM),
        "prctl": _one_of(0, _PRCTLS, errno.EPERM),
        "prlimit64": own_or_zero,
        "sched_getaffinity": own_or_zero,
        "sched_getparam": own_or_zero,
        "sched_getscheduler": own_or_zero,
        "getsid": own_or_zero,
        "getpgid": own_or_zero,
        "getpriority": _one_of(1, [0, _OWN_PROCESS], errno.EPERM),
        "kill": own,
        "tgkill": own,
        # A datagram socket could name any other socket as its receiver.
        # Any other family would have the kernel load a module for it.
        "socketpair": [_load_argument(0), (_JUMP_EQUAL, 1, 0, _UNIX), *_refuse(errno.EPERM), *_masked(1, 0xF, _STREAM)],
        "mknod": _masked(1, 0o170000, _FIFO),
        "mknodat": _masked(2, 0o170000, _FIFO),
    }


def _actions(numbers: Mapping[str, int], refused: Iterable[str]) -> list[list[Instruction]]:
    """The instructions for every call number."""
    actions = [_refuse(errno.ENOSYS)] * _NUMBER_END
    for name in ALLOWED & numbers.keys():
        actions[numbers[name]] = _give(_ALLOW)
    for name in REFUSED.keys() & numbers.keys():
        actions[numbers[name]] = _refuse(REFUSED[name])
    for name, block in _checked_calls().items():
        if name in numbers:
            actions[numbers[name]] = block
    for name in refused:
        if name in numbers:
            actions[numbers[name]] = _refuse(errno.EPERM)
    return actions


def _search(segments: list[tuple[int, list[Instruction]]]) -> list[Instruction]:
    """A binary search tree over segments (first number, instructions)."""
    if len(segments) == 1:
        return segments[0][1]
    middle = len(segments) // 2
    left, right = _search(segments[:middle]), _search(segments[middle:])
    first = segments[middle][0]
    if len(left) < 256:
        return [(_JUMP_GREATER_EQUAL, len(left), 0, first), *left, *right]
    return [(_JUMP_GREATER_EQUAL, 0, 1, first), (_JUMP, 0, 0, len(left)), *left, *right]


class Filter:
    """The filter as bytes, with places for the number of the process that installs it."""

    def __init__(self, numbers: Mapping[str, int], refused: Iterable[str] = (), machine: str = platform.machine()) -> None:
        """
        `numbers`: call numbers of this processor (`_jail.SYSTEM_CALLS`); `refused`: calls that are not permitted in addition.

        Raises KeyError for a processor without a filter.
        """
        segments: list[tuple[int, list[Instruction]]] = []
        for number, block in enumerate(_actions(numbers, refused)):
            if not segments or segments[-1][1] != block:
                segments.append((number, block))
        segments.append((_NUMBER_END, _refuse(errno.ENOSYS)))
        head: list[Instruction] = [
            (_LOAD, 0, 0, _ARCHITECTURE_OFFSET),
            (_JUMP_EQUAL, 1, 0, _ARCHITECTURES[machine]),
            *_give(_KILL),
            (_LOAD, 0, 0, _NUMBER_OFFSET),
            (_JUMP_GREATER_EQUAL, 0, 1, _X32_BIT),
            *_give(_KILL),
        ]
        self.instructions = head + _search(segments)
        self._bytes = b"".join(struct.pack("=HBBI", *instruction) for instruction in self.instructions)
        self._places = [8 * at + 4 for at, found in enumerate(self.instructions) if found[0] == _JUMP_EQUAL and found[3] == _OWN_PROCESS]

    def for_process(self, process: int) -> bytes:
        """The filter that lets `process` signal only itself."""
        program = bytearray(self._bytes)
        for place in self._places:
            struct.pack_into("=I", program, place, process)
        return bytes(program)
