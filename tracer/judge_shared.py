"""
Test code in the program's own process, for tests that hand it objects: what the entry point answers must be data all the same.

The program can look at all of this. It is no wall, but an object that lies about being equal is no answer here either, and what the program
makes of builtins is not what the tests use.
"""

import builtins

# The program may have changed the real ones.
_BUILTINS = dict(vars(builtins))
__builtins__ = _BUILTINS

import json
from collections.abc import Callable
from types import CodeType

import data

#: Runs code over a program's names with the harness' frames hidden.
Run = Callable[[CodeType, dict, bool], object]
_loads = json.loads


def _answering_data(run: Run, function: object) -> Callable[..., object]:
    call = compile("call(*args, **kwargs)", "<judge>", "eval", dont_inherit=True)

    def answer(*args: object, **kwargs: object) -> object:
        value = run(call, {"call": function, "args": args, "kwargs": kwargs}, False)
        return data._decode(_loads(data.encode_strictly(value)))

    return answer


def run_tests(run: Run, tests: CodeType, names: dict, entry_point: str | None) -> None:
    """Runs the tests over the program's names, among which the entry point answers with data or raises NotData."""
    own = {name: value for name, value in names.items() if name == entry_point or name not in _BUILTINS}
    own["__builtins__"] = dict(_BUILTINS)
    if entry_point in own:
        own[entry_point] = _answering_data(run, own[entry_point])
    run(tests, own, False)
