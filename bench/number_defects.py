"""Harm one number of a Chinese sentence, by plain expressions that know nothing of the parser.

Only a number that both sides write with the same figures is harmed, so that it surely is the
translation of its counterpart; code, formulas, addresses, names and list marks are left alone.
"""

import random
import re
from collections.abc import Iterator

KINDS = ("magnitude", "scale", "percent", "digit", "year")
_NUMBER = re.compile(r"(?<![\w./:\[{(#^-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w./:\]}-]|,\d)", re.ASCII)
_HIDDEN = re.compile(
    r"`[^`]*`|\$[^$]*\$|\]\([^)]*\)|https?://\S+|<[^>]*>|:\w+:`[^`]*`|\[[\d, -]+\]"
)
_LABEL = re.compile(
    r"(?:[图表式例第]|Fig\.|Figure|Table|Section|[A-Za-z])\s?$|^\W*$", re.IGNORECASE
)
_PERCENT = re.compile(r"\s?[%％]")
_SCALE = re.compile(r"\s?([万亿])(?![一-鿿]{0,1}[千百])")
_OTHER_SCALE = {"万": ("亿", "百万", "千"), "亿": ("万", "百万", "十亿")}
_YEAR = re.compile(r"(?:19|20)\d\d")


def harmed(zh: str, en: str, kind: str, rng: random.Random, most: int = 4) -> Iterator[str]:
    """Yield the Chinese with one number harmed, for up to `most` of its numbers."""
    hidden = [m.span() for m in _HIDDEN.finditer(zh)]
    plain = _HIDDEN.sub(" ", en)
    places = [
        m
        for m in _NUMBER.finditer(zh)
        if not any(a <= m.start() < b for a, b in hidden)
        and not _LABEL.search(zh[: m.start()])
        and (kind == "scale" or _said(m[0], plain))
    ]
    rng.shuffle(places)
    made = (_harm(m[0], zh[m.end() :], kind, rng) for m in places)
    found = [(m, rest) for m, rest in zip(places, made, strict=True) if rest is not None]
    for m, rest in found[:most]:
        yield zh[: m.start()] + rest


def _said(number: str, text: str) -> bool:
    return re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", text) is not None


def _harm(number: str, rest: str, kind: str, rng: random.Random) -> str | None:
    """Return a number with what follows it, one of them harmed; None where this kind cannot."""
    figures = sum(ch.isdigit() for ch in number)
    if kind == "scale":
        scale = _SCALE.match(rest)
        return number + rng.choice(_OTHER_SCALE[scale[1]]) + rest[scale.end() :] if scale else None
    if kind == "percent":
        sign = _PERCENT.match(rest)
        return number + rest[sign.end() :] if sign and figures > 1 else None
    if kind == "year":
        return (
            f"{int(number) + rng.choice((-10, -2, 3, 20))}{rest}"
            if _YEAR.fullmatch(number)
            else None
        )
    if _YEAR.fullmatch(number) or figures < 2:
        return None
    if kind == "magnitude":
        whole, point, part = number.partition(".")
        if point:
            moved = f"{whole}{part[0]}" + (f".{part[1:]}" if part[1:] else "")
            return moved.lstrip("0") + rest if moved.strip("0.") else None
        return (number + rng.choice(("0", "00")) if "," not in number else number[:-1]) + rest
    at = rng.choice([n for n, ch in enumerate(number) if ch.isdigit()])
    return (
        number[:at]
        + rng.choice([d for d in "123456789" if d != number[at]])
        + number[at + 1 :]
        + rest
    )
