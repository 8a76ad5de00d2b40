"""Names, slips, units, clauses, scripts and damage: the small facts that rules compare."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.text.clauses import clauses
from zhen_align.text.damage import hyphened, split
from zhen_align.text.distance import near, slips
from zhen_align.text.names import key_of, names
from zhen_align.text.spoilt import spoilt
from zhen_align.text.units import unit_at
from zhen_align.text.variants import is_simplified, is_traditional

WORDS = st.text(alphabet="abcXY", max_size=8)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("用 PubMed-BERT 与 GPT-4", ["pubmedbert", "gpt4"]),
        ("Ｚｕｒｉｃｈ与Zürich", ["zurich", "zurich"]),
        ("snake_case 与 2023 年", []),
        ("第3D张", ["3d"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    """Words in Latin letters, by what their spellings share."""
    assert [name.key for name in names(text)] == expected
    assert key_of("Pub-Med") == key_of("pubmed")


@given(WORDS, WORDS)
def test_slips_are_a_distance(a: str, b: str) -> None:
    """Nought only for equal words, the same both ways, and never more than it may be."""
    assert slips(a, b, 3) == slips(b, a, 3) <= 4
    assert (slips(a, b, 3) == 0) == (a == b)


def test_near() -> None:
    """Two slips are allowed in a long word only, none in a very short one."""
    assert near("uniport", "uniprot")
    assert not near("unipxxt", "uniprot")
    assert near("transfxrmxr", "transformer")
    assert not near("gpt", "gtp")


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("宽 30 微米", "30", ("µm", "30 微米")),
        ("30-minute talk", "30", ("min", "30-minute")),
        ("US$5 on it", "5", ("dollar", "US$5")),
        ("5 Meters", "5", ("m", "5 Meters")),
        ("3年轻", "3", None),
        ("3 people", "3", None),
    ],
)
def test_units(text: str, number: str, expected: tuple[str, str] | None) -> None:
    """A unit is read with its number, by any of its names; other words are none."""
    at = text.index(number)
    read = unit_at(text, at, at + len(number))
    assert (read and (read[0], text[read[1] : read[2]])) == expected


@given(st.text(alphabet="甲乙，。；:.,() a1…—”", max_size=40))
def test_clauses_cover_the_text(text: str) -> None:
    """Between clauses there is nothing but blanks and dashes' own blanks."""
    spans = clauses(text)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_scripts() -> None:
    """What both scripts use belongs to neither."""
    assert [ch for ch in "資料庫著乾於" if is_traditional(ch)] == ["資", "庫"]
    assert [ch for ch in "资料库后里台A" if is_simplified(ch)] == ["资", "库"]


def test_damage() -> None:
    """What no writer writes is certain, a suspended hyphen is none, and little is suspect."""
    text = "我 们 使 用 of\ufb01 ce \ufffd 与 A B C D"
    found = [span.of(text) for span, _ in spoilt(text)]
    assert sorted(found) == ["of\ufb01 ce", "我 们 使 用", "\ufffd"]
    assert [s.word for s in hyphened("Pre- and post-, a work- flow")] == ["workflow"]
    assert list(split("The pump opens the valve", Counter())) == []
    assert [s.word for s in split("it can ize them", Counter())][:1] == ["canize"]
