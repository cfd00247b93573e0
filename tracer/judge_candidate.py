"""
The candidate's side of `tests`: a process of its own that answers calls with data.

Lines of JSON over a socket pair. Request: {"name", "args", "kwargs"} (values as in data.py). Answer: {"value"} or {"error"}, and {"args"} when
the call changed its arguments. The first line says what the loaded program has: {"loaded", "names": {name: "call" | "class" | value}}.
"""

import builtins

# The program may have changed the real ones.
__builtins__ = dict(vars(builtins))

import json
import os
import types
from collections.abc import Callable

import _json
import _recorder
import data
import judge_calls
from lines import Lines

_quote = _json.encode_basestring_ascii
_loads = json.loads


def _form_of(value: object) -> str | None:
    """How the tests see a global name of the program; None for what they do not see."""
    if isinstance(value, type):
        return '{"kind":"class"}'
    if type(value) is types.ModuleType:
        return None
    if callable(value):
        return '{"kind":"call"}'
    try:
        return '{"kind":"value","value":' + data.encode_strictly(value) + "}"
    except data.NotData:
        return None


def _announce(names: dict) -> str:
    parts = []
    for name, value in list(names.items()):
        form = _form_of(value) if type(name) is str and not name.startswith("__") else None
        if form is not None:
            parts.append(_quote(name) + ":" + form)
    return '{"loaded":true,"names":{' + ",".join(parts) + "}}"


def _answer(names: dict, request: dict) -> str:
    args = [data._decode(item) for item in request["args"]]
    kwargs = {name: data._decode(value) for name, value in request["kwargs"].items()}
    before = data.encode(args)
    call = compile("call(*args, **kwargs)", "<judge>", "eval", dont_inherit=True)
    try:
        value = _recorder.run(call, {"call": names[request["name"]], "args": args, "kwargs": kwargs}, False)
        text = '{"value":' + data.encode(value)
    except data.NotData as error:
        text = '{"value":{"x":' + _quote(str(error)) + "}"
    except BaseException as error:
        text = "{" + judge_calls.describe(error)
    after = data.encode(args)
    return text + ("" if after == before else ',"args":' + after) + "}"


def serve(descriptor: int, load: Callable[[], dict]) -> None:
    """Loads the program and answers calls until the tests are done. `load` returns the program's names."""
    lines = Lines(descriptor)
    leave = os._exit
    try:
        names = load()
    except BaseException as error:
        lines.send("{" + judge_calls.describe(error) + "}")
        leave(0)
        return
    lines.send(_announce(names))
    while (line := lines.receive()) is not None:
        try:
            text = _answer(names, _loads(line))
        except BaseException as error:
            text = "{" + judge_calls.describe(error) + "}"
        lines.send(text)
    leave(0)
