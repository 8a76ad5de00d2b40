"""Plant conflicts of a power of ten into one of two accounts, by a plain expression."""

import random
import re
from dataclasses import replace

from accounts import Account

_NUMBER = re.compile(r"(?<![\w./:\[{(#$\\^@-])\d{2,}(?:\.\d+)?(?![\w./:\]}\\^-])", re.ASCII)
_HIDDEN = re.compile(r"`[^`]*`|\$[^$]*\$|\]\([^)]*\)|https?://\S+|<[^>]*>|\{[^}]*\}")


def planted(account: Account, chance: random.Random) -> tuple[Account, str] | None:
    """Return the account with one number of its Chinese text ten or a hundred times as large.

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
    new = _resized(found[0], chance)
    text = account.zh[: found.start()] + new + account.zh[found.end() :]
    return replace(account, zh=text), new


def _resized(written: str, chance: random.Random) -> str:
    whole, _, part = written.partition(".")
    if part:
        return f"{whole}{part[0]}.{part[1:]}" if len(part) > 1 else f"{whole}{part}"
    return whole + "0" * chance.choice((1, 1, 2))
