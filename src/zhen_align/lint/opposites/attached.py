"""Where opposite words stand right beside the same word: "leakage rises", 泄漏反而减弱.

What else a long sentence says excuses nothing there: by the dictionary both stand beside one word
that each side says once, and no other word of either pole is near. So are single characters told,
which are too common to be asked alone: "much data", 数据少. Not here: whole sentences and clauses.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from zhen_align.lint.dictionary import meanings, stem_numbers, words_around
from zhen_align.lint.opposites.burdens import run_against_each_other
from zhen_align.lint.opposites.compared import turned_round
from zhen_align.lint.opposites.poles import Words, all_en, all_zh, english, poles_of_words, sure_en
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
_SMALL = re.compile(
    "(?:the|an?|its|their|this|that|his|her|our|is|are|was|were|be|been|has|have)", re.IGNORECASE
)


class _Two(NamedTuple):
    """A Chinese and an English word of opposite poles, and what else says either pole."""

    zh: tuple[int, int]
    en: tuple[int, int]
    other_zh: re.Pattern[str]
    own_en: Words | re.Pattern[str]
    near: int


def attached(zh: Said, en: Said, stand: Standing) -> Iterator[Reversed]:
    """Yield the first two opposites of a bead that stand beside one and the same word."""
    for two in (*_long(en, stand), *_short(zh, en)):
        if zh.text[: two.zh[0]].endswith(_RELATIONS):
            continue
        mine = _around_zh(zh.text, two)
        if two.other_zh.search(_without(zh.text, _nearer(mine, two), two.zh)):
            continue
        if negated_zh(zh.text, two.zh[0]) or negated_en(en.text, two.en):
            continue
        theirs = _around_en(en.text, two)
        word = _one_word(zh.text, mine, en.text, theirs, two)
        # "degradation" is no fall in "degradation increases"
        if word is None or _has(two.own_en, _without(en.text, theirs, two.en).replace(word, "")):
            continue
        places = (zh.text, two.zh, en.text, two.en)
        if not (turned_round(*places) or run_against_each_other(*places)):
            yield reversed_at(zh, en, two.zh, two.en)
            return


def _long(en: Said, stand: Standing) -> Iterator[_Two]:
    """Yield the certain words of opposite poles, where a sentence has them."""
    asked = {pole.axis for word in _CHANGES for pole in poles_of_words()[word]}
    for pole, here in stand.items():
        words = [match for match in here if len(match[0]) > 1]
        for other in pole.others if words and pole.axis in asked else ():
            for there in sure_en(other).find(en.text):
                # "more" and "less" may be of the next adjective only
                for match in words if there[0].lower() not in ("more", "less") else ():
                    yield _Two(match.span(), there.span(), all_zh(other), all_en(pole), _NEAR)


@cache
def _pairs() -> tuple[
    tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...
]:
    found = []
    for line in _SHORT.strip("\n").splitlines():
        poles = [side.split(" ", 1) for side in line.split(" = ")]
        for (own, own_en), (other, other_en) in (poles, poles[::-1]):
            found.append(
                (
                    re.compile(own),
                    english(other_en),
                    re.compile(other),
                    english(f"{own_en} less more"),
                )
            )
    return tuple(found)


def _short(zh: Said, en: Said) -> Iterator[_Two]:
    """Yield the single characters and the words that say the opposite."""
    for own, other_en, other, own_en in _pairs():
        there = other_en.search(en.text) if own.search(zh.text) else None
        if there:
            for match in own.finditer(zh.text):
                # that of 长度 says nothing of the kind
                if words_around(
                    zh.text[max(0, match.start() - 4) : match.end() + 4], min(4, match.start())
                ):
                    continue
                yield _Two(match.span(), there.span(), other, own_en, 1)


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
    before = max((cut.end() for cut in _EN_CUT.finditer(text, 0, start)), default=0)
    after = _EN_CUT.search(text, end)
    return Span(before, after.start() if after else len(text))


def _has(words: Words | re.Pattern[str], text: str) -> bool:
    found = words.find(text) if isinstance(words, Words) else words.search(text)
    return bool(found)


def _without(text: str, around: Span, at: tuple[int, int]) -> str:
    return f"{text[around.start : at[0]]}～{text[at[1] : around.end]}"


def _one_word(zh: str, mine: Span, en: str, theirs: Span, two: _Two) -> str | None:
    """Return the English word that stands beside both, and that both sides say as often.

    One that is said twice counts only where no English word says the pole of the Chinese.
    """
    every = [word.lower() for word in _WORD.findall(en)]
    numbers = stem_numbers(every)
    beside = _beside(en, theirs, two.en)
    part = zh[mine.start : mine.end]
    for start, size, stems in meanings(part) if beside else ():
        gap = max(mine.start + start - two.zh[1], two.zh[0] - mine.start - start - size)
        if size == 1 or not 0 <= gap <= two.near:
            continue
        times = zh.count(part[start : start + size])
        for word in beside:
            number = numbers[every.index(word.lower())]
            is_said = number in stems and numbers.count(number) == times
            if is_said and (times == 1 or not _has(two.own_en, en)):
                return word
    return None


def _beside(en: str, around: Span, at: tuple[int, int]) -> list[str]:
    """Return the English words next to one in its clause."""
    before, after = (
        [word for word in _WORD.findall(part) if not _SMALL.fullmatch(word)]
        for part in (en[around.start : at[0]], en[at[1] : around.end])
    )
    return [*before[-1:], *after[:_WORDS]]
