"""Lines, kinds, sentence ends, terms and findings against gold, on a small made-up case."""

import json
from pathlib import Path

import pytest

from zhen_align.errors import InputError
from zhen_align.evaluate import documents, terms
from zhen_align.evaluate.beads import Joined
from zhen_align.evaluate.defects import Judged, judge
from zhen_align.evaluate.files import hash_of_gold, hash_of_sources, read_gold
from zhen_align.evaluate.gold import Gold, Line, Planted, Term, from_json
from zhen_align.evaluate.tally import Tally
from zhen_align.lint.finding import Finding, Place, Severity
from zhen_align.terms.candidate import Candidate
from zhen_align.text.lines import line_starts
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit

ROOT = Path(__file__).parents[2]
TEXT = "It rains. It stops.\n下雨了。停了。\nBye!\n再见！\n"  # it rains, it stops; bye
RAINS, STOPS, ZH_RAINS, ZH_STOPS = (0, 9), (10, 19), (20, 24), (24, 27)
BYE, ZH_BYE = (28, 32), (33, 36)


def place(span: tuple[int, int]) -> tuple[str, int, int]:
    """Return a span as gold names it."""
    return ("x", *span)


def bead(zh: list[tuple[int, int]], en: list[tuple[int, int]]) -> Bead:
    """Return a program's bead."""
    sides = [
        tuple(Sentence(Span(*s), lang, Unit.SENTENCE) for s in spans)
        for lang, spans in ((Lang.ZH, zh), (Lang.EN, en))
    ]
    return Bead(sides[0], sides[1], 0.9)


def aligned(*beads: Bead) -> Alignment:
    """Return a program's alignment of the text."""
    blocks = tuple(
        Block(Span(*span), Kind.PARAGRAPH, lang)
        for span, lang in (((0, 19), Lang.EN), ((20, 27), Lang.ZH), (BYE, Lang.EN))
    )
    it = Document("x", TEXT, blocks, line_starts(TEXT))
    return Alignment(it, it, beads)


def joined(zh: list[tuple[int, int]], en: list[tuple[int, int]]) -> Joined:
    """Return a gold bead."""
    return Joined(frozenset(map(place, zh)), frozenset(map(place, en)))


GOLD = Gold(
    "x",
    ("x",),
    "zh",
    (
        Line("x", 1, "paragraph", "en"),
        Line("x", 2, "paragraph", "zh"),
        Line("x", 3, "heading", "en"),
        Line("x", 4, "paragraph", "zh"),
    ),
    ((frozenset({1}), frozenset({2})), (frozenset({3}), frozenset({4}))),
    (joined([ZH_RAINS], [RAINS]), joined([ZH_STOPS], [STOPS]), joined([ZH_BYE], [BYE])),
)


def test_the_gold_speaks_of_the_text() -> None:
    """The spans above are what they are called."""
    assert [TEXT[a:b] for a, b in (STOPS, ZH_STOPS, ZH_BYE)] == ["It stops.", "停了。", "再见！"]


def test_beads_by_place() -> None:
    """Two sentences taken as one are lax right, and strictly wrong."""
    found = documents.joined([aligned(bead([ZH_RAINS], [RAINS]), bead([ZH_STOPS], [(10, 32)]))])
    assert documents.lax(GOLD.beads, found) == Tally(2, 2, 2, 3)
    assert [b.sides in {g.sides for g in GOLD.beads} for b in found] == [True, False]


def test_a_neighbour_is_no_overlap() -> None:
    """Sentences that only touch share nothing."""
    found = documents.joined([aligned(bead([(20, 24)], [(9, 19)]))])
    assert documents.lax(GOLD.beads, found) == Tally(0, 1, 0, 3)


def test_line_pairs() -> None:
    """A bead joins the lines that its sentences stand on; wrong pairs cost precision."""
    found = aligned(bead([ZH_RAINS, ZH_STOPS], [RAINS]), bead([ZH_BYE], [STOPS]))
    assert documents.line_pairs(found) == {(1, 2), (1, 4)}
    assert documents.lines_tally(GOLD, found) == Tally(1, 2, 1, 2)


def test_allowed_pairs_are_not_wanted() -> None:
    """What may be paired is right where it is, and not missed where it is not."""
    wanted, allowed = {(1, 1)}, {(1, 1), (1, 2)}
    assert documents.pairs_tally({(1, 1), (1, 2)}, wanted, allowed) == Tally(2, 2, 1, 1)
    assert documents.pairs_tally({(1, 1)}, wanted, allowed) == Tally(1, 1, 1, 1)
    assert documents.pairs_tally({(2, 1)}, wanted, allowed) == Tally(0, 1, 0, 1)


