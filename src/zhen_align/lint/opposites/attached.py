"""Where opposite words stand right beside the same word: "leakage rises", 泄漏反而减弱.

What else a long sentence says excuses nothing there: by the dictionary both stand beside one word
that each side says once, and no other word of either pole is near. So are single characters told,
which are too common to be asked alone: "much data", 数据少. Not here: whole sentences and clauses.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from zhen_align.lint.dictionary import meanings, stem_numbers
from zhen_align.lint.opposites.burdens import run_against_each_other
from zhen_align.lint.opposites.compared import turned_round
from zhen_align.lint.opposites.poles import Words, all_en, all_zh, poles_of_words, sure_en
from zhen_align.lint.opposites.reversed import Standing, negated_en, negated_zh
from zhen_align.lint.opposites.said import Reversed, Said, reversed_at
from zhen_align.types import Span

# characters that stand beside a word, and the axis of `qualities` and `traits` that they are of
_SHORT = """
多 much many plenty_of = 少 little few fewer scarce
高 high higher = 低 low lower
大 large larger big bigger great greater = 小 small smaller tiny
长 long longer = 短 short shorter
快 fast faster rapid = 慢 slow slower
强 strong stronger = 弱 weak weaker
"""
# a word of each axis that is asked: of terms (input, upstream) two may well stand beside one word
_CHANGES = ("增加", "更快", "改善", "扩大")
_RELATIONS = ("越", "愈")  # the later, the higher: 越早，越低
_EN_CUT = re.compile(
    r"[,;:.()]|\s(?:and|or|but|while|whereas|than|to|from|by|with|for|that|which|of|in|on)(?=\s)"
)
_ZH_CUT = re.compile(r"[，；：。、（）()\s]|(?<![反从因])而|[且并和与及但或使比对]")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_NEAR = 3  # characters between two Chinese words that belong together
_LONG = 6  # characters of a Chinese word
_WORDS = 2  # English words of which one belongs to the next
_FAR = 60  # characters on either side that may belong to a word
_SMALL = re.compile(
    "(?:the|an?|its|their|this|that|his|her|our|is|are|was|were|be|been|has|have)", re.IGNORECASE
)


class _Two(NamedTuple):
    """A Chinese and an English word of opposite poles, and what else says either pole."""

    zh: tuple[int, int]
    en: tuple[int, int]
    other_zh: re.Pattern[str]
    own_en: Words
    near: int


def attached(zh: Said, en: Said, stand: Standing) -> Iterator[Reversed]:
    """Yield the first two opposites of a bead that stand beside one and the same word."""
    for two in (*_long(en, stand), *_short(zh, en)):
        if zh.text[: two.zh[0]].endswith(_RELATIONS):
            continue
        mine = _around_zh(zh.text, two)
        if two.other_zh.search(_without(zh.text, _nearer(mine, two), two.zh)):
            continue
        theirs = _around_en(en.text, two)
        around = _without(en.text, theirs, two.en)
        # "degradation" is no fall in "degradation increases"
        beside = [
            word
            for word in _beside(en.text, theirs, two.en)
            if not two.own_en.find(around.replace(word, ""))
        ]
        if not beside:
            continue
        if negated_zh(zh.text, two.zh[0]) or negated_en(en.text, two.en):
            continue
        if not _one_word(zh.text, mine, en.text, beside, two):
            continue
        places = (zh.text, two.zh, en.text, two.en)
        if not (turned_round(*places) or run_against_each_other(*places)):
            yield reversed_at(zh, en, two.zh, two.en)
            return


def _long(en: Said, stand: Standing) -> Iterator[_Two]:
    """Yield the certain words of opposite poles, where a sentence has them."""
    for pole, here in stand.items():
        words = [match for match in here if len(match[0]) > 1]
        for other in pole.others if words and pole.axis in _asked() else ():
            for there in sure_en(other).find(en.text):
                # "more" and "less" may be of the next adjective only
                for match in words if there[0].lower() not in ("more", "less") else ():
                    yield _Two(match.span(), there.span(), all_zh(other), all_en(pole), _NEAR)


@cache
def _pairs() -> tuple[tuple[str, Words, re.Pattern[str], Words], ...]:
    found = []
    for line in _SHORT.strip("\n").splitlines():
        poles = [side.split(" ", 1) for side in line.split(" = ")]
        for (own, own_en), (other, other_en) in (poles, poles[::-1]):
            found.append((own, Words(other_en), re.compile(other), Words(f"{own_en} less more")))
    return tuple(found)


def _short(zh: Said, en: Said) -> Iterator[_Two]:
    """Yield the single characters and the words that say the opposite."""
    for own, other_en, other, own_en in _pairs():
        for there in other_en.find(en.text)[:1] if own in zh.text else ():
            for match in re.finditer(own, zh.text):
                yield _Two(match.span(), there.span(), other, own_en, 1)


@cache
def _asked() -> frozenset[int]:
    return frozenset(pole.axis for word in _CHANGES for pole in poles_of_words()[word])


def _around_zh(text: str, two: _Two) -> Span:
    """Return what belongs to a word in its clause."""
    start, end = two.zh
    reach = two.near + _LONG
    before = [cut.end() for cut in _ZH_CUT.finditer(text, max(0, start - reach), start)]
    after = _ZH_CUT.search(text, end, end + reach)
    return Span(
        before[-1] if before else max(0, start - reach),
        after.start() if after else min(len(text), end + reach),
    )


def _nearer(around: Span, two: _Two) -> Span:
    """Return where another word would be one of the same thing, of characters only those beside."""
    reach = _LONG + two.near if two.near > 1 else 2
    return Span(max(around.start, two.zh[0] - reach), min(around.end, two.zh[1] + reach))


def _around_en(text: str, two: _Two) -> Span:
    start, end = two.en
    first, last = max(0, start - _FAR), min(len(text), end + _FAR)
    before = max((cut.end() for cut in _EN_CUT.finditer(text, first, start)), default=first)
    after = _EN_CUT.search(text, end, last)
    return Span(before, after.start() if after else last)


def _without(text: str, around: Span, at: tuple[int, int]) -> str:
    return f"{text[around.start : at[0]]}～{text[at[1] : around.end]}"


def _one_word(zh: str, mine: Span, en: str, beside: list[str], two: _Two) -> bool:
    """Whether one of the English words stands beside both, and both sides say it as often.

    One that is said twice counts only where no English word says the pole of the Chinese.
    """
    every = [word.lower() for word in _WORD.findall(en)]
    numbers = stem_numbers(every)
    asked = [numbers[every.index(word.lower())] for word in beside]
    most = 1 if two.own_en.find(en) else 2
    asked = [number for number in asked if number >= 0 and numbers.count(number) <= most]
    part = zh[mine.start : mine.end]
    words = meanings(part) if asked else []
    at, end = (place - mine.start for place in two.zh)
    # 长 of 长度 says nothing of the kind
    if two.near == 1 and any(start <= at < start + size > start + 1 for start, size, _ in words):
        return False
    return any(
        number in stems and numbers.count(number) == zh.count(part[start : start + size])
        for start, size, stems in words
        if size > 1 and 0 <= max(start - end, at - start - size) <= two.near
        for number in asked
    )


def _beside(en: str, around: Span, at: tuple[int, int]) -> list[str]:
    """Return the English words next to one in its clause."""
    before, after = (
        [word for word in _WORD.findall(part) if not _SMALL.fullmatch(word)]
        for part in (en[around.start : at[0]], en[at[1] : around.end])
    )
    return [*before[-1:], *after[:_WORDS]]
