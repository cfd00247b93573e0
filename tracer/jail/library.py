"""The files of Python's own library that a program may use, and a folder with copies of them that becomes the jail's root."""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# Left out: direct access to memory (ctypes and what stands on it, debugging of processes), interpreters in which nothing is traced, desktop
# and packaging tools, and modules for terminals, databases of the C library and devices that the jail does not have.
LEFT_OUT = frozenset(
    """
    _ctypes _ctypes_test _curses _curses_panel _dbm _gdbm _interpchannels _interpqueues _interpreters _posixshmem _remote_debugging _tkinter
    _xxinterpchannels _xxsubinterpreters crypt _crypt ctypes curses dbm distutils ensurepip idlelib lib2to3 nis ossaudiodev readline
    spwd tkinter turtle turtledemo venv
    """.split()
)
_ZONES = Path("/usr/share/zoneinfo")
_LAYOUT = 2


def _module_name(entry: str) -> str:
    return entry.split(".", 1)[0]


def library_folders() -> list[Path]:
    """The folders of the standard library on this interpreter's path (without third-party packages)."""
    folders = [Path(found) for found in sys.path if found]
    return [found for found in folders if found.is_dir() and (found.name == "lib-dynload" or (found / "os.py").exists())]


def _wanted(entry: os.DirEntry[str]) -> bool:
    name = _module_name(entry.name)
    if name.startswith("_sysconfigdata"):
        return True
    return name in sys.stdlib_module_names and name not in LEFT_OUT


def library_entries() -> list[Path]:
    """Modules, packages and extension modules that a program may import, each a file or a folder."""
    found: list[Path] = []
    for folder in library_folders():
        with os.scandir(folder) as entries:
            found.extend(Path(entry.path) for entry in entries if _wanted(entry))
    return sorted(found)


def _files(entry: Path) -> Iterator[Path]:
    """The files under an entry, with the compiled forms of a single module; tests are left out."""
    if entry.is_file():
        yield entry
        yield from sorted(entry.parent.glob(f"__pycache__/{_module_name(entry.name)}.{sys.implementation.cache_tag}.pyc"))
        return
    for folder, names, files in os.walk(entry):
        names[:] = sorted(name for name in names if name not in ("test", "tests", "idle_test"))
        yield from (Path(folder, name) for name in sorted(files))


def _zone_files() -> Iterator[Path]:
    for folder, names, files in os.walk(_ZONES):
        names[:] = sorted(name for name in names if name not in ("right", "posix"))
        yield from (Path(folder, name) for name in sorted(files))


def _fingerprint(files: list[Path]) -> str:
    """Changes when the interpreter, its library or the choice of files changes."""
    digest = hashlib.sha256(f"{_LAYOUT} {sys.version} {platform.machine()}".encode())
    for file in files:
        status = file.stat()
        digest.update(f"{file}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:20]


_LIST_MAPPED = """
import importlib, sys
for name in sys.argv[1:]:
    try: importlib.import_module(name)
    except ImportError: pass
with open("/proc/self/maps") as maps:
    found = {line.split(None, 5)[5].strip() for line in maps if ".so" in line}
print("\\n".join(sorted(found)))
"""


def extension_modules(entries: list[Path]) -> list[Path]:
    """Those of the entries that are native code."""
    return [entry for entry in entries if ".so" in entry.suffixes]


def _shared_libraries(extensions: list[Path]) -> list[str]:
    """The shared libraries behind the extension modules, found by importing these in another process."""
    names = [_module_name(entry.name) for entry in extensions]
    command = [sys.executable, "-I", "-S", "-B", "-c", _LIST_MAPPED, *names]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    skipped = {str(extension) for extension in extensions}
    found = [line for line in answer.stdout.splitlines() if line not in skipped and "/ld-" not in line and "/libc.so" not in line]
    # What other modules import where it is there: code that is loaded can be imported without its file.
    return [line for line in found if _module_name(os.path.basename(line)) not in LEFT_OUT]


def _fill(root: Path, files: list[Path]) -> None:
    for file in files:
        target = root / file.relative_to("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, target)
    (root / "dev").mkdir()
    for device in ("null", "zero", "random", "urandom"):
        (root / "dev" / device).touch()
    (root / "tmp").mkdir()
    for folder, _, _ in os.walk(root):
        os.chmod(folder, 0o755)


def prepare_root(build: Path) -> tuple[Path, list[str]]:
    """
    Makes the jail's root below `build` unless it is there; returns it with the native code to load beforehand: a sealed process cannot.

    Raises OSError when files cannot be read or the folder cannot be written.
    """
    entries = library_entries()
    files = [file for entry in entries for file in _files(entry)] + list(_zone_files())
    home = build / f"jail-{_fingerprint(files)}"
    if not home.is_dir():
        scratch = build / f"{home.name}.{os.getpid()}"
        shutil.rmtree(scratch, ignore_errors=True)
        _fill(scratch / "root", files)
        (scratch / "shared-libraries").write_text("\n".join(_shared_libraries(extension_modules(entries))))
        try:
            scratch.rename(home)
        except OSError:
            # Another interpreter was faster.
            shutil.rmtree(scratch, ignore_errors=True)
    libraries = (home / "shared-libraries").read_text().splitlines()
    return home / "root", [*libraries, *map(str, extension_modules(entries))]