def test_kinds_and_languages() -> None:
    """A line is what covers it; a line without a block is neither kind nor language."""
    kinds, langs = documents.kinds_and_languages(GOLD, [aligned().zh])
    assert kinds == Tally(2, 4, 2, 4)
    assert langs == Tally(3, 4, 3, 4)


def test_a_line_in_two_languages_is_mixed() -> None:
    """Blocks of both languages on one line make it mixed; what has no language does not."""
    spans = (((0, 2), Lang.EN), ((2, 5), Lang.ZH), ((6, 8), Lang.EN), ((8, 9), Lang.NONE))
    blocks = tuple(Block(Span(*span), Kind.ROW, lang) for span, lang in spans)
    it = Document("x", "ab下雨了\nab-\n", blocks, (0, 6))
    assert {row: lang for (_, row), (_, lang) in documents.of_lines(it).items()} == {
        1: "mixed",
        2: "en",
    }


def test_sentence_ends() -> None:
    """Only ends inside a line count; a missed and an invented one cost what they should."""
    right = documents.joined([aligned(bead([ZH_RAINS, ZH_STOPS], [RAINS, STOPS]))])
    its = [aligned().zh]
    assert documents.ends_tally(GOLD, right, its) == Tally(2, 2, 2, 2)
    other = documents.joined([aligned(bead([(20, 27)], [(0, 4), (5, 9), (10, 19)]))])
    assert documents.ends_tally(GOLD, other, its) == Tally(1, 2, 1, 2)


def candidate(en: str, zh: str, score: float) -> Candidate:
    """Return a candidate."""
    return Candidate(en, "", zh, 1, 1.0, score)


TERMS = (Term("neural network", "NN", ("神经网络", "神经网")), Term("graph", "", ("图",)))
SAID = [
    candidate("Neural-Networks", "神經網絡", 0.9),  # the term, spelt otherwise
    candidate("graph", "表", 0.8),  # a wrong rendering: a table
    candidate("BERT", "BERT", 0.7),  # a name that stays Latin
    candidate("graphs", "图", 0.1),
]


def test_terms() -> None:
    """Spelling does not matter, the rendering does; names are left out of precision."""
    assert terms.recall(TERMS, SAID) == Tally(2, 2, 2, 2)
    assert terms.recall(TERMS, SAID[:3]).recall == 0.5
    assert terms.renderings(TERMS, SAID).recall == pytest.approx(2 / 3)
    at = terms.precision_at(TERMS, SAID[::-1], (1, 2, 100))
    assert {k: (t.right, t.found) for k, t in at.items()} == {1: (1, 1), 2: (1, 2), 100: (2, 3)}


def finding(rule: str, start: int, end: int, path: str = "x") -> Finding:
    """Return a finding."""
    where = Place(path, Span(start, end), 1, 1, 1, 1, "")
    return Finding(rule, Severity.ERROR, where, "", (), None, None, None, "", Lang.ZH)


def test_findings() -> None:
    """Touching is met, the very place exact; what nobody planted and look-alikes are false."""
    defects = [Planted("a", ("x", 5, 8)), Planted("a", ("x", 20, 20)), Planted("a", ("x", 40, 42))]
    clean = [Planted("a", ("x", 30, 33))]
    said = [
        finding("a", 5, 8), finding("a", 18, 20), finding("a", 31, 32), finding("a", 8, 9),
        finding("a", 40, 42, "y"), finding("b", 40, 42),
    ]  # fmt: skip
    found = judge(defects, clean, said)
    assert found["a"] == Judged(planted=3, met=2, exact=1, findings=5, false=3, alarmed=1)
    assert found["b"] == Judged(findings=1, false=1)
    assert found["a"] + found["b"] == Judged(3, 2, 1, 6, 4, 1)


def test_gold_is_read() -> None:
    """The project's own gold becomes data, with every bead and defect of the files."""
    folder = ROOT / "tests" / "gold"
    golds = read_gold(folder)
    raw = [json.loads(f.read_text(encoding="utf-8")) for f in sorted(folder.glob("*.json"))]
    assert len(golds) == len(raw) > 10
    assert [len(g.beads) for g in golds] == [len(r["beads"]) for r in raw]
    assert [len(g.defects) for g in golds] == [len(r["defects"]) for r in raw]
    assert sum(b.moved for g in golds for b in g.beads) > 0
    assert golds[0] == from_json(golds[0].name, raw[0])
    assert len(hash_of_gold(folder, golds, ROOT)) == len(hash_of_sources()) == 12


def test_what_is_no_gold_is_an_error(tmp_path: Path) -> None:
    """A missing folder, and a file that lacks what gold has."""
    with pytest.raises(InputError, match="no gold here"):
        read_gold(tmp_path)
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match=r"x\.json: is no gold"):
        read_gold(tmp_path)
