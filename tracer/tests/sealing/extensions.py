"""Puts the tracer and its built C modules on the path of a test."""

import sys
from pathlib import Path

TRACER = Path(__file__).resolve().parents[2]


def load() -> None:
    """Builds the C modules where that is needed."""
    if str(TRACER) not in sys.path:
        sys.path.insert(0, str(TRACER))
    import build

    folder = str(build.build())
    if folder not in sys.path:
        sys.path.append(folder)
