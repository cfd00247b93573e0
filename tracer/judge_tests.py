"""
The tests' side of `tests`: runs test code that never shares an interpreter with the program.

Names that the test code does not define itself are the program's: its functions stand here as calls over a socket pair, its other global
values as data. What a call answers is data too, so that neither a lying `__eq__` nor a patched builtin of the program reaches a comparison.
"""

import builtins
import json
import os
from collections.abc import Callable

import _jail
import _json
import aftermath
import data
import judge_calls
import wire

_quote = _json.encode_basestring_ascii
_MOST_MESSAGE_CHARACTERS = 1_000


class CandidateGone(BaseException):
    """The program's process has ended, or what it says is no answer. No test code may catch this as an Exception."""


class NeedsOneProcess(BaseException):
    """The test needs objects that are not data."""


class CandidateError(Exception):
    """An exception of a type that is not built in."""


class Candidate:
    """The program in its other process."""

    def __init__(self, connection: int) -> None:
        """`connection`: one end of the pair; the first line is read at once. Raises OSError when no program was begun."""
        self._reader = os.fdopen(connection, "rb", 65_536)
        self._connection = connection
        #: Why there will be no more answers. Test code may have caught what was raised then.
        self.gone: str | None = None
        if self._reader.read(len(wire.CANDIDATE_READY)) != wire.CANDIDATE_READY:
            raise OSError("the process of the program ended before the program began")
        first = self._receive()
        self.load_error = _plain_error(first["error"]) if "error" in first else None
        self.names: dict[str, dict] = first.get("names", {})

    def _receive(self) -> dict:
        try:
            message = json.loads(self._reader.readline(64 * 2**20))
        except (OSError, ValueError, RecursionError, MemoryError) as error:
            raise self._lost(str(error)) from None
        if type(message) is not dict:
            raise self._lost("not an answer")
        return message

    def _lost(self, why: str) -> CandidateGone:
        self.gone = why
        return CandidateGone(why)

    def call(self, name: str, args: tuple, kwargs: dict) -> object:
        """Calls one of the program's functions; arguments that it changed in place are changed here too."""
        try:
            texts = [data.encode_strictly(argument) for argument in args]
            named = ",".join(_quote(key) + ":" + data.encode_strictly(value) for key, value in kwargs.items())
        except data.NotData as error:
            raise NeedsOneProcess(str(error)) from None
        request = '{"name":' + _quote(name) + ',"args":[' + ",".join(texts) + '],"kwargs":{' + named + "}}\n"
        try:
            wire.write_all(self._connection, request.encode("ascii"))
        except OSError as error:
            raise self._lost(str(error)) from None
        answer = self._receive()
        try:
            if "args" in answer:
                _change_in_place(args, data._decode(answer["args"]))
            if "error" in answer:
                raise _exception(answer["error"])
            return data._decode(answer["value"])
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
            if "error" in answer:
                raise
            raise self._lost(f"not an answer: {error}") from None

    def proxy(self, name: str) -> Callable[..., object]:
        """A function that stands for one of the program's."""

        def call(*args: object, **kwargs: object) -> object:
            return self.call(name, args, kwargs)

        call.__name__ = call.__qualname__ = name
        return call


def _plain_error(described: object) -> dict[str, str]:
    fields = described if type(described) is dict else {}
    return {key: str(fields.get(key, ""))[:_MOST_MESSAGE_CHARACTERS] for key in ("type", "message")}


def _change_in_place(args: tuple, changed: object) -> None:
    if type(changed) is not list or len(changed) != len(args):
        raise ValueError("arguments do not match")
    for argument, new in zip(args, changed, strict=True):
        if type(argument) is not type(new):
            continue
        if type(argument) is list or type(argument) is bytearray:
            argument[:] = new
        elif type(argument) is dict or type(argument) is set:
            argument.clear()
            argument.update(new)


def _exception(described: dict) -> BaseException:
    name, message = str(described["type"]), str(described["message"])
    kind = getattr(builtins, name, None)
    # A StopIteration would end a `map` or `zip` of the test code in silence.
    if not isinstance(kind, type) or not issubclass(kind, Exception) or kind is StopIteration:
        return CandidateError(f"{name}: {message}")
    try:
        return kind(message)
    except TypeError:
        return CandidateError(f"{name}: {message}")


def _names_for(candidate: Candidate, used: set[str], entry_point: str | None) -> dict[str, object]:
    """The program's names without those of builtins: with an `all` or `abs` of its own it would never be wrong."""
    names: dict[str, object] = {"__name__": "tests", "__builtins__": builtins}
    for name, form in candidate.names.items():
        if name.startswith("__") or (name != entry_point and hasattr(builtins, name)):
            continue
        if form.get("kind") == "call":
            names[name] = candidate.proxy(name)
        elif form.get("kind") == "value":
            names[name] = data._decode(form["value"])
        elif form.get("kind") == "class" and name in used:
            raise NeedsOneProcess(f"the class {name}")
    return names


def _run_test(candidate: Candidate, text: str, entry_point: str | None) -> str:
    """The outcome of one test as JSON fields."""
    try:
        code = compile(text, aftermath.ENTRY, "exec", dont_inherit=True)
        exec(code, _names_for(candidate, _all_names(code), entry_point))
    except NeedsOneProcess as error:
        return '"needsOneProcess":' + _quote(str(error))
    except CandidateGone as error:
        return '"gone":' + _quote(str(error))
    except BaseException as error:
        return judge_calls.describe(error)
    return '"passed":true' if candidate.gone is None else '"gone":' + _quote(candidate.gone)


def _all_names(code: object) -> set[str]:
    names = set(code.co_names)
    for constant in code.co_consts:
        if type(constant) is type(code):
            names |= _all_names(constant)
    return names


def run_tests(connection: int, work: tuple[list[str], str | None], stream: _jail.Region) -> None:
    """Runs the tests in order; after one at which the program's process ended, none. `work`: the tests and the program's entry point."""
    tests, entry_point = work
    try:
        candidate = Candidate(connection)
    except CandidateGone as error:
        stream.append(b'{"gone":' + _quote(str(error)).encode("ascii") + b"}")
        return
    if candidate.load_error is not None:
        stream.append(json.dumps({"loadError": candidate.load_error}).encode("ascii"))
        return
    stream.append(b'{"loaded":true}')
    for index, text in enumerate(tests):
        outcome = _run_test(candidate, text, entry_point)
        stream.append(('{"index":%d,' % index + outcome + "}").encode("ascii"))
        if outcome.startswith('"gone"'):
            return

