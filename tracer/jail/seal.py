"""What each job's process does before it runs the program, per tier."""

from dataclasses import dataclass
from typing import Literal

import _jail
from jail.filter import Filter

Tier = Literal["full", "landlock", "none"]

TMP_BYTES = 16 * 2**20
TMP_FILES = 1024
# Files of a folder on the host that are open but have no name any more are not seen by who watches it: with 64 descriptors they take at
# most 16 times the folder's size.
_FILE_BYTES_ON_HOST = TMP_BYTES // 4
LEAST_LANDLOCK_ABI = 6

# Landlock rights on files, by bit.
_EXECUTE, _WRITE, _READ, _READ_FOLDER = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_REMOVE_FOLDER, _REMOVE, _MAKE_FOLDER, _MAKE_FILE, _MAKE_FIFO, _MAKE_LINK = 1 << 4, 1 << 5, 1 << 7, 1 << 8, 1 << 10, 1 << 12
_REFER, _TRUNCATE = 1 << 13, 1 << 14
_LOOK = _READ | _READ_FOLDER
_CHANGE = _LOOK | _WRITE | _REMOVE_FOLDER | _REMOVE | _MAKE_FOLDER | _MAKE_FILE | _REFER | _TRUNCATE
# Files of the host's own folder must be nothing but files: no link or queue for the host to follow or wait on.
_CHANGE_PRIVATE = _CHANGE | _MAKE_FIFO | _MAKE_LINK
_DEVICE_RULES = (
    ("/dev/null", _READ | _WRITE),
    ("/dev/zero", _READ | _WRITE),
    ("/dev/random", _READ),
    ("/dev/urandom", _READ),
)


@dataclass(frozen=True)
class JobLimits:
    """Limits of one job that the kernel enforces; sizes in bytes."""

    memory_bytes: int
    cpu_ms: int
    threads: int


@dataclass(frozen=True)
class Seal:
    """How this warm interpreter seals its jobs; made once, used by every job."""

    tier: Tier
    landlock_abi: int
    filter: Filter
    #: Address space of the warm interpreter with a job's shared memory: the program's own memory comes on top.
    base_bytes: int
    #: Files and folders that may be read where the host's root is still visible (tier `landlock`).
    readable: tuple[str, ...]
    #: Processes that share this interpreter's user, in its namespace or on the host.
    other_processes: int

    def close(self, limits: JobLimits, process: int, folder: str | None) -> None:
        """Seals the calling process for good; `folder` is the job's own in tier `landlock`. Raises OSError: the job must not run."""
        if self.tier == "full":
            _jail.private_tmp(TMP_BYTES, TMP_FILES)
        file_bytes = TMP_BYTES if folder is None else _FILE_BYTES_ON_HOST
        _jail.limit(self.base_bytes + limits.memory_bytes, -(-limits.cpu_ms // 1000), file_bytes, self.other_processes + limits.threads)
        _jail.drop_privileges()
        rules = self._rules(folder)
        if rules:
            _jail.restrict(self.landlock_abi, rules)
        _jail.install_filter(self.filter.for_process(process))

    def _rules(self, folder: str | None) -> tuple[tuple[str, int], ...]:
        if self.landlock_abi == 0 or self.tier == "none":
            return ()
        if self.tier == "full":
            return (("/", _LOOK), ("/tmp", _CHANGE_PRIVATE), *_DEVICE_RULES)
        library = tuple((path, _LOOK) for path in self.readable)
        own = () if folder is None else ((folder, _CHANGE),)
        return (*library, *own, *_DEVICE_RULES)
