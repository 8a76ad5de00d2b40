"""Strict and lax figures of beads, on cases that can be counted by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhen_align.evaluate import beads
from zhen_align.evaluate.beads import Joined
from zhen_align.evaluate.ladders import parse
from zhen_align.evaluate.tally import Tally, total

GOLD = "[0]:[0]\n[1]:[1,2]\n[2,3]:[3]\n[4]:[]\n[5]:[4]\n"
# what a program says, strict (right, found, met, wanted), lax
CASES = [
    (GOLD, (5, 5, 4, 4), (5, 5, 4, 4), "the same"),
    ("[0]:[0]\n[1]:[1]\n[]:[2]\n[2,3]:[3]\n[4]:[]\n[5]:[4]\n", (4, 6, 3, 4), (5, 6, 4, 4), "cut"),
    ("[0]:[0]\n[1]:[1,2]\n[2]:[3]\n[3]:[]\n[4]:[4]\n[5]:[]\n", (2, 6, 2, 4), (3, 6, 3, 4), "shift"),
    ("[0]:[1]\n", (0, 1, 0, 4), (0, 1, 0, 4), "wrong"),
    ("", (0, 0, 0, 4), (0, 0, 0, 4), "nothing"),
]


@pytest.mark.parametrize(("said", "strict", "lax", "name"), CASES, ids=[row[3] for row in CASES])
def test_strict_and_lax(
    said: str, strict: tuple[int, ...], lax: tuple[int, ...], name: str
) -> None:
    """Precision counts every bead that was found, recall the gold's with two sides."""
    gold, found = parse(GOLD), parse(said)
    assert beads.strict(gold, found) == Tally(*strict)
    assert beads.lax(gold, found) == Tally(*lax)


def test_by_kind_counts_each_side_by_its_own_type() -> None:
    """A 1-2 that was cut in two is missing among the 1-2, and surplus among 1-1 and 0-1."""
    found = beads.by_kind(parse(GOLD), parse(CASES[1][0]))
    assert found["1-2"] == Tally(0, 0, 0, 1)
    assert found["1-1"] == Tally(2, 3, 2, 2)
    assert found["0-1"] == Tally(0, 1, 0, 0)
    assert found["1-0"] == Tally(1, 1, 1, 1)


def test_by_unit_keeps_units_apart() -> None:
    """A heading that was taken for a sentence is wrong on both counts."""
    gold = [Joined(frozenset({1}), frozenset({1}), unit="heading")]
    found = [Joined(frozenset({1}), frozenset({1}), unit="sentence")]
    figures = beads.by_unit(gold, found)
    assert figures == {"heading": Tally(0, 0, 0, 1), "sentence": Tally(0, 1, 0, 0)}


def test_sentences_alone() -> None:
    """Nulls are counted by sentence: two in one bead or each in its own is the same."""
    gold, found = parse("[0,1]:[]\n[2]:[0]\n[]:[1]\n"), parse("[0]:[]\n[1]:[]\n[2]:[0,1]\n")
    assert beads.alone(gold, found) == Tally(2, 2, 2, 3)


def test_moved_beads() -> None:
    """A moved bead counts where it is right and said to have moved."""
    pair = (frozenset({1}), frozenset({2}))
    other = (frozenset({3}), frozenset({1}))
    gold = [Joined(*pair, moved=True), Joined(*other)]
    assert beads.moved(gold, [Joined(*pair, moved=True), Joined(*other, moved=True)]) == Tally(
        1, 2, 1, 1
    )
    assert beads.moved(gold, [Joined(*pair), Joined(*other)]) == Tally(0, 0, 0, 1)


def test_partial_gold() -> None:
    """Only beads that touch a known sentence count; an empty side touches nothing."""
    gold = parse("[1]:[1]\n")
    found = parse("[0]:[0]\n[1]:[2]\n[2]:[1]\n[]:[3]\n[3]:[]\n")
    assert [bead.kind for bead in beads.known(gold, found)] == ["1-1", "1-1"]


def test_coarse_gold() -> None:
    """Neighbouring beads inside one gold bead are joined; one that leaves it is not."""
    gold = parse("[0,1]:[0,1]\n[2]:[2]\n[3,4]:[3]\n")
    found = parse("[0]:[0]\n[1]:[1]\n[2]:[2]\n[3]:[3]\n[4]:[]\n")
    assert beads.strict(gold, beads.within(gold, found)).f1 == 1.0
    outside = parse("[5]:[4]\n[6]:[5]\n")
    assert beads.within(gold, outside) == outside
    astride = parse("[0]:[0]\n[1,2]:[1,2]\n[3]:[3]\n[4]:[]\n")
    assert beads.strict(gold, beads.within(gold, astride)) == Tally(1, 3, 1, 3)


LADDERS = st.lists(
    st.tuples(
        st.frozensets(st.integers(0, 4), max_size=3), st.frozensets(st.integers(0, 4), max_size=3)
    ).filter(any),
    max_size=6,
).map(lambda rows: [Joined(*row) for row in rows])


@given(LADDERS, LADDERS)
def test_lax_is_never_less_than_strict(gold: list[Joined], found: list[Joined]) -> None:
    """What is exactly right also shares a pair; types add up to the whole."""
    strict, lax = beads.strict(gold, found), beads.lax(gold, found)
    assert strict.right <= lax.right <= lax.found == strict.found
    assert strict.met <= lax.met <= lax.wanted == strict.wanted
    kinds = beads.by_kind(gold, found)
    assert total(kinds.values()).right == strict.right
    assert total(kinds.values()).found == strict.found


SHARED = Path(__file__).parents[2].parent / "shared"


@pytest.mark.shared
@pytest.mark.parametrize("blocks", [False, True], ids=["exact", "blocks"])
def test_the_definition_is_the_one_used_elsewhere(blocks: bool) -> None:
    """On real gold, damaged, our counts are those of the script that lies beside the data."""
    import importlib.util

    script = SHARED / "data" / "tools" / "score_alignment.py"
    if not script.exists():
        pytest.skip("../shared is not here")
    spec = importlib.util.spec_from_file_location("score_alignment", script)
    assert spec is not None
    assert spec.loader is not None
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    folder = SHARED / "data" / "d2l" / "sent" / ("gold_block" if blocks else "gold_exact")
    for file in sorted(folder.glob("*.align"))[:6]:
        gold = parse(file.read_text(encoding="utf-8"))
        n = max(key for bead in gold for key in bead.zh if isinstance(key, int)) + 1
        rows = [((i,), (i + (i % 9 == 8),)) for i in range(n)] + [((n,), ()), ((), (n + 2,))]
        found = [Joined(frozenset(zh), frozenset(en)) for zh, en in rows]
        counts = theirs.count(theirs.read(file), rows, known=True, blk=blocks)
        ours = beads.known(gold, beads.within(gold, found) if blocks else found)
        strict, lax = beads.strict(gold, ours), beads.lax(gold, ours)
        assert [strict.right, lax.right, strict.found] == counts[:3]
        assert [strict.met, lax.met, strict.wanted] == counts[3:]
