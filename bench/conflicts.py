"""Plant conflicts into one of two accounts, by plain expressions: a number in another size,
or another number.
"""

import random
import re
from dataclasses import replace
from enum import StrEnum

from accounts import Account

_NUMBER = re.compile(r"(?<![\w./:\[{(#$\\^@-])\d{2,}(?:\.\d+)?(?![\w./:\]}\\^-])", re.ASCII)
_HIDDEN = re.compile(r"`[^`]*`|\$[^$]*\$|\]\([^)]*\)|https?://\S+|<[^>]*>|\{[^}]*\}")
_SENTENCE = re.compile(r"[^。]+。")


class Harm(StrEnum):
    """What is done to a number of the Chinese account."""

    SIZE = "sizes"
    VALUE = "values"


def freely(zh: str, en: str, chance: random.Random) -> Account:
    """Return an account of an abstract: its sentences in another order, one left out, no heads."""
    body = max(zh.split("\n"), key=len)
    kept = _SENTENCE.findall(body)
    chance.shuffle(kept)
    return Account("".join(kept[1:]), max(en.split("\n"), key=len))


def planted(account: Account, chance: random.Random, harm: Harm) -> tuple[Account, str] | None:
    """Return the account with one number of its Chinese text in another size, or another.

    The number must stand in the English text too; None where there is no such number. What
    is returned beside is the number as it now stands.
    """
    hidden = [range(*m.span()) for m in _HIDDEN.finditer(account.zh)]
    english = _HIDDEN.sub(" ", account.en)
    usable = [
        m
        for m in _NUMBER.finditer(account.zh)
        if not any(m.start() in span for span in hidden)
        and re.search(rf"(?<![\d.]){re.escape(m[0])}(?![\d.])", english)
        and not 1900 <= float(m[0]) <= 2100
    ]
    if not usable:
        return None
    found = chance.choice(usable)
    new = (_resized if harm is Harm.SIZE else _changed)(found[0], chance)
    text = account.zh[: found.start()] + new + account.zh[found.end() :]
    return replace(account, zh=text), new


def _resized(written: str, chance: random.Random) -> str:
    whole, _, part = written.partition(".")
    if part:
        return f"{whole}{part[0]}.{part[1:]}" if len(part) > 1 else f"{whole}{part}"
    return whole + "0" * chance.choice((1, 1, 2))


def _changed(written: str, chance: random.Random) -> str:
    """Return a number of the same form: two digits exchanged, or one made another."""
    places = [n for n, ch in enumerate(written) if ch.isdigit()]
    if len({written[n] for n in places[:2]}) == 2 and written[places[1]] != "0":
        one, two = places[:2]
        if chance.random() < 0.5:
            return (
                written[:one]
                + written[two]
                + written[one + 1 : two]
                + written[one]
                + (written[two + 1 :])
            )
    at = chance.choice(places[1:])
    return (
        written[:at]
        + chance.choice([d for d in "123456789" if d != written[at]])
        + (written[at + 1 :])
    )
