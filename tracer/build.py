"""
Builds the C modules `_recorder` and `_jail` against the interpreter that runs this file, unless the same sources were built before.

Usage: python3 tracer/build.py
"""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

_TRACER = Path(__file__).resolve().parent
_MODULES = {"_recorder": _TRACER / "recorder", "_jail": _TRACER / "jail"}
_FLAGS = ("-std=gnu11", "-O2", "-fPIC", "-shared", "-fvisibility=hidden", "-Wall", "-Wextra", "-Werror=implicit-function-declaration", "-Wno-missing-field-initializers")
_OLDEST, _NEWEST = (3, 11), (3, 14)


class BuildError(Exception):
    """The modules could not be built; the message says what to do."""


def _sources(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.c"))


def _fingerprint() -> str:
    """Changes with the sources, the flags and the interpreter."""
    digest = hashlib.sha256(repr((sys.version, sysconfig.get_config_var("EXT_SUFFIX"), _FLAGS)).encode())
    for folder in _MODULES.values():
        for file in sorted([*folder.glob("*.c"), *folder.glob("*.h")]):
            digest.update(file.name.encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _require_tools() -> tuple[str, Path]:
    """The C compiler and the folder of Python's headers."""
    if not _OLDEST <= sys.version_info[:2] <= _NEWEST:
        raise BuildError(f"CPython 3.11 to 3.14 can record; this is {sys.version.split()[0]}. Name another in POLYTRACE_PYTHON.")
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        raise BuildError("an interpreter without the global lock cannot record. Name another in POLYTRACE_PYTHON.")
    compiler = os.environ.get("CC") or shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise BuildError("there is no C compiler. Run: apt-get install gcc libc6-dev")
    headers = Path(sysconfig.get_path("include"))
    if not (headers / "Python.h").exists():
        raise BuildError(f"Python's headers are not in {headers}. Run: apt-get install python3-dev")
    return compiler, headers


def _compile(name: str, target: Path) -> None:
    compiler, headers = _require_tools()
    command = [compiler, *_FLAGS, f"-I{headers}", *map(str, _sources(_MODULES[name])), "-o", str(target)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise BuildError(f"{name} does not compile with {compiler}:\n{done.stderr.strip()}")


def build() -> Path:
    """Folder that holds both modules; builds them first where that is needed. Raises BuildError."""
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    folder = _TRACER / "build" / f"{sys.implementation.cache_tag}-{_fingerprint()}"
    if folder.exists():
        return folder
    scratch = folder.with_name(f"{folder.name}.{os.getpid()}")
    scratch.mkdir(parents=True)
    try:
        for name in _MODULES:
            _compile(name, scratch / f"{name}{suffix}")
        try:
            scratch.rename(folder)
        except OSError:
            # Another process was faster.
            if not folder.exists():
                raise
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return folder


if __name__ == "__main__":
    try:
        print(f"✓ recorder and jail for CPython {sys.version.split()[0]}: {build().relative_to(_TRACER.parent)}")
    except BuildError as error:
        print(f"✗ The recorder cannot be built: {error}", file=sys.stderr)
        sys.exit(1)
