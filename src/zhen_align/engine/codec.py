"""Frozen dataclasses to plain JSON values and back, checked on the way in.

A dataclass becomes the list of its fields in order, an enum its value, a tuple a list.
Nothing is trusted when reading: what does not fit the declared types raises ValueError.
Never pickle: that would run what a stranger's cache says.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
Encoder = Callable[[Any], Any]
Decoder = Callable[[Any], Any]
_PLAIN = frozenset((str, int, float, bool, type(None)))


def encode(value: Any) -> Any:
    """Return `value` as lists, strings, numbers, booleans and None.

    >>> from zhen_align.types import Span
    >>> encode((Span(2, 5), "注意力"))
    [[2, 5], '注意力']
    """
    kind: Any = type(value)
    return _encoder(kind)(value)


def decode(kind: type[T], data: Any) -> T:
    """Return the `kind` that `data` was made from; raise ValueError where it does not fit.

    >>> from zhen_align.types import Span
    >>> decode(Span, [2, 5])
    Span(start=2, end=5)
    """
    wanted: Any = kind
    value: T = _decoder(wanted)(data)
    return value


def decoded(kind: type[T], data: Any) -> T | None:
    """Return what `decode` does of what a cache gave; None where it has nothing, or it is damaged.

    >>> decoded(int, 3), decoded(int, "three"), decoded(int, None)
    (3, None, None)
    """
    try:
        return None if data is None else decode(kind, data)
    except ValueError:
        return None


@cache
def _encoder(kind: Any) -> Encoder:
    """Return the function that writes one `kind`."""
    if issubclass(kind, Enum):
        return attrgetter("value")
    if issubclass(kind, tuple):
        return _list
    if is_dataclass(kind):
        names = [each.name for each in fields(kind)]
        if len(names) == 1:
            return lambda value: _list((getattr(value, names[0]),))
        every = attrgetter(*names)
        return lambda value: _list(every(value))
    return lambda value: value


def _list(values: Sequence[Any]) -> list[Any]:
    return [one if type(one) in _PLAIN else encode(one) for one in values]


@cache
def _decoder(kind: Any) -> Decoder:
    """Return the function that reads one `kind`."""
    if get_origin(kind) is tuple:
        of = get_args(kind)[0]
        return _plain_row(of) if of in (str, int) else _row(_decoder(of))
    if get_origin(kind) is UnionType:
        return _maybe(_decoder(get_args(kind)[0]))
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return _record(kind, [_decoder(hints[each.name]) for each in fields(kind)])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _plain(kind)


def _row(read: Decoder) -> Decoder:
    """Return the reader of tuple[X, ...]."""

    def decoder(data: Any) -> Any:
        if not isinstance(data, list):
            raise ValueError("no list")
        return tuple([read(item) for item in data])

    return decoder


def _plain_row(kind: type) -> Decoder:
    """Return the reader of many strings or numbers, which are looked at together."""
    only = frozenset((kind,))

    def decoder(data: Any) -> Any:
        if not isinstance(data, list) or not only.issuperset(map(type, data)):
            raise ValueError(f"no list of {kind.__name__}")
        return tuple(data)

    return decoder


def _maybe(read: Decoder) -> Decoder:
    """Return the reader of X | None."""

    def decoder(data: Any) -> Any:
        return None if data is None else read(data)

    return decoder


def _record(kind: type, readers: list[Decoder]) -> Decoder:
    """Return the reader of a dataclass."""

    def decoder(data: Any) -> Any:
        if not isinstance(data, list) or len(data) != len(readers):
            raise ValueError(f"no {kind.__name__}")
        return kind(*[read(item) for read, item in zip(readers, data, strict=True)])

    return decoder


def _plain(kind: type) -> Decoder:
    """Return the reader of a string, number or boolean."""

    def decoder(data: Any) -> Any:
        if type(data) is kind:
            return data
        if kind is float and type(data) is int:
            return float(data)
        raise ValueError(f"no {kind.__name__}")

    return decoder
