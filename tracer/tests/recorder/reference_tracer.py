"""
An independent tracer in plain Python: what every variable was at every event, by `sys.settrace` and a full look at all locals.

It shares nothing with the recorder but the rules of what is shown, so a recording can be held against it. Slow; changes programs that share
closures between threads.

Usage: python3 reference_tracer.py PROGRAM.py OUT.json
"""

import collections
import dis
import json
import sys
import types
from collections.abc import Mapping

DEPTH = 6
PROGRAM = "<program>"
HIDDEN = {"__name__", "__doc__", "__package__", "__loader__", "__spec__", "__builtins__", "__annotations__", "__module__", "__qualname__"}
HIDDEN |= {"__static_attributes__", "__firstlineno__", "__classcell__", "__classdictcell__", "__annotate__", "__annotate_func__", "__conditional_annotations__"}
HEAP_TYPE = 1 << 9
ATOMS = (int, float, complex, str, bytes, bool, type(None), range, type(...))


def _attributes(value: object) -> dict[str, object]:
    found: dict[str, object] = {}
    for cls in reversed(type(value).__mro__):
        slots = cls.__dict__.get("__slots__", ())
        for name in sorted([slots] if isinstance(slots, str) else slots):
            if name not in ("__dict__", "__weakref__") and hasattr(value, name):
                found[name] = getattr(value, name)
    found.update(vars(value) if hasattr(value, "__dict__") else {})
    return found


def show(value: object, depth: int = DEPTH, inside: tuple[int, ...] = ()) -> str:
    """A value as a recording shows it."""
    kind = type(value)
    if kind in ATOMS:
        return repr(value)
    if isinstance(value, type):
        return f"<class '{value.__name__}'>"
    if kind is types.FunctionType:
        return f"<function {value.__qualname__}>"
    if kind is types.MethodType:
        return f"<bound method {value.__func__.__qualname__}>"
    if kind is types.BuiltinFunctionType:
        return f"<built-in function {value.__name__}>"
    if kind is types.GeneratorType:
        return f"<generator object {value.__qualname__}>"
    if kind is types.CoroutineType:
        return f"<coroutine object {value.__qualname__}>"
    if kind is types.ModuleType:
        return f"<module '{value.__name__}'>"
    if id(value) in inside:
        shape = {list: "[...]", dict: "{...}", tuple: "(...)"}
        return shape.get(kind, f"{kind.__name__}(...)")
    if depth == 0:
        return f"<{kind.__name__} ...>"

    def inner(item: object) -> str:
        return show(item, depth - 1, (*inside, id(value)))

    if isinstance(value, dict):
        body = "{" + ", ".join(f"{inner(key)}: {inner(item)}" for key, item in dict.items(value)) + "}"
        return f"defaultdict(..., {body})" if kind is collections.defaultdict else body
    if isinstance(value, (list, tuple, set, frozenset, collections.deque)):
        base = next(cls for cls in (list, tuple, set, frozenset, collections.deque) if isinstance(value, cls))
        body = ", ".join(inner(item) for item in base.__iter__(value))
        if base is list:
            return f"[{body}]"
        if base is tuple:
            return f"({body},)" if len(value) == 1 else f"({body})"
        if base is collections.deque:
            return f"deque([{body}])"
        if base is set:
            return f"{{{body}}}" if body else "set()"
        return f"frozenset({{{body}}})" if body else "frozenset()"
    if isinstance(value, BaseException):
        return f"{kind.__name__}({', '.join(inner(item) for item in value.args)})"
    if isinstance(value, bytearray):
        return f"bytearray({bytes(value)!r})"
    if isinstance(value, (int, float, str, bytes)):
        base = next(cls for cls in (int, float, str, bytes) if isinstance(value, cls))
        return base.__repr__(value)
    if isinstance(value, slice):
        return f"slice({inner(value.start)}, {inner(value.stop)}, {inner(value.step)})"
    if not kind.__flags__ & HEAP_TYPE:
        return f"<{kind.__name__} object>" if hasattr(kind, "__next__") else f"<{kind.__name__} ...>"
    return f"{kind.__name__}({', '.join(f'{name}={inner(item)}' for name, item in _attributes(value).items())})"


def ends_iteration(frame: types.FrameType, error: type) -> bool:
    """Whether an exception is only how `for` or `yield from` learns that its iterator has ended."""
    if error is not StopIteration:
        return False
    name = dis.opname[frame.f_code.co_code[frame.f_lasti]]
    return name.startswith("FOR_ITER") or name.startswith("SEND")


class Tracer:
    """Collects one row per event: event, line, function, and all variables."""

    def __init__(self) -> None:
        self.rows: list[list[object]] = []

    def _variables(self, variables: Mapping[str, object]) -> dict[str, str]:
        return {name: show(value) for name, value in variables.items() if name not in HIDDEN}

    def trace(self, frame: types.FrameType, event: str, argument: object) -> object:
        """The trace function."""
        if frame.f_code.co_filename != PROGRAM:
            return None
        if event == "exception" and ends_iteration(frame, argument[0]):
            return self.trace
        out = show(argument) if event == "return" else argument[0].__name__ if event == "exception" else ""
        # A module begins before its first line.
        # A module's f_locals is out of date from 3.12 on where the module has comprehensions.
        variables = frame.f_globals if frame.f_code.co_name == "<module>" else frame.f_locals
        self.rows.append([event, max(frame.f_lineno, 1), frame.f_code.co_qualname, self._variables(variables), out])
        return self.trace


def main(program: str, target: str) -> None:
    """Runs a program under the tracer and writes the rows."""
    with open(program, encoding="utf-8") as file:
        code = compile(file.read(), PROGRAM, "exec", dont_inherit=True)
    module = types.ModuleType("__main__")
    tracer = Tracer()
    sys.settrace(tracer.trace)
    try:
        exec(code, module.__dict__)
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    finally:
        sys.settrace(None)
    with open(target, "w", encoding="utf-8") as file:
        json.dump(tracer.rows, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
