"""The ladder's order, on beads made by hand."""

from zhen_align.align.outputs import sure
from zhen_align.align.outputs.ladder import falling, render
from zhen_align.text.lines import line_starts
from zhen_align.types import Alignment, Bead, Document, Lang, Sentence, Span, Unit

TEXT = "".join(f"{n}\n" for n in range(10))
DOCUMENT = Document("x", TEXT, (), line_starts(TEXT))


def _bead(zh: list[int], en: list[int], score: float = 0.5) -> Bead:
    def sentences(lines: list[int], lang: Lang) -> tuple[Sentence, ...]:
        return tuple(Sentence(Span(2 * n, 2 * n + 1), lang, Unit.SENTENCE) for n in lines)

    return Bead(sentences(zh, Lang.ZH), sentences(en, Lang.EN), score)


def _ladder(*beads: Bead, least: float = 0.0) -> str:
    return "".join(render([sure(Alignment(DOCUMENT, DOCUMENT, beads), least)], Lang.ZH))


def test_beads_come_by_their_chinese_lines() -> None:
    """Also where the passage was moved on the English side."""
    beads = (_bead([2], [0]), _bead([0], [1, 2]), _bead([1], []))
    assert _ladder(*beads) == "[0]:[1,2]:0.5\n[1]:[]:0.5\n[2]:[0]:0.5\n"


def test_an_english_line_alone_follows_the_one_before_it() -> None:
    """First of all where there is none before it; two keep their order."""
    beads = (_bead([], [3]), _bead([], [0]), _bead([0], [1]), _bead([1], [4]), _bead([], [2]))
    expected = ["[]:[0]", "[0]:[1]", "[]:[2]", "[]:[3]", "[1]:[4]"]
    assert [line.rpartition(":")[0] for line in _ladder(*beads).splitlines()] == expected


def test_nothing_is_lost() -> None:
    """As many beads come out as went in, whatever is missing on a side."""
    for beads in ((), (_bead([], [0]),), (_bead([0], []), _bead([], [0]), _bead([1], [1]))):
        found = falling(Alignment(DOCUMENT, DOCUMENT, beads))
        assert sorted(found, key=repr) == sorted(beads, key=repr)


def test_a_score_is_short() -> None:
    """Four digits say enough, and what is below the least is left out."""
    beads = _bead([0], [0], 0.123456), _bead([1], [1], 0.8), _bead([2], [2], 0.05)
    assert _ladder(*beads, least=0.1) == "[0]:[0]:0.1235\n[1]:[1]:0.8\n"
    assert _ladder(_bead([0], [0], 0.0000123)) == "[0]:[0]:0.0\n"
