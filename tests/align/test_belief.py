"""What speaks for a link and against it, and how sure that makes us."""

from collections.abc import Sequence

import numpy as np
import pytest

from zhen_align.align.belief import FEATURES, WEIGHTS, chances, features
from zhen_align.align.cells import cells
from zhen_align.align.lexicon import Lexicon
from zhen_align.align.peel import Cell
from zhen_align.align.tokens import Text, tokenize
from zhen_align.align.torn import Line
from zhen_align.types import Block, Kind, Lang, Span

EN = ["The bridge is old.", "Sheep eat grass.", "The market is near the river."]
ZH = ["桥很古老。", "羊吃草。", "市场在河边。"]  # bridge; sheep; market


def lines(texts: list[str], kind: Kind = Kind.PARAGRAPH) -> list[Line]:
    """Return blocks of one kind."""
    block = Block(Span(0, 1), kind, Lang.EN)
    return [Line(n, block, Text(text)) for n, text in enumerate(texts)]


def seen(
    lex: Lexicon,
    en: list[str],
    zh: list[str],
    path: list[Cell],
    kind: Kind = Kind.PARAGRAPH,
    scores: dict[tuple[int, int], float] | None = None,
    kept: Sequence[Cell] = (),
) -> list[dict[str, float]]:
    """Return the features of a path by name; cells are worth -2 unless said otherwise."""
    en_lines, zh_lines = lines(en, kind), lines(zh, kind)
    table = cells(*tokenize([u.text for u in zh_lines], [u.text for u in en_lines], lex))
    total = np.full((len(en), len(zh)), -2.0, dtype=np.float32)
    for place, score in (scores or {}).items():
        total[place] = score
    rows = features(path, kept, table, total, zh_lines, en_lines)
    return [dict(zip(FEATURES, row, strict=True)) for row in rows]


def diagonal(*numbers: int, peel: int = 0) -> list[Cell]:
    """Return cells on the diagonal, each worth 4."""
    return [Cell((n,), (n,), 4.0, peel) for n in numbers]


def test_a_rival_is_the_best_other_cell_of_row_and_column(lex: Lexicon) -> None:
    """The margin is over what else either line could have been paired with."""
    scores = {(0, 0): 4.0, (0, 2): 1.0, (1, 0): 3.0, (1, 2): 9.0}
    (first,) = seen(lex, EN, ZH, diagonal(0), scores=scores)
    assert first["over rival"] == pytest.approx((4.0 - 3.0) / 4)


def test_a_line_said_twice_is_no_rival_of_itself(lex: Lexicon) -> None:
    """A title that stands twice does not make its translation doubtful."""
    scores = {(0, 0): 4.0, (3, 0): 4.0, (0, 3): 4.0}
    twice = seen(lex, [*EN, f" {EN[0]} "], [*ZH, ZH[0]], diagonal(0), scores=scores)[0]
    other = seen(lex, [*EN, "A bridge, old."], [*ZH, "桥古老了"], diagonal(0), scores=scores)[0]
    assert twice["over rival"] > 0 == other["over rival"]


def test_what_finds_a_translation(lex: Lexicon) -> None:
    """A right pair finds most of its words, a wrong one none."""
    right = seen(lex, EN, ZH, diagonal(0))[0]
    wrong = seen(lex, EN, ZH, [Cell((0,), (1,), 4.0)])[0]
    assert right["zh found"] > 0.5 > wrong["zh found"] == wrong["en found"] == 0
    assert right["en found"] > 0.5
    more = [f"{EN[0]} Zyzzyva quokka.", *EN[1:]]  # words that nothing here could translate
    assert seen(lex, more, ZH, diagonal(0))[0]["en found"] == right["en found"]


def test_gaps_count_what_was_skipped(lex: Lexicon) -> None:
    """Neighbours on the path leave no gap; a skipped line does, and a moved cell a wide one."""
    full = seen(lex, EN, ZH, diagonal(0, 1, 2))
    assert [row["gaps"] for row in full] == [0.0, 0.0, 0.0]
    ends = seen(lex, EN, ZH, diagonal(0, 2))
    assert ends[0]["gaps"] == ends[1]["gaps"] == pytest.approx(np.log(3))
    moved = seen(lex, EN, ZH, diagonal(0, 1, 2, peel=1))
    assert {row["moved"] for row in moved} == {1.0}
    assert min(row["gaps"] for row in moved) > ends[0]["gaps"]


def test_company_is_what_is_paired_around(lex: Lexicon) -> None:
    """Only more than half counts; what was kept before counts too; alone is as good as all."""
    texts = [str(n) for n in range(9)]
    full = seen(lex, texts, texts, diagonal(*range(9)))
    assert {row["company"] for row in full} == {1.0}
    lone = seen(lex, texts, texts, diagonal(4))
    assert lone[0]["company"] == 0.0
    most = seen(lex, texts, texts, diagonal(0, 1, 2, 3, 4, 5))
    assert most[4]["company"] == pytest.approx(2 * 5 / 8 - 1)
    assert seen(lex, texts[:1], texts[:1], diagonal(0))[0]["company"] == 1.0
    before = seen(lex, texts, texts, diagonal(4), kept=diagonal(0, 1, 2, 3, 5, 6, 7, 8))
    assert before[0]["company"] == 1.0


def test_support_is_how_strong_the_neighbours_are(lex: Lexicon) -> None:
    """Two near neighbours give more than one, and than two further off."""
    near = seen(lex, EN, ZH, diagonal(0, 1, 2))
    assert near[1]["support"] == pytest.approx(2 * 4 / 6)
    assert near[0]["support"] == pytest.approx(4 / 6)
    far = seen(lex, EN, ZH, diagonal(0, 2))
    assert far[0]["support"] == far[1]["support"] == pytest.approx(4 / 6 / 3)


def test_headings_are_marked(lex: Lexicon) -> None:
    """Two headings, not two paragraphs."""
    assert seen(lex, EN, ZH, diagonal(0), Kind.HEADING)[0]["headings"] == 1.0
    assert seen(lex, EN, ZH, diagonal(0))[0]["headings"] == 0.0


def test_chances_follow_the_weights() -> None:
    """One weight a feature; nothing known is even odds; for and against move the chance."""
    assert len(FEATURES) == len(WEIGHTS)
    nothing = [0.0] * len(FEATURES)
    assert chances([nothing]) == [0.5]
    by_name = dict(zip(FEATURES, WEIGHTS, strict=True))
    assert by_name["told"] > 0 < by_name["over rival"]
    assert by_name["gaps"] < 0
    for n, weight in enumerate(WEIGHTS):
        row = [float(k == n) for k in range(len(FEATURES))]
        assert (chances([row])[0] > 0.5) == (weight > 0)


def test_absurd_features_give_a_chance() -> None:
    """Numbers that are far out of bounds neither overflow nor leave 0..1."""
    wild = [[sign * 1e6 * weight for weight in WEIGHTS] for sign in (1, -1)]
    assert chances(wild) == pytest.approx([1.0, 0.0])
