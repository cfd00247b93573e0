"""What a warm interpreter does once: leaves the host's namespaces and takes the prepared folder as its root."""

import os
from pathlib import Path

import _jail

NOBODY = 65534
_HOST_NAME = "polytrace"
_DEVICES = ("null", "zero", "random", "urandom")
# What statvfs reports and mount takes under the same number; a remount must keep those that the host has locked.
_KEPT_FLAGS = _jail.MS_NOSUID | _jail.MS_NODEV | _jail.MS_NOEXEC
_SPACES = (
    _jail.CLONE_NEWNS
    | _jail.CLONE_NEWPID
    | _jail.CLONE_NEWNET
    | _jail.CLONE_NEWIPC
    | _jail.CLONE_NEWUTS
    | _jail.CLONE_NEWCGROUP
    | _jail.CLONE_NEWUSER
)


def _bind_read_only(source: str, target: str, flags: int) -> None:
    _jail.mount(source, target, None, _jail.MS_BIND, None)
    kept = os.statvfs(target).f_flag & _KEPT_FLAGS
    _jail.mount(None, target, None, _jail.MS_REMOUNT | _jail.MS_BIND | _jail.MS_RDONLY | kept | flags, None)


def _take_root(root: Path) -> None:
    _jail.mount(None, "/", None, _jail.MS_REC | _jail.MS_PRIVATE, None)
    _bind_read_only(str(root), str(root), _jail.MS_NOSUID | _jail.MS_NODEV)
    for device in _DEVICES:
        _bind_read_only(f"/dev/{device}", f"{root}/dev/{device}", _jail.MS_NOSUID | _jail.MS_NOEXEC)
    _jail.enter_root(str(root))


def _write_at(folder: int, name: str, text: str) -> None:
    descriptor = os.open(name, os.O_WRONLY, dir_fd=folder)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)


def _map_users(process_folder: int, user: int, group: int) -> None:
    """Inside, everything belongs to nobody; outside, to the user that started the server (nobody, when root did)."""
    _write_at(process_folder, "setgroups", "deny")
    _write_at(process_folder, "uid_map", f"{NOBODY} {user} 1")
    _write_at(process_folder, "gid_map", f"{NOBODY} {group} 1")


def _maps_nobody(table: str) -> bool:
    for line in Path(f"/proc/self/{table}").read_text().splitlines():
        first, _, count = (int(field) for field in line.split())
        if first <= NOBODY < first + count:
            return True
    return False


def may_become_nobody() -> bool:
    """Whether this is a root that has other users; that of a rootless container often has none, and counts as an ordinary user."""
    if os.geteuid() != 0 or Path("/proc/self/setgroups").read_text().strip() != "allow":
        return False
    return _maps_nobody("uid_map") and _maps_nobody("gid_map")


def become_nobody() -> None:
    """Gives up root for good. The process may be looked at by itself again, which setting ids had switched off."""
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    _jail.set_dumpable(1)


def enter_namespaces(root: Path) -> None:
    """
    Leaves all namespaces of the host; children forked from now on are in a process namespace of their own.

    Raises OSError with the step that the system refused. As root, mounts come first: the folder may be readable for root only.
    """
    process_folder = os.open("/proc/self", os.O_RDONLY | os.O_DIRECTORY)
    try:
        if may_become_nobody():
            _jail.unshare(_jail.CLONE_NEWNS)
            _take_root(root)
            become_nobody()
            _jail.unshare(_SPACES)
            _map_users(process_folder, NOBODY, NOBODY)
        else:
            user, group = os.geteuid(), os.getegid()
            _jail.unshare(_SPACES)
            _map_users(process_folder, user, group)
            _take_root(root)
    finally:
        os.close(process_folder)
    _jail.set_host_name(_HOST_NAME)
