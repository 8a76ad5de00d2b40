"""Where a sentence has a word of the opposite pole: faster and 慢.

A word speaks against a word of the opposite pole only when both are alone: the other language says
neither in any of the words that could stand for it, as often as it is said here. So "grows, then
falls" and 先增后减 excuse each other. Not here: the words of the poles (`poles`).
"""

import re
from collections.abc import Iterator, Sequence

from zhen_align.lint.opposites.burdens import run_against_each_other
from zhen_align.lint.opposites.clauses import pairs_of_clauses
from zhen_align.lint.opposites.compared import turned_round
from zhen_align.lint.opposites.poles import (
    FIRST_SET,
    Pole,
    all_en,
    all_zh,
    any_word,
    poles_of_words,
    says_any,
    sure_en,
)
from zhen_align.lint.opposites.said import Reversed, Said, reversed_at
from zhen_align.text.opaque import blanked
from zhen_align.types import Span

_NOT_BEFORE = re.compile(
    r"(?:\b(?:no|not|never|cannot|hardly|without|nor|neither|than|less|least|far from)|n['’]t)"
    r"(?:\W+\w+){0,2}\W+$",
    re.IGNORECASE,
)
_LATIN = re.compile("[A-Za-z]+")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_NOT_AFTER = re.compile(
    r"\W+(?:\w+\W+)?(?:no|not|nothing|none|neither|little|few|disagree\w*|disput\w*|doubt\w*"
    r"|oppos\w*|fail\w*|refus\w*|reject\w*|lack\w*|den(?:y|ie[sd]))\b",
    re.IGNORECASE,
)
# 不到 of 找不到 is no "less than"
_NO_BOUND = re.compile(r"不到(?!\s?[约了]?\s?[\d〇零一二两三四五六七八九十百千万亿半几])")
_NEGATED_BEFORE = re.compile("[不没无未非莫难免][^，。；]{0,5}$")
Standing = dict[Pole, list[re.Match[str]]]


def standing(text: str) -> Standing:
    """Return where the certain words of each pole stand in a Chinese text."""
    found: Standing = {}
    for match in any_word().finditer(text):
        if _NO_BOUND.match(text, match.start()):
            continue
        for pole in poles_of_words()[match[0]]:
            found.setdefault(pole, []).append(match)
    return found


def reversed_words(zh: Said, en: Said, stand: Standing) -> Iterator[Reversed]:
    """Yield the words of a bead that stand on opposite poles, each of them once."""
    told: set[tuple[int, int]] = set()
    latin = set(_LATIN.findall(_BRACKETS.sub("", zh.text)))
    for pole, here in stand.items():
        if len(here) <= len(all_en(pole).find(en.text)):
            continue
        is_kind = pole.axis >= FIRST_SET
        if not is_kind and any(negated_zh(zh.text, m.start()) for m in here):
            continue
        if not says_any(pole.axis, en.text):
            continue
        for other in pole.others:
            # a word that the Chinese has in Latin letters is no other one
            there = [m for m in sure_en(other).find(en.text) if m[0] not in latin]
            if len(there) <= len(all_zh(other).findall(_without(here, zh.text))):
                continue
            if not is_kind and any(negated_en(en.text, match.span()) for match in there):
                continue
            at = _nearest(here, there, len(zh.text) / len(en.text))
            places = (zh.text, at[0], en.text, at[1])
            if at[0] not in told and not (turned_round(*places) or run_against_each_other(*places)):
                told.add(at[0])
                found = reversed_at(zh, en, *at)
                yield found._replace(is_kind=is_kind)
                break


def reversed_in_clauses(zh: Said, en: Said, stand: Standing) -> Iterator[Reversed]:
    """Yield what speaks against a word in a clause of a bead of several."""
    words = {
        match[0]
        for pole, here in stand.items()
        if _is_uneven(pole, here, stand, en.text)
        for match in here
        # 后 may be said of the next clause: 检查后，才可出售, before it is sold
        if len(match[0]) > 1
    }
    if words:
        for mine, theirs in pairs_of_clauses(zh, en, re.compile("|".join(words))):
            yield from reversed_words(mine, theirs, standing(mine.text))


def _is_uneven(pole: Pole, here: list[re.Match[str]], stand: Standing, en: str) -> bool:
    """Whether a pole is said more often in Chinese, and another of its axis in English."""
    if not says_any(pole.axis, en) or len(here) <= len(sure_en(pole).find(en)):
        return False
    return any(len(sure_en(other).find(en)) > len(stand.get(other, ())) for other in pole.others)


def poles_in_common(zh: str, en: str) -> int:
    """Return of how many poles both texts have a certain word."""
    return sum(1 for pole in standing(zh) if sure_en(pole).find(en))


def _without(words: Sequence[re.Match[str]], text: str) -> str:
    # 同 may stand for "same", but not that of 不同
    return blanked(text, [Span(*word.span()) for word in words], "～")


def negated_zh(text: str, start: int) -> bool:
    """Whether a Chinese word that begins somewhere is negated."""
    return _NEGATED_BEFORE.search(text[:start]) is not None


def negated_en(text: str, at: tuple[int, int]) -> bool:
    """Whether an English word is negated before it or behind."""
    before, after = _NOT_BEFORE.search(text[: at[0]]), _NOT_AFTER.match(text, at[1])
    return before is not None or after is not None


def _nearest(
    here: Sequence[re.Match[str]], there: Sequence[re.Match[str]], scale: float
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the places of the two words that stand at most alike in their sentences."""
    pairs = [(abs(a.start() - scale * b.start()), a.span(), b.span()) for a in here for b in there]
    return min(pairs)[1:]
