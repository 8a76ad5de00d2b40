"""What can count as evidence: the tokens of both sides and which may stand for which.

A unit is whatever is aligned: a line, a paragraph, a sentence. Chinese units give
dictionary words, English ones stems; both give literals, which stand for themselves:
Latin words, numbers by value, citations, addresses, formulas and code. Types are
numbered per call, Chinese and English apart. Not here: what a match is worth.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from zhen_align.align.dictionary import STOP_IN_TEXT
from zhen_align.align.forms import Rows, Seen, folded
from zhen_align.align.lexicon import Ints, Lexicon, find_stems, find_words, stems
from zhen_align.text.scripts import HAN
from zhen_align.types import Block, Document, Kind

Floats = npt.NDArray[np.float64]

WORD_STRENGTH = 0.4
LITERAL_STRENGTH = 0.8
_REPEATS = 4

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0010ffff]+")
_ALNUM = re.compile(r"[^\W_]+")
_SPACED = re.compile(rf"(?<=\A[{HAN}])[ \u3000]+(?=[{HAN}]\Z)")
HEADS = (Kind.HEADING, Kind.TITLE)


@dataclass(frozen=True, slots=True)
class Text:
    """A unit's text, what is no language blanked out, and those stretches as literals."""

    text: str
    literals: tuple[str, ...] = ()


def of_lines(document: Document) -> list[Text]:
    """Return the blocks of a text of one sentence a line, as they are written.

    A formula that was cut in two, or is written otherwise on the other side, still shares
    its letters and numbers there.
    """
    return [Text(block.span.of(document.text)) for block in document.blocks]


def evidence_text(document: Document, start: int, block: Block, end: int | None = None) -> Text:
    """Return the text of a stretch of a block, its opaque parts as literals."""
    end = block.span.end if end is None else end
    parts, literals, at = [], [], start
    for span in block.opaque:
        if span.start >= at and span.end <= end:
            parts += [document.text[at : span.start], " " * (span.end - span.start)]
            literals.append(" ".join(span.of(document.text).split()))
            at = span.end
    parts.append(document.text[at:end])
    words = "".join(parts)
    # 摘 要: blanks set two characters as wide as a longer heading
    return Text(_SPACED.sub("", words) if block.kind in HEADS else words, tuple(literals))


@dataclass(frozen=True, slots=True)
class Tokens:
    """One side: for each token its unit, its type and how far into the unit it stands.

    Tokens are in the order of their units. Types below `words` are words, the rest literals.
    """

    unit: Ints
    type: Ints
    share: Floats
    types: int
    words: int
    size: Floats
    names: list[str] = field(repr=False, default_factory=list)

    @property
    def units(self) -> int:
        """Return how many units there are."""
        return len(self.size)

    def part(self, first: int, last: int) -> "Tokens":
        """Return the units first..last - 1, numbered anew; tokens stand in unit order."""
        a, b = np.searchsorted(self.unit, [first, last])
        return replace(
            self,
            unit=self.unit[a:b] - first,
            type=self.type[a:b],
            share=self.share[a:b],
            size=self.size[first:last],
        )

    def chosen(self, units: Ints) -> "Tokens":
        """Return some units, in rising order, numbered anew."""
        number = np.full(self.units, -1, dtype=np.int64)
        number[units] = np.arange(len(units))
        kept = number[self.unit] >= 0
        return replace(
            self,
            unit=number[self.unit[kept]],
            type=self.type[kept],
            share=self.share[kept],
            size=self.size[units],
        )


@dataclass(frozen=True, slots=True)
class Pairs:
    """Chinese type, English type and the strength of their bond, by Chinese type."""

    zh: Ints
    en: Ints
    strength: Floats


def _count(found: re.Pattern[str], text: str) -> int:
    return len(text) - len(found.sub("", text))


def _han_size(text: str) -> float:
    han = _count(_HAN, text)
    return han + 0.35 * (_count(_ALNUM, text) - han) + 1.0


def _latin_size(text: str) -> float:
    return _count(_ALNUM, text) + 1.0


def _with(rows: Rows, more: list[tuple[int, int]]) -> Rows:
    """Return rows with literals that stand nowhere: (unit, type), at the beginning."""
    table = np.array(more, dtype=np.int64).reshape(-1, 2)
    return (
        np.concatenate([rows[0], table[:, 0]]),
        np.concatenate([rows[1], table[:, 1]]),
        np.concatenate([rows[2], np.zeros(len(table), dtype=np.int64)]),
    )


