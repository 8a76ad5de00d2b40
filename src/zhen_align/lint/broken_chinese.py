"""Chinese words that a blank has cut, or in which one character was taken for another: 末来.

Of a character the document is asked first: with one that looks alike it says the word again and
again, with this one only here. Then the dictionary: it has the one word, which the English says,
and none around the other character.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from zhen_align.lint.dictionary import in_common, word_across, words_around, words_of_two
from zhen_align.lint.facts import Text
from zhen_align.text.lookalikes import ALIKE
from zhen_align.text.scripts import HAN
from zhen_align.text.spoilt import cut_words
from zhen_align.types import Lang, Span, Unit

_ENDED = re.compile("[。！？；][”’」』）]?$")
_MOST_CUTS = 3  # with more, blanks are how this text is set
_TIGHT = 15  # so many sentences for each
# what heads a line may be set apart: 第三章 方法, 图二 结果
_HEADED = re.compile("(?:第?[一二三四五六七八九十]+[章节篇部条款步回]?|[章节篇图表式附录注])$")
_AGAIN = 2
# so often beside others that two of them together are no word
_SMALL = frozenset(
    "的了是在和与及或而且但为对从到把被将由其这那它们我你他不也都就还又很更最可能会要使有个些自每各等之以于所并则中上下"
)
_AROUND = 4
_PAIR, _OFTEN = 2, 3
_COUNTS = frozenset("一二三四五六七八九十百两几每")  # 三天 is not 三元
_CONTENT = re.compile("[a-z]{4,}")
_RUN = re.compile(f"[{HAN}]{{2,}}")


def apart(text: Text, together: Counter[str], *, tight: bool = False) -> Iterator[tuple[Span, str]]:
    """Yield Chinese words with a blank inside, in sentences where it can part nothing.

    The dictionary knows them, or the document has them whole: `together` counts its pairs. In a
    `tight` document any blank is one too many.
    """
    if text.lang is not Lang.ZH or text.sentence.unit is not Unit.SENTENCE:
        return
    plain = text.plain
    found = list(cut_words(plain)) if _ENDED.search(plain) else []
    for span, at in found if len(found) <= _MOST_CUTS else ():
        said = span.of(plain)
        whole = said[:at] + said[at + 1 :]
        word = word_across(whole, at)
        pair = whole[at - 1 : at + 1]
        if word is None and together[pair] >= _AGAIN and not _SMALL.intersection(pair):
            word = at - 1, at + 1
        if word is None and tight and at > 1 and not _HEADED.search(said, 0, at):
            word = at - 1, at + 1
        if word is not None:
            place = Span(span.start + word[0], span.start + word[1] + 1)
            yield place, whole[word[0] : word[1]]


def is_tight(texts: Iterable[Text]) -> bool:
    """Whether hardly any sentence of a longer document has a blank between Chinese characters."""
    sentences = [
        text.plain
        for text in texts
        if text.lang is Lang.ZH
        and text.sentence.unit is Unit.SENTENCE
        and _ENDED.search(text.plain)
    ]
    cuts = sum(1 for plain in sentences for _ in cut_words(plain))
    return 0 < cuts <= _MOST_CUTS and cuts * _TIGHT <= len(sentences)


def pairs_of(texts: Iterable[str]) -> Counter[str]:
    """Return how often two Chinese characters stand side by side in some texts."""
    runs = [run for text in texts for run in _RUN.findall(text)]
    return Counter(run[n : n + 2] for run in runs for n in range(len(run) - 1))


def misread(
    sides: Iterable[tuple[str, str]], pairs: Counter[str]
) -> dict[str, list[tuple[Span, str]]]:
    """Return for each Chinese text the words with one character taken for another, and which.

    Each text comes with its English, which says the words.
    """
    sides = [side for side in sides if side[1]]
    if not sides:
        return {}
    once = [pair for pair, count in pairs.items() if count == 1]
    odd = {"", *once} - words_of_two(once)
    suspects = [(text, other, *place) for text, other in sides for place in _odd(text, odd)]
    asked = {pair for *_, ways in suspects for _, two in ways for pair in two}
    words = words_of_two(sorted(pair for pair in asked if pairs[pair] < _AGAIN))
    found: dict[str, list[tuple[Span, str]]] = {}
    for text, other, run, at, ways in suspects:
        for right, two in ways:
            if words.isdisjoint(two) and max(pairs[pair] for pair in two) < _AGAIN:
                continue
            word = _word(text, run, at, right, pairs)
            if word is not None and _says(text, other, word[1], right, sides, pairs):
                found.setdefault(text, []).append(word)
                break
    return found


_Ways = list[tuple[str, list[str]]]


def _odd(text: str, odd: Collection[str]) -> Iterator[tuple[Span, int, _Ways]]:
    """Yield characters whose pairs are all odd, in their runs, with what they may have been."""
    for run in _RUN.finditer(text):
        said = run[0]
        twos = ["", *map("".join, pairwise(said)), ""]
        places = [at for at, (a, b) in enumerate(pairwise(twos)) if a in odd and b in odd]
        for at in places:
            before, ch, after = twos[at][:1], said[at], twos[at + 1][1:]
            if ch in ALIKE and ch not in _SMALL and ch not in _COUNTS:
                ways = [
                    (right, [two for two in (before + right, right + after) if len(two) > 1])
                    for right in ALIKE[ch]
                ]
                yield Span(*run.span()), at, ways


def _says(
    own: str,
    other: str,
    word: str,
    right: str,
    sides: Sequence[tuple[str, str]],
    pairs: Counter[str],
) -> bool:
    """Whether an English text says a Chinese word: by the dictionary, or as the others say it."""
    # 拒答 is said no better by 拒签: refuse is in both
    rest = "\n".join(ch for ch in word if ch != right)
    known_so = pairs[word] >= _AGAIN and in_common(word, other)
    if known_so or in_common(f"{word}\n{rest}", other) > in_common(rest, other):
        # once it may be what stands there already
        return own.count(word) != 1
    if len(word) > _PAIR or pairs[word] < _OFTEN:
        return False
    words = set(_CONTENT.findall(other.lower()))
    for text, beside in sides:
        if word in text:
            words.intersection_update(_CONTENT.findall(beside.lower()))
    return bool(words)


def _word(
    text: str, run: Span, at: int, right: str, pairs: Counter[str]
) -> tuple[Span, str] | None:
    """Return the word that another character makes, where this one makes none."""
    said = run.of(text)
    start, end = max(0, at - _AROUND), at + _AROUND + 1
    if words_around(said[start:end], at - start):
        return None
    whole = said[start:at] + right + said[at + 1 : end]
    for first, last in words_around(whole, at - start):
        beside = (n for n in range(first, last) if n != at - start)
        if whole[first] not in _COUNTS and not any(
            words_around(said[start:end], n) for n in beside
        ):
            return Span(start + first, start + last).shifted(by=run.start), whole[first:last]
    for first in (max(at - 1, 0), at):
        pair = said[:at] + right + said[at + 1 :]
        pair = pair[first : first + _PAIR]
        if len(pair) == _PAIR and pairs[pair] >= _OFTEN and not _SMALL.intersection(pair):
            return Span(first, first + _PAIR).shifted(by=run.start), pair
    return None
