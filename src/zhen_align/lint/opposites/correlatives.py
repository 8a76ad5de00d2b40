"""Where one thing grows with another in one language and falls with it in the other.

"The smaller …, the stronger …" and 越大…越强 are turned round in one half, as are "falls as …
rises" and 随…上升而上升. Both halves are held against their own, and one of them alone may differ:
a relation that is turned round in both is the same. A word counts where the other side has a word
of the same scale (large and small, early and late), and each side has but one relation. What
becomes "more and more" something is asked, too. Not here: single words (`reversed`).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from zhen_align.lint.opposites.burdens import are_of_opposites
from zhen_align.lint.opposites.said import Reversed, Said, reversed_at

# of each scale the words of its upper end and those of its lower one: English, Chinese
_SCALES = (
    (
        r"larger|greater|higher|bigger|more|longer|deeper|wider|thicker|stronger|heavier|taller"
        r"|broader|denser|older",
        r"smaller|lower|fewer|less|shorter|shallower|narrower|thinner|weaker|lighter|sparser|younger",
        "[大高多长深宽厚强重密老]|频繁|明显|显著",
        "[小低少短浅窄薄弱轻稀疏]|年轻",
    ),
    ("faster|quicker", "slower", "快", "慢"),
    ("earlier|sooner", "later", "早", "[晚迟]"),
    ("better", "worse", "[好优佳]", "[差坏糟劣]"),
    ("hotter|warmer", "colder|cooler", "[热暖]", "[冷凉]"),
    ("easier|simpler", "harder", "容易|[易简]", "[难繁]|复杂"),
    ("closer|nearer", r"f[au]rther", "近", "远"),
)
_GROWS = (
    r"increas(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|grow(?:s|n|ing)?|grew|climb(?:s|ed|ing)?|widen(?:s|ed"
    r"|ing)?|strengthen(?:s|ed|ing)?|lengthen(?:s|ed|ing)?"
)
_FALLS = (
    r"decreas(?:e|es|ed|ing)|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|shrinks?|shrank"
    r"|shrinking|diminish(?:es|ed|ing)?|narrow(?:s|ed|ing)|weaken(?:s|ed|ing)?|shorten(?:s|ed|ing)?"
)
_GROWS_ZH = "增[大加长多强高]|升高|上升|提[高升]|[变加][大高长多强深宽厚]|扩大|延长|递增"
_FALLS_ZH = "减[小少弱低]|降低|下降|缩[小短]|变[小低短少弱浅窄薄]|衰减|递减"
_NEGATION = re.compile(r"[不未无没非]|\b(?:no|not|never|without)\b|n['’]t\b", re.IGNORECASE)


class _End(NamedTuple):
    """One end of a scale, and where a text says so."""

    scale: int
    is_upper: bool
    at: tuple[int, int]


class _Relation(NamedTuple):
    """What changes with what: the condition and what follows from it."""

    condition: _End
    result: _End


def correlatives(zh: Said, en: Said) -> Iterator[Reversed]:
    """Yield the relation of a bead that is turned round in one of its halves."""
    if not any(sign in zh.text for sign in "越愈随"):
        return
    mine = _relation_zh(zh.text)
    theirs = _relation_en(en.text) if mine else None
    if mine is None or theirs is None:
        yield from _growing(zh, en)
        return
    if _NEGATION.search(zh.text) or _NEGATION.search(en.text):
        return
    pairs = list(zip(mine, theirs, strict=True))
    if any(one.scale != other.scale for one, other in pairs):
        return
    turned = [(one.at, other.at) for one, other in pairs if one.is_upper != other.is_upper]
    if len(turned) == 1 and not are_of_opposites(zh.text, en.text):
        yield reversed_at(zh, en, *turned[0])


def _growing(zh: Said, en: Said) -> Iterator[Reversed]:
    """Yield what is said to become more and more, and less and less on the other side."""
    if not re.search("越来越|愈来愈", zh.text):
        return
    mine = [_end_zh(zh.text, m.end()) for m in re.finditer("越来越|愈来愈", zh.text)]
    theirs = [_end_en(m["one"], m.span()) for m in _more_and_more().finditer(en.text)]
    if len(mine) != 1 or len(theirs) != 1 or mine[0] is None or theirs[0] is None:
        return
    one, other = mine[0], theirs[0]
    is_turned = one.scale == other.scale and one.is_upper != other.is_upper
    if is_turned and not are_of_opposites(zh.text, en.text):
        yield reversed_at(zh, en, one.at, other.at)


def _relation_zh(text: str) -> _Relation | None:
    """Return the one relation of a Chinese text; of several nobody knows which is meant."""
    than = list(re.finditer("(?<![超穿跨优卓逾])[越愈](?!来[越愈]|[野过南])", text))
    if than:
        ends = [_end_zh(text, each.end()) for each in than]
        if len(ends) != 2 or ends[0] is None or ends[1] is None or "来越" in text:
            return None
        return _Relation(ends[0], ends[1])
    found = list(_with_zh().finditer(text))
    if len(found) != 1 or len(_change_zh().findall(text)) != 2:
        return None
    condition, result = (
        _End(0, _is(_GROWS_ZH, found[0][name]), found[0].span(name)) for name in ("two", "one")
    )
    return _Relation(condition, result)


def _relation_en(text: str) -> _Relation | None:
    """Return the one relation of an English text."""
    the = [
        (_end_en(each["one"], each.span("one")), each.end()) for each in _the_more().finditer(text)
    ]
    if len(the) == 2 and the[0][0] and the[1][0]:
        return _Relation(the[0][0], the[1][0])
    if the:
        return None
    found = [match for pattern in _with_en() for match in pattern.finditer(text)]
    if len(found) != 1 or len(_change_en().findall(text)) > 2:
        return None
    match = found[0]
    result = _End(0, _is_more(match["one"]), match.span("one"))
    if not match["two"]:  # it grows with the distance
        return _Relation(_End(0, is_upper=True, at=match.span()), result)
    return _Relation(_End(0, _is_more(match["two"]), match.span("two")), result)


def _end_zh(text: str, at: int) -> _End | None:
    """Return the end of a scale that stands at a place, behind a verb or two: 加得越多."""
    for number, (_, _, upper, lower) in enumerate(_SCALES):
        for is_upper, words in ((True, upper), (False, lower)):
            if found := re.compile(f"(?:{words})").match(text, at):
                return _End(number, is_upper, found.span())
    return None


def _end_en(word: str, at: tuple[int, int]) -> _End | None:
    plain = {"easy": "easier", "difficult": "harder", "hard": "harder", "rare": "fewer"}
    small = plain.get(word.lower(), word.lower())
    for number, (upper, lower, _, _) in enumerate(_SCALES):
        for is_upper, words in ((True, upper), (False, lower)):
            if re.fullmatch(words, small):
                return _End(number, is_upper, at)
    return None


def _is(words: str, found: str) -> bool:
    return re.fullmatch(words, found) is not None


def _is_more(found: str) -> bool:
    return _is(f"{_GROWS}|{_SCALES[0][0]}", found.lower())


@cache
def _the_more() -> re.Pattern[str]:
    words = "|".join(end for scale in _SCALES for end in scale[:2])
    return re.compile(rf"\bthe\s+(?P<one>{words})\b", re.IGNORECASE)


@cache
def _more_and_more() -> re.Pattern[str]:
    words = "|".join(end for scale in _SCALES for end in scale[:2])
    return re.compile(
        rf"\b(?:(?P<two>{words})\s+and\s+(?=(?P=two)\b)|increasingly\s+)"
        rf"(?P<one>{words}|easy|difficult|hard|rare)\b",
        re.IGNORECASE,
    )


@cache
def _change_zh() -> re.Pattern[str]:
    return re.compile(f"{_GROWS_ZH}|{_FALLS_ZH}")


@cache
def _with_zh() -> re.Pattern[str]:
    change = f"{_GROWS_ZH}|{_FALLS_ZH}"
    return re.compile(
        f"随着?[^，。；]{{1,25}}?(?P<two>{change})(?:而|，[^，。；]{{1,25}}?|[^，。；]{{0,6}}?)(?P<one>{change})"
    )


@cache
def _change_en() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_GROWS}|{_FALLS}|{_SCALES[0][0]}|{_SCALES[0][1]})\b", re.IGNORECASE)


@cache
def _with_en() -> tuple[re.Pattern[str], ...]:
    verb = f"{_GROWS}|{_FALLS}"
    more = f"{verb}|{_SCALES[0][0]}|{_SCALES[0][1]}"
    return tuple(
        re.compile(expression, re.IGNORECASE)
        for expression in (
            rf"\b(?:as|when)\s+[^,.;]{{0,60}}?\b(?P<two>{more})\b[^,.;]{{0,40}},[^.;,]{{0,80}}?\b(?P<one>{verb})\b",
            rf"\b(?P<one>{verb})\b[^,.;]{{0,50}}?\s(?:as|when)\s+[^,.;]{{0,60}}?\b(?P<two>{more})\b",
            rf"\b(?P<one>{verb})(?:\s+\w+ly)?\s+with\s+(?:(?:an?|the)\s+)?(?:(?P<two>{more})\b)?",
        )
    )