def tokenize(zh: Sequence[Text], en: Sequence[Text], lex: Lexicon) -> tuple[Tokens, Tokens, Pairs]:
    """Return the tokens of both sides, with the pairs of types that may match."""
    zh_texts = [folded(unit.text) for unit in zh]
    en_texts = [folded(unit.text) for unit in en]

    # literals of the Chinese side first: only those that occur there count in English
    literal_ids: dict[str, int] = {}
    zh_seen, en_seen = Seen.of(zh_texts), Seen.of(en_texts)
    zh_types = [
        [literal_ids.setdefault(form, len(literal_ids)) for form in literals]
        for _, literals in zh_seen.forms
    ]
    zh_more = [
        (unit, literal_ids.setdefault(form, len(literal_ids)))
        for unit, text in enumerate(zh)
        for form in text.literals
    ]
    en_more = [
        (unit, literal_ids[form])
        for unit, text in enumerate(en)
        for form in text.literals
        if form in literal_ids
    ]
    en_types = [
        [literal_ids[form] for form in literals if form in literal_ids]
        for _, literals in en_seen.forms
    ]
    word_ids: dict[str, int] = {}
    en_words = en_seen.rows(
        [
            [word_ids.setdefault(w, len(word_ids)) for w in words if w not in STOP_IN_TEXT]
            for words, _ in en_seen.forms
        ]
    )

    stem_names = stems(word_ids)
    stem_ids: dict[str, int] = {}
    form_to_stem = np.array(
        [stem_ids.setdefault(stem, len(stem_ids)) for stem in stem_names], dtype=np.int64
    )
    known = find_stems(list(stem_ids), lex)

    joined = "\n".join(zh_texts)
    starts = np.cumsum([0] + [len(t) + 1 for t in zh_texts[:-1]], dtype=np.int64)
    place, length, number = find_words(joined, lex)
    zh_unit = np.searchsorted(starts, place, side="right") - 1
    numbers, first, zh_type = np.unique(number, return_index=True, return_inverse=True)
    zh_names = [joined[place[t] : place[t] + length[t]] for t in first]

    zh_tokens = _tokens(
        (zh_unit, zh_type, place - starts[zh_unit]),
        _with(zh_seen.rows(zh_types), zh_more),
        (zh_names, list(literal_ids)),
        zh_texts,
        np.array([_han_size(t) for t in zh_texts]),
    )
    word_unit, word_form, word_place = en_words
    en_tokens = _tokens(
        (word_unit, form_to_stem[word_form] if len(word_ids) else word_form, word_place),
        _with(en_seen.rows(en_types), en_more),
        (list(stem_ids), list(literal_ids)),
        en_texts,
        np.array([_latin_size(t) for t in en_texts]),
    )
    return zh_tokens, en_tokens, _pairs(numbers, known, len(literal_ids), lex)


def _tokens(
    words: tuple[Ints, Ints, Ints],
    literals: Rows,
    names: tuple[list[str], list[str]],
    texts: list[str],
    size: Floats,
) -> Tokens:
    """Put words and literals of one side together, in the order of the units."""
    unit, kind, place = literals
    unit = np.concatenate([words[0], unit])
    kind = np.concatenate([words[1], kind + len(names[0])])
    place = np.concatenate([words[2], place])
    types = len(names[0]) + len(names[1])
    order = np.argsort(unit * (types + 1) + kind, kind="stable")
    key = (unit * (types + 1) + kind)[order]
    # a word that fills a page says no more than one that is there a few times
    kept = np.sort(order[np.arange(len(key)) - np.searchsorted(key, key) < _REPEATS])
    kept = kept[np.argsort(unit[kept], kind="stable")]
    unit, kind, place = unit[kept], kind[kept], place[kept]
    lengths = np.array([max(len(t), 1) for t in texts], dtype=np.float64)
    share = place / lengths[unit] if len(unit) else np.zeros(0)
    return Tokens(
        unit,
        kind,
        share,
        len(names[0]) + len(names[1]),
        len(names[0]),
        size,
        [*names[0], *names[1]],
    )


def _pairs(numbers: Ints, known: Ints, literal_count: int, lex: Lexicon) -> Pairs:
    """Join the dictionary's pairs with the types that occur, and each literal with itself."""
    stem_type = np.full(len(lex.en_hash), -1, dtype=np.int64)
    stem_type[known[known >= 0]] = np.flatnonzero(known >= 0)
    first, end = lex.en_first[numbers], lex.en_first[numbers + 1]
    count = end - first
    zh = np.repeat(np.arange(len(numbers)), count)
    at = np.repeat(first - np.concatenate([[0], np.cumsum(count)[:-1]]), count) + np.arange(
        int(count.sum())
    )
    en = stem_type[lex.en_id[at]]
    zh, en = zh[en >= 0], en[en >= 0]
    own = np.arange(literal_count)
    return Pairs(
        np.concatenate([zh, own + len(numbers)]),
        np.concatenate([en, own + len(known)]),
        np.concatenate([np.full(len(zh), WORD_STRENGTH), np.full(literal_count, LITERAL_STRENGTH)]),
    )
