"""Whether a number has a minus sign: −0.5, -20 °C, 零下 20 度, minus five, 5 degrees below zero.

A hyphen is a minus only where nothing else can be meant: not between numbers (a range), not in
a name (GPT-4), an exponent (m −2) or a list. Not here: what a number is worth (quantities.py).
"""

import re
from enum import IntEnum

from zhen_align.text.scripts import HAN
from zhen_align.types import Span


class Sign(IntEnum):
    """What stands before a number; MAYBE is a mark that could be something else."""

    NONE = 0
    MAYBE = 1
    MINUS = 2


_DASHES = "-\u2212\u2012\u2013\uff0d\ufe63"
_BEFORE = re.compile(rf"(?P<mark>[{_DASHES}])\s?[$¥€£]?\s?$")
_WORD = re.compile(r"(?:零下|负|負|(?<![A-Za-z])(?i:minus|negative))\s?$")
_AFTER = re.compile(
    r"[^.,;:，。；：]{0,4}?\s?(?:°\s?[CF]|℃|℉|degrees?(?:\s(?:Celsius|Fahrenheit|centigrade))?|[CF]\b)\s"
    r"below(?:\szero|\sfreezing)?(?![A-Za-z])",
    re.IGNORECASE,
)
_EITHER = re.compile(r"(?:±|\+/-|\+-|\\pm|正负|正負|plus or minus)\s?$")
_TOKEN = re.compile(r"(\S+)[ \t]?$")
# what a number may follow, with a sign, at a distance of one blank
_VERB_TEXT = "is of to at by in as or on if be was were are and from than about nearly"
_VERB = frozenset(_VERB_TEXT.split())
_OPEN = "([{（【<>=≤≥≈~～,，、;；:：/|\"'“‘$"
_FORMULA = re.compile(rf"[$\\({{\s]*(?P<mark>[{_DASHES}])?")


def sign(text: str, span: Span) -> Sign:
    """Return the sign of the number that stands at `span`.

    >>> [sign(said, Span(len(said) - 1, len(said))) for said in ("at -5", "GPT-4", "3-5", "−7")]
    [<Sign.MINUS: 2>, <Sign.NONE: 0>, <Sign.NONE: 0>, <Sign.MINUS: 2>]
    """
    near = text[max(0, span.start - 24) : span.start]
    if text[span.start : span.start + 1] in ("$", "\\"):
        inner = _FORMULA.match(text, span.start, span.end)
        return Sign.MINUS if inner and inner["mark"] else Sign.NONE
    if _EITHER.search(near):
        return Sign.MAYBE
    if word := _WORD.search(near):
        return Sign.NONE if near[: word.start()].rstrip()[-1:].isdigit() else Sign.MINUS
    if _AFTER.match(text, span.end):
        return Sign.MINUS
    found = _BEFORE.search(near)
    return _marked(near[: found.start()], found["mark"]) if found else Sign.NONE


def _marked(before: str, mark: str) -> Sign:
    """Return what a dash is, by what stands before it."""
    last = before[-1:]
    if not last or last in "\r\n":
        return Sign.MINUS if mark == "\u2212" else Sign.MAYBE
    if last in _OPEN:
        return Sign.MINUS
    if re.match(f"[{HAN}]", last):
        return Sign.MINUS if mark == "\u2212" else Sign.MAYBE
    if not last.isspace():
        return Sign.NONE
    token = _TOKEN.search(before)
    word = token[1] if token else ""
    if not word or word[-1] in _OPEN or word[-1] in ".。!！?？":
        return Sign.MINUS
    if any(ch.isdigit() or ch in "%°℃‰)]" for ch in word):
        return Sign.NONE
    if word.isascii() and (len(word) < 3 or word[0].isupper()) and word.lower() not in _VERB:
        return Sign.MAYBE
    return Sign.MINUS
