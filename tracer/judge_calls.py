"""
Evaluates expressions over a loaded program, one after the other, and writes each result as data.

Runs in the program's own interpreter with the program able to look at it: what stands here and in its callers' variables is no secret, and
what it writes is what the program could have answered anyway. Expected values are not here.
"""

import builtins

# The program may have changed the real ones.
__builtins__ = dict(vars(builtins))

from collections.abc import Callable
from types import CodeType

import _json
import data

_quote = _json.encode_basestring_ascii
_MOST_MESSAGE_CHARACTERS = 1_000

#: Runs code over a program's names with the harness' frames hidden.
Run = Callable[[CodeType, dict, bool], object]


def describe(error: BaseException) -> str:
    """An exception as JSON fields."""
    try:
        message = str(error)
    except BaseException:
        message = ""
    text = message if type(message) is str else ""
    name = data._type_name(error)
    return '"error":{"type":' + _quote(name) + ',"message":' + _quote(text[:_MOST_MESSAGE_CHARACTERS]) + "}"


def _evaluate(run: Run, code: CodeType, names: dict) -> str:
    try:
        return '"value":' + data.encode(run(code, names, False))
    except data.NotData as error:
        return '"value":{"x":' + _quote(str(error)) + "}"
    except BaseException as error:
        return describe(error)


def evaluate_all(run: Run, codes: list[CodeType], names: dict, append: Callable[[bytes], None]) -> None:
    """Evaluates each code and appends `{"index", "value"}` or `{"index", "error"}`."""
    append(b'{"loaded":true}')
    for index, code in enumerate(codes):
        result = _evaluate(run, code, names)
        append(('{"index":%d,' % index + result + "}").encode("ascii"))
