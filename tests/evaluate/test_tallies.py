"""Counts, ladders, calibration and signatures."""

import pytest

from zhen_align.errors import InputError
from zhen_align.evaluate.beads import Joined
from zhen_align.evaluate.calibration import expected_error, judged, table
from zhen_align.evaluate.ladders import parse
from zhen_align.evaluate.signature import digest, signature
from zhen_align.evaluate.tally import Tally, of_sets, total


def test_rates_follow_from_counts() -> None:
    """Precision, recall and F1 of known counts; documents are added, not averaged."""
    tally = Tally(right=6, found=8, met=5, wanted=10)
    assert (tally.precision, tally.recall) == (0.75, 0.5)
    assert tally.f1 == pytest.approx(0.6)
    assert total([tally, Tally(0, 8, 5, 0)]) == Tally(6, 16, 10, 10)
    assert tally.figures() == {"p": 0.75, "r": 0.5, "f1": 0.6, "found": 8, "wanted": 10}


def test_nothing_is_no_success() -> None:
    """Where nothing was found or wanted the rates are 0, and nothing breaks."""
    empty = Tally()
    assert (empty.precision, empty.recall, empty.f1) == (0.0, 0.0, 0.0)


def test_sets() -> None:
    """Two sets that should be equal."""
    assert of_sets({1, 2, 3}, {2, 3, 4, 5}) == Tally(2, 3, 2, 4)


def test_ladders_keep_scores_and_empty_sides() -> None:
    """Blank lines are skipped, a missing score is 1."""
    one, other = parse("[0, 1]:[2]:0.25\n\n[]:[3]\n")
    assert (one.zh, one.en, one.score) == (frozenset({0, 1}), frozenset({2}), 0.25)
    assert (other.whole, other.score) == (False, 1.0)


@pytest.mark.parametrize("line", ["0:0", "[0]:[1", "[a]:[0]", "[0]-[0]", "[-1]:[0]"])
def test_a_broken_ladder_is_an_error(line: str) -> None:
    """The line is named, and what it should look like."""
    with pytest.raises(InputError, match=r"x\.align:2: no bead"):
        parse(f"[0]:[0]\n{line}\n", "x.align")


def beads(*rows: tuple[int, float]) -> list[Joined]:
    """Return 1-1 beads by number and score."""
    return [Joined(frozenset({n}), frozenset({n}), score) for n, score in rows]


def test_a_score_that_is_a_probability() -> None:
    """Nine of ten right at .9 is no error; the same at .5 is an error of .4."""
    gold = beads(*((n, 1.0) for n in range(9)))
    honest = judged(gold, beads(*((n, 0.9) for n in range(10))))
    modest = judged(gold, beads(*((n, 0.5) for n in range(10))))
    assert expected_error(honest) == pytest.approx(0.0, abs=1e-9)
    assert expected_error(modest) == pytest.approx(0.4)
    assert expected_error([]) == 0.0


def test_bins_weigh_by_their_beads() -> None:
    """A score of 1 is in the last bin, one of 0 in the first; each says what it holds."""
    answers = [(1.0, True), (0.95, False), (0.0, False), (0.3, True)]
    bins = table(answers)
    assert [(b.low, b.high, b.count, b.claimed, b.true) for b in bins] == [
        (0.0, 0.1, 1, 0.0, 0.0),
        (0.3, 0.4, 1, 0.3, 1.0),
        (0.9, 1.0, 2, 0.975, 0.5),
    ]
    assert expected_error(answers) == pytest.approx((0.7 + 2 * 0.475) / 4)


def test_a_signature_tells_contents_apart() -> None:
    """Other names, other contents or other settings give another signature."""
    assert digest([("a", b"1")]) != digest([("b", b"1")])
    assert digest([("a", b"1")]) != digest([("a", b"2")])
    assert digest([("a", b""), ("b", b"")]) != digest([("ab", b"")])
    assert digest([("a", b"1"), ("b", b"2")]) != digest([("a", b"1b\0\x002")])
    assert signature("s", "g", {"half": "dev"}) != signature("s", "g", {"half": "test"})
    assert signature("s", "g").startswith("zhen-align-")
