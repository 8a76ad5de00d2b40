"""Where the other of two is meant: "the latter" and 前者.

Both sides say it as often, in order, and in a sentence or two: of a paragraph nobody knows. Where
the clauses have changed places so have the words, and where the two that are meant stand in
another order, the other word is right.
"""

import re
from collections.abc import Iterator

from zhen_align.lint.dictionary import in_common
from zhen_align.lint.opposites.clauses import in_clause
from zhen_align.lint.opposites.said import Reversed, Said, reversed_at

_EN = re.compile(r"\bthe\s+(?P<one>former|latter)\b", re.IGNORECASE)
_ZH = re.compile("(?P<one>[前后])(?:[两二]?者|一[种个类项])")
_SENTENCES = 2
_NAMES = re.compile(r"(?<![A-Za-z])[A-Z][\w-]*\w")
_CUT_EN = re.compile(r"[,;:.]\s|\s(?:and|while|but|whereas)\s")
_CUT_ZH = re.compile("[，；：。]")


def other_of_two(zh: Said, en: Said) -> Iterator[Reversed]:
    """Yield the words of a bead that mean the other one of two."""
    may = ("前" in zh.text or "后" in zh.text) and zh.text.count("。") <= _SENTENCES
    mine = list(_ZH.finditer(zh.text)) if may else []
    theirs = list(_EN.finditer(en.text)) if mine else []
    if not mine or len(mine) != len(theirs) or len(mine) > 2 or _names_turned(zh.text, en.text):
        return
    pairs = list(zip(mine, theirs, strict=True))
    turned = [pair for pair in pairs if (pair[0]["one"] == "前") != (pair[1]["one"][0] in "fF")]
    if not turned or (len(turned) == 2 and not _in_order(zh.text, mine, en.text, theirs)):
        return
    one, other = turned[0]
    yield reversed_at(zh, en, one.span(), other.span())


def _names_turned(zh: str, en: str) -> bool:
    """Whether names that both sides have in Latin letters stand in another order."""
    names = [name for name in dict.fromkeys(_NAMES.findall(en)) if name in zh]
    places = [zh.index(name) for name in names]
    return places != sorted(places)


def _in_order(zh: str, mine: list[re.Match[str]], en: str, theirs: list[re.Match[str]]) -> bool:
    """Whether the clauses of two words stand in the order of the other side."""
    one, two = (" ".join(in_clause(_CUT_ZH, zh, *word.span())) for word in mine)
    en_one, en_two = (" ".join(in_clause(_CUT_EN, en, *word.span())) for word in theirs)
    along = in_common(one, en_one) + in_common(two, en_two)
    return along > in_common(one, en_two) + in_common(two, en_one)
