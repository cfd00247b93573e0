"""A job's own folder on the host, for tier `landlock`: made before the job, watched while it runs, removed after it."""

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from jail.seal import TMP_BYTES, TMP_FILES


_PREFIX = "polytrace-job-"
# What is listed may be gone by the time it is looked at.
_GONE = (FileNotFoundError, NotADirectoryError)


class JobFolder:
    """Names and contents in here are the program's: nothing is followed, and nothing is read."""

    def __init__(self) -> None:
        """Makes the folder, readable for this user only."""
        self.path = tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-")

    def enter(self) -> str:
        """Makes it the working directory; returns its path."""
        os.chdir(self.path)
        return self.path

    def is_over_quota(self) -> bool:
        """Whether the program has filled more than a sealed /tmp would hold, or keeps from being seen what it has."""
        size = files = 0
        try:
            for status in self._walk():
                size += status.st_blocks * 512
                files += 1
                if size > TMP_BYTES or files > TMP_FILES:
                    return True
        except OSError:
            # A folder that may not be read, or one whose path is too long to be opened.
            return True
        return False

    def _walk(self) -> Iterator[os.stat_result]:
        waiting = [self.path]
        while waiting:
            try:
                with os.scandir(waiting.pop()) as entries:
                    found = list(entries)
            except _GONE:
                continue
            for entry in found:
                try:
                    status = entry.stat(follow_symlinks=False)
                except _GONE:
                    continue
                yield status
                if stat.S_ISDIR(status.st_mode):
                    waiting.append(entry.path)

    def remove(self) -> None:
        """Removes everything."""
        _remove_folder(self.path)


def _remove_folder(path: str) -> None:
    """Folders are flattened into the top one, so that no depth is too deep."""
    os.chmod(path, 0o700)
    top = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        # Unknown to the program, so that it cannot have taken a name already.
        prefix = os.urandom(8).hex()
        moved = 0
        while names := os.listdir(top):
            for name in names:
                moved = _remove_one((top, prefix), name, moved)
    finally:
        os.close(top)
    os.rmdir(path)


def _remove_one(place: tuple[int, str], name: str, moved: int) -> int:
    """Removes an entry of the top folder; of a folder, moves the entries up first. Returns the number of the last name given."""
    top, prefix = place
    status = os.stat(name, dir_fd=top, follow_symlinks=False)
    if not stat.S_ISDIR(status.st_mode):
        os.unlink(name, dir_fd=top)
        return moved
    os.chmod(name, 0o700, dir_fd=top)
    folder = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=top)
    try:
        for inner in os.listdir(folder):
            moved += 1
            _move_up(folder, inner, (top, f"{prefix}-{moved}"))
    finally:
        os.close(folder)
    os.rmdir(name, dir_fd=top)
    return moved


def _move_up(folder: int, name: str, target: tuple[int, str]) -> None:
    # A folder without write permission for its owner could not be renamed into another parent.
    status = os.stat(name, dir_fd=folder, follow_symlinks=False)
    if stat.S_ISDIR(status.st_mode):
        os.chmod(name, 0o700, dir_fd=folder)
    os.rename(name, target[1], src_dir_fd=folder, dst_dir_fd=target[0])


def remove_abandoned() -> None:
    """Removes the folders of interpreters that were killed before they could."""
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        owner = path.name.removeprefix(_PREFIX).split("-")[0]
        try:
            if owner.isdigit() and not Path("/proc", owner).exists() and path.lstat().st_uid == os.geteuid():
                _remove_folder(str(path))
        except OSError:
            # Another interpreter was faster.
            continue
