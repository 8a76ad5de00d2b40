"""Pages of many layouts, each with what a careful reader pairs: `layouts/`, marked by hand.

`⟦s1 words⟧` is a segment: a letter for its unit, the number of its bead; what carries the
same name in the other language is its translation, a name on one side only has none.
`⟦l5z words⟧` is Chinese though nothing in it shows that. What stands outside the marks is
no text, or no language, and takes part in nothing.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from zhen_align import pipeline
from zhen_align.read.document import parse
from zhen_align.text.scripts import han_count
from zhen_align.types import Alignment, Sentence

FOLDER = Path(__file__).parent / "layouts"
UNITS = {
    "t": "title",
    "h": "heading",
    "s": "sentence",
    "i": "item",
    "k": "keyword",
    "c": "caption",
    "l": "cell",
}
NAMES = sorted({re.sub(r"\.(?:zh|en)(?=\.)", "", path.name) for path in FOLDER.iterdir()})
_MARK = re.compile(r"⟦([a-z]\d+)(z?) ([^⟧]*)⟧")


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and the segments by name and language."""

    text: str
    segments: tuple[tuple[str, str, str], ...]


def marked(text: str) -> Marked:
    """Take the marks out of a text."""
    segments = tuple((m[1], _lang(m[2], m[3]), m[3]) for m in _MARK.finditer(text))
    return Marked(_MARK.sub(r"\3", text), segments)


def _lang(told: str, words: str) -> str:
    return "zh" if told or han_count(words) else "en"


def paths(name: str) -> list[Path]:
    """Return the one file of a layout, or its Chinese and its English one."""
    stem, _, suffix = name.rpartition(".")
    one = FOLDER / name
    return [one] if one.exists() else [FOLDER / f"{stem}.{lang}.{suffix}" for lang in ("zh", "en")]


Bead = tuple[str, tuple[str, ...], tuple[str, ...]]
Pairs = set[Bead]


def expected(texts: list[Marked]) -> Pairs:
    """Return unit, Chinese and English words of each bead as they are marked."""
    sides: dict[str, dict[str, list[str]]] = {}
    for number, text in enumerate(texts):
        for name, lang, words in text.segments:
            side = ("zh", "en")[number] if len(texts) == 2 else lang
            sides.setdefault(name, {}).setdefault(side, []).append(words)
    return {
        (UNITS[name[0]], tuple(both.get("zh", ())), tuple(both.get("en", ())))
        for name, both in sides.items()
    }


def found(alignments: list[Alignment]) -> Pairs:
    """Return unit, Chinese and English words of each bead that the program makes."""

    def words(side: tuple[Sentence, ...], text: str) -> tuple[str, ...]:
        return tuple(sentence.span.of(text) for sentence in side)

    return {
        (str(bead.unit), words(bead.zh, pair.zh.text), words(bead.en, pair.en.text))
        for pair in alignments
        for bead in pair.beads
    }


def both(name: str) -> tuple[Pairs, Pairs]:
    """Return what is expected of a layout and what comes."""
    texts = [marked(path.read_text(encoding="utf-8")) for path in paths(name)]
    documents = [parse(path.name, text.text) for path, text in zip(paths(name), texts, strict=True)]
    return expected(texts), found(pipeline.alignments(documents, "named"))


# what has the words of both languages twice in a line, labels and values
KNOWN_WRONG = {"bilingual-poster.txt"}


def parts(pairs: Pairs) -> list[str]:
    """Return unit and words of each segment, in order."""
    return sorted(f"{unit}: {words}" for unit, zh, en in pairs for words in (*zh, *en))


def joined(pairs: Pairs, wanted: Pairs) -> Pairs:
    """Return the beads with those that only join whole wanted ones replaced by them."""
    found = set(pairs)
    for bead in pairs - wanted:
        inside = {each for each in wanted if each[0] == bead[0] and within(each, bead)}
        if inside and parts(inside) == parts({bead}):
            found = (found - {bead}) | inside
    return found


def within(one: Bead, other: Bead) -> bool:
    """Say whether all segments of a bead are in another."""
    return set(one[1]) <= set(other[1]) and set(one[2]) <= set(other[2])


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(strict=True)) if name in KNOWN_WRONG else name
        for name in NAMES
    ],
)
def test_layout(name: str) -> None:
    """Every segment, what it is, and its partner; nothing of the page around it.

    Two sentences that were aligned together with their two translations are no mistake here.
    """
    want, have = both(name)
    assert parts(have) == parts(want)
    assert joined(have, want) == want


def test_there_are_many() -> None:
    """More than fifty layouts, and none got lost."""
    assert len(NAMES) == 55
