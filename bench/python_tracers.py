"""Tracers written in Python, to compare with; each follows the code of one file name."""

from types import FrameType
from typing import Any


class EngineeredTracer:
    """A careful tracer in Python: compares variables by identity and cached text, and writes only what changed."""

    def __init__(self, program: str) -> None:
        self.program = program
        self.known: dict[FrameType, dict[str, tuple[int, str]]] = {}
        self.out: list[tuple[Any, ...]] = []

    def _changes(self, frame: FrameType) -> list[tuple[str, str]]:
        known = self.known.setdefault(frame, {})
        changes = []
        for name, value in frame.f_locals.items():
            before = known.get(name)
            kind = type(value)
            if before is not None and before[0] == id(value) and kind in (int, str, float, bool, type(None)):
                continue
            text = repr(value)
            if before is None or before[1] != text:
                changes.append((name, text))
            known[name] = (id(value), text)
        return changes

    def __call__(self, frame: FrameType, event: str, argument: object) -> "EngineeredTracer | None":
        if frame.f_code.co_filename != self.program:
            return None
        self.out.append((event, frame.f_lineno, self._changes(frame), repr(argument) if event == "return" else None))
        if event == "return":
            self.known.pop(frame, None)
        return self


class NaiveTracer:
    """What one writes first: the text of all variables at every event."""

    def __init__(self, program: str) -> None:
        self.program = program
        self.out: list[tuple[Any, ...]] = []

    def __call__(self, frame: FrameType, event: str, argument: object) -> "NaiveTracer | None":
        if frame.f_code.co_filename != self.program:
            return None
        variables = {name: repr(value) for name, value in frame.f_locals.items() if not name.startswith("__")}
        self.out.append((event, frame.f_lineno, variables))
        return self
