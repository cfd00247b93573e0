"""
Values as data: Python objects to JSON and back, by exact type and without calling any code of a program.

JSON: null, true, false, strings, integers below 2**53 and lists stand for themselves. Everything else is an object with one key: i integer
(text), f float (text), c complex, t tuple, s set, z frozenset, d dict (pairs; Counter, defaultdict and OrderedDict, too), b bytes (hex), y bytearray (hex), r range, n iterator (its
items), e Ellipsis, x an object that is not data (its type's name). lib/runner/values.ts is the other side.
"""

import builtins

# The program may have changed the real ones.
__builtins__ = dict(vars(builtins))

import _json
import collections
import json
import types

_quote = _json.encode_basestring_ascii
_MOST_DEPTH = 100
# Each item counts for more than its text: what compares the values holds them as objects.
_MOST_CHARACTERS = 20 * 2**20
_MOST_ITEMS = 100_000
_SAFE_INTEGER = 2**53
# As hexadecimal digits, which take no longer than the bits; lib/judge/data-value.ts has the same limit.
_MOST_BITS = 8 * 2**20
# Equal to a dict of the same entries, and of exactly these types: nothing of a program's own is called.
_DICTS = frozenset((dict, collections.Counter, collections.OrderedDict, collections.defaultdict))
_ITERATORS = frozenset(
    type(sample)
    for sample in (
        *(iter([]), iter(()), iter({}), iter(set()), iter(""), iter(b""), iter(range(0)), reversed([]), map(int, []), filter(None, [])),
        *(zip(), enumerate([]), iter({}.items()), iter({}.values()), {}.keys(), {}.values(), {}.items()),
    )
) | {types.GeneratorType}


class NotData(Exception):
    """A value that has no form as data."""


class Opaque:
    """Stands for an object that is not data: equal to nothing, itself included."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        """`name`: of the object's type."""
        self.name = name

    def __eq__(self, other: object) -> bool:
        return False

    __hash__ = None  # type: ignore[assignment]

    def __bool__(self) -> bool:
        raise NotData(self.name)

    def __repr__(self) -> str:
        return f"<{self.name} object>"


def _type_name(value: object) -> str:
    name = type.__dict__["__name__"].__get__(type(value))
    return name if type(name) is str else "object"


class _Encoder:
    """Encodes one value; counts what it takes, so that a small value that is shared often does not become a large text."""

    __slots__ = ("left", "strict")

    def __init__(self, strict: bool) -> None:
        self.left = _MOST_CHARACTERS
        self.strict = strict

    def encode(self, value: object, depth: int) -> str:
        kind = type(value)
        if kind is list:
            return self._sequence(value, depth)
        text = self._scalar(value, kind) or self._container(value, kind, depth)
        if text is None:
            if self.strict:
                raise NotData(_type_name(value))
            text = '{"x":' + _quote(_type_name(value)) + "}"
        self._take(len(text) if kind in _SCALARS else 8)
        return text

    def _take(self, characters: int) -> None:
        self.left -= characters
        if self.left < 0:
            raise NotData("a value that is too large")

    def _sequence(self, items: object, depth: int) -> str:
        if depth == 0:
            raise NotData("a value that is nested too deeply")
        self._take(2)
        plain = self._plain_integers(items)
        if plain is not None:
            return plain
        return "[" + ",".join([self.encode(item, depth - 1) for item in items]) + "]"

    def _plain_integers(self, items: object) -> str | None:
        """A long list of small integers, as Python writes it, which is a hundred times as fast; None for anything else."""
        if type(items) is not list or len(items) < 64 or set(map(type, items)) != {int}:
            return None
        if min(items) <= -_SAFE_INTEGER or max(items) >= _SAFE_INTEGER:
            return None
        text = list.__repr__(items)
        self._take(len(text) + 8 * len(items))
        return text

    @staticmethod
    def _scalar(value: object, kind: type) -> str | None:
        if value is None or value is True or value is False:
            return "null" if value is None else "true" if value else "false"
        if kind is str:
            return _quote(value)
        if kind is int:
            if -_SAFE_INTEGER < value < _SAFE_INTEGER:
                return int.__repr__(value)
            if int.bit_length(value) > _MOST_BITS:
                raise NotData("an integer that is too large")
            return '{"i":"' + hex(value) + '"}'
        if kind is float:
            return '{"f":"' + float.__repr__(value) + '"}'
        if kind is complex:
            return '{"c":["' + float.__repr__(value.real) + '","' + float.__repr__(value.imag) + '"]}'
        if kind is bytes or kind is bytearray:
            return ('{"b":"' if kind is bytes else '{"y":"') + value.hex() + '"}'
        return '{"e":0}' if value is ... else None

    def _container(self, value: object, kind: type, depth: int) -> str | None:
        if kind is tuple:
            return '{"t":' + self._sequence(value, depth) + "}"
        if kind in _DICTS:
            pairs = [item for pair in dict.items(value) for item in pair]
            return '{"d":' + self._sequence(pairs, depth) + "}"
        if kind is set or kind is frozenset:
            return ('{"s":' if kind is set else '{"z":') + self._sequence(value, depth) + "}"
        if kind is range:
            return '{"r":' + self._sequence([value.start, value.stop, value.step], depth) + "}"
        if kind in _ITERATORS:
            items = []
            for item in value:
                items.append(item)
                if len(items) > _MOST_ITEMS:
                    raise NotData("an iterator that is too long")
            return '{"n":' + self._sequence(items, depth) + "}"
        return None


_SCALARS = frozenset((type(None), bool, str, int, float, complex, bytes, bytearray))


def encode(value: object) -> str:
    """A value as JSON; what is not data inside it becomes an `x`. Raises NotData when it is too large or too deep."""
    return _Encoder(False).encode(value, _MOST_DEPTH)


def encode_strictly(value: object) -> str:
    """A value as JSON. Raises NotData when anything in it is not data."""
    return _Encoder(True).encode(value, _MOST_DEPTH)


def _decode(value: object) -> object:
    if type(value) is list:
        return [_decode(item) for item in value]
    if type(value) is not dict:
        if value is None or type(value) in (bool, int, str):
            return value
        raise ValueError("not a value")
    ((tag, content),) = value.items()
    return _DECODERS[tag](content)


def _decode_pairs(items: list) -> dict:
    decoded = [_decode(item) for item in items]
    return dict(zip(decoded[::2], decoded[1::2], strict=True))


_DECODERS = {
    "i": lambda text: int(text, 16),
    "f": lambda text: float(text),
    "c": lambda parts: complex(float(parts[0]), float(parts[1])),
    "t": lambda items: tuple(_decode(items)),
    "s": lambda items: set(_decode(items)),
    "z": lambda items: frozenset(_decode(items)),
    "d": _decode_pairs,
    "b": bytes.fromhex,
    "y": bytearray.fromhex,
    "r": lambda items: range(*_decode(items)),
    "n": lambda items: iter(_decode(items)),
    "e": lambda _: ...,
    "x": lambda name: Opaque(str(name)),
}


def decode(text: str) -> object:
    """A value from JSON that may be hostile. Raises ValueError, TypeError, KeyError or RecursionError when it is none."""
    return _decode(json.loads(text))
