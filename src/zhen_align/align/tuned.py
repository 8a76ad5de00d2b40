"""Weights as JSON that a person can read: what `zhen-align tune` writes and `weights` names.

Every weight has its name, so that a file of another version is refused and not misread.
"""

import json
from collections.abc import Mapping
from math import isfinite
from typing import Any

from zhen_align.align.weights import FEATURES, TYPES, Weights
from zhen_align.errors import ConfigError

_KINDS = tuple(f"{x}-{y}" for x, y in TYPES)
_SINGLE = ("alone", "zh_alone_size", "en_alone_size")
_TABLES = {"features": FEATURES, "priors": _KINDS, "rates": (*_KINDS, "0-1")}


def to_json(weights: Weights) -> str:
    """Return the weights by name, a line each."""
    whole: dict[str, Any] = {
        table: dict(zip(names, getattr(weights, table), strict=True))
        for table, names in _TABLES.items()
    }
    whole |= {name: getattr(weights, name) for name in _SINGLE}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def from_json(text: str, where: str = "") -> Weights:
    """Return the weights that `to_json` wrote.

    >>> from_json(to_json(Weights())) == Weights()
    True
    """
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _no_weights(f"is no JSON: {error}", where) from error
    wanted = {*_TABLES, *_SINGLE}
    if not isinstance(whole, dict) or set(whole) != wanted:
        raise _no_weights(f"does not hold {', '.join(sorted(wanted))} and nothing else", where)
    tables = {table: _row(whole[table], table, where) for table in _TABLES}
    if any(rate <= 0 for rate in tables["rates"]):
        raise _no_weights("'rates' must be above 0", where)
    single = {name: _number(whole[name], name, where) for name in _SINGLE}
    return Weights(**tables, **single)  # type: ignore[arg-type]  # checked name by name above


def _row(values: object, table: str, where: str) -> tuple[float, ...]:
    names = _TABLES[table]
    if not isinstance(values, Mapping) or set(values) != set(names):
        given = set(values) if isinstance(values, Mapping) else set()
        odd = sorted(given ^ set(names))
        raise _no_weights(f"'{table}' differs from this version's in {', '.join(odd)}", where)
    return tuple(_number(values[name], name, where) for name in names)


def _number(value: object, name: str, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise _no_weights(f"'{name}' is no number", where)
    return float(value)


def _no_weights(what: str, where: str) -> ConfigError:
    return ConfigError(what, where=where, fix="write it anew with zhen-align tune")
