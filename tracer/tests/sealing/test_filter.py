"""The system call filter, run by a small interpreter of its instructions."""

import errno
import platform
import struct
import unittest

from . import extensions

extensions.load()

import _jail  # noqa: E402
from jail.filter import Filter  # noqa: E402
from jail.system_call_policy import ALLOWED, CHANGES_ATTRIBUTES, REFUSED  # noqa: E402

_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_OWN = 4321


def decide(program: bytes, number: int, arguments: tuple[int, ...] = (), machine: str = platform.machine()) -> int:
    """What the kernel would do with a call: the filter's return value."""
    values = list(arguments) + [0] * (6 - len(arguments))
    data = struct.pack("=IIQ6Q", number, _MACHINES[machine], 0, *values)
    code = [struct.unpack_from("=HBBI", program, at) for at in range(0, len(program), 8)]
    accumulator = at = 0
    while True:
        operation, if_true, if_false, constant = code[at]
        at += 1
        if operation == 0x20:
            (accumulator,) = struct.unpack_from("=I", data, constant)
        elif operation == 0x54:
            accumulator &= constant
        elif operation == 0x05:
            at += constant
        elif operation == 0x15:
            at += if_true if accumulator == constant else if_false
        elif operation == 0x35:
            at += if_true if accumulator >= constant else if_false
        elif operation == 0x06:
            return constant
        else:
            raise AssertionError(f"unknown instruction {operation:#x}")


class FilterTest(unittest.TestCase):
    def setUp(self) -> None:
        self.numbers = _jail.SYSTEM_CALLS
        self.program = Filter(self.numbers).for_process(_OWN)

    def decide(self, name: str, *arguments: int) -> int:
        return decide(self.program, self.numbers[name], arguments)

    def test_every_call_is_decided_as_the_policy_says(self) -> None:
        self.assertEqual(ALLOWED & REFUSED.keys(), set())
        for name in ALLOWED & self.numbers.keys():
            self.assertEqual(self.decide(name), _ALLOW, name)
        for name in REFUSED.keys() & self.numbers.keys():
            self.assertEqual(self.decide(name), _ERRNO | REFUSED[name], name)

    def test_unnamed_calls_do_not_exist(self) -> None:
        named = set(self.numbers.values())
        for number in set(range(1100)) - named:
            self.assertEqual(decide(self.program, number), _ERRNO | errno.ENOSYS, number)
        self.assertEqual(decide(self.program, self.numbers["clone3"]), _ERRNO | errno.ENOSYS)

    def test_dangerous_calls_are_not_allowed(self) -> None:
        for name in (
            "fork vfork execve execveat socket connect bind listen accept ptrace mount umount2 unshare setns bpf io_uring_setup keyctl "
            "memfd_create pidfd_open pidfd_send_signal process_vm_readv process_vm_writev tkill setuid perf_event_open userfaultfd"
        ).split():
            if name in self.numbers:
                self.assertNotEqual(self.decide(name), _ALLOW, name)

    def test_other_processors_and_the_short_form_of_x86_are_killed(self) -> None:
        other = "aarch64" if platform.machine() == "x86_64" else "x86_64"
        self.assertEqual(decide(self.program, 0, machine=other), _KILL)
        self.assertEqual(decide(self.program, 0x40000000 | self.numbers["read"]), _KILL)

    def test_clone_makes_threads_only(self) -> None:
        thread = 0x3D0F00
        self.assertEqual(self.decide("clone", thread), _ALLOW)
        self.assertEqual(self.decide("clone", 17), _ERRNO | errno.EPERM)
        for namespace in (0x20000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000):
            self.assertEqual(self.decide("clone", thread | namespace), _ERRNO | errno.EPERM)

    def test_nothing_new_can_be_executed(self) -> None:
        for name in ("mmap", "mprotect"):
            self.assertEqual(self.decide(name, 0, 4096, 3), _ALLOW)
            for rights in (4, 5, 7):
                self.assertEqual(self.decide(name, 0, 4096, rights), _ERRNO | errno.EPERM, rights)

    def test_clocks_of_other_processes_cannot_be_read(self) -> None:
        for name in ("clock_gettime", "clock_getres", "clock_nanosleep"):
            for clock in (0, 1, 2, 3, 7):
                self.assertEqual(self.decide(name, clock), _ALLOW)
            for process in (1, _OWN):
                self.assertEqual(self.decide(name, (~process << 3 | 2) & 0xFFFFFFFF), _ERRNO | errno.EINVAL)

    def test_calls_are_refused_in_addition(self) -> None:
        strict = Filter(self.numbers, CHANGES_ATTRIBUTES).for_process(_OWN)
        for name in CHANGES_ATTRIBUTES & self.numbers.keys():
            self.assertEqual(self.decide(name), _ALLOW, name)
            self.assertEqual(decide(strict, self.numbers[name]), _ERRNO | errno.EPERM, name)
        self.assertEqual(decide(strict, self.numbers["openat"]), _ALLOW)

    def test_signals_reach_only_the_own_process(self) -> None:
        for name in ("kill", "tgkill"):
            self.assertEqual(self.decide(name, _OWN), _ALLOW)
            for process in (1, 0, 0xFFFFFFFF, _OWN + 1, 2**32 - _OWN):
                self.assertEqual(self.decide(name, process), _ERRNO | errno.EPERM, process)

    def test_descriptors_cannot_be_told_to_signal_others(self) -> None:
        for command in (8, 10, 15, 1024, 1026, 1031, 1033):
            self.assertEqual(self.decide("fcntl", 3, command), _ERRNO | errno.EPERM, command)
        self.assertEqual(self.decide("fcntl", 3, 3), _ALLOW)
        for request in (0x5412, 0x8901, 0x8902, 0x5452):
            self.assertEqual(self.decide("ioctl", 3, request), _ERRNO | errno.ENOTTY, request)

    def test_socket_pairs_are_streams(self) -> None:
        self.assertEqual(self.decide("socketpair", 1, 1 | 0x80000), _ALLOW)
        for kind in (2, 3, 5):
            self.assertEqual(self.decide("socketpair", 1, kind), _ERRNO | errno.EPERM)

    def test_only_queues_are_made_as_special_files(self) -> None:
        self.assertEqual(self.decide("mknodat", 0, 0, 0o010644), _ALLOW)
        for kind in (0o020000, 0o060000, 0o100000, 0o140000, 0):
            self.assertEqual(self.decide("mknodat", 0, 0, kind | 0o644), _ERRNO | errno.EPERM)


if __name__ == "__main__":
    unittest.main()
