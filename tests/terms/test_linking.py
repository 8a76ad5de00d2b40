"""Which of several possible renderings an occurrence has."""

import re

import pytest

from zhen_align.terms.gather import Observation
from zhen_align.terms.linking import link
from zhen_align.terms.pairing import Link
from zhen_align.terms.segments import Segment, Side
from zhen_align.types import Span

# links of one term as (rendering, logit, beads), and the one that is taken where all stand
CASES = [
    ([("核", 2.2, 9), ("卷积核", 2.1, 9)], "卷积核", "a head cut off: kernel"),
    ([("核", 2.2, 9), ("卷积核", 2.1, 5)], "核", "the whole is much rarer"),
    ([("核", 5.0, 9), ("卷积核", 2.1, 9)], "核", "the whole is much less likely"),
    ([("相似", 2.2, 9), ("相似性", 2.0, 2)], "相似性", "a tail lost: similarity"),
    (
        [("微调", 2.2, 3), ("进行微调", 2.0, 3)],
        "微调",
        "a verb before it: carry out",
    ),
    ([("核", 2.2, 1), ("卷积核", 2.1, 1)], "核", "one bead proves nothing"),
]


@pytest.mark.parametrize(("offered", "taken", "gloss"), CASES, ids=[gloss for *_, gloss in CASES])
def test_the_uncut_rendering_is_taken(
    offered: list[tuple[str, float, int]], taken: str, gloss: str
) -> None:
    """Each row takes the rendering that its gloss says."""
    text = max((zh for zh, *_ in offered), key=len)
    segment = Segment("x", 0, Side("a term", ((0, 0),)), Side(text, ((0, 0),)))
    zh = {unit: [Span(text.index(unit), text.index(unit) + len(unit))] for unit, *_ in offered}
    bead = Observation(0, segment, {"term": [Span(2, 6)]}, zh, frozenset(), text)
    links = {"term": [Link(*each) for each in offered]}
    assert list(link([bead], links, -1.0, {})["term"].renderings) == [taken]


def linked(
    en: str, zh: str, links: dict[str, list[Link]], short: dict[str, list[str]]
) -> dict[str, dict[str, int]]:
    """Return where in the Chinese each term of one bead has each of its renderings."""

    def every(unit: str, text: str) -> list[Span]:
        return [Span(m.start(), m.end()) for m in re.finditer(re.escape(unit), text)]

    segment = Segment("x", 0, Side(en, ((0, 0),)), Side(zh, ((0, 0),)))
    offered = {one.zh for listed in links.values() for one in listed}
    places = {unit: found for unit in sorted(offered) if (found := every(unit, zh))}
    spans = {term: every(term, en) for term in links}
    bead = Observation(0, segment, spans, places, frozenset(), zh)
    return {
        term: {one: where[0].zh.start for one, where in used.renderings.items() if where[0].zh}
        for term, used in link([bead], links, -1.0, short).items()
    }


def test_a_part_takes_no_place_from_its_whole() -> None:
    """A model (模型) that also stands alone leaves a pretrained model (预训练模型) its own."""
    links = {"model": [Link("模型", 8.0, 9)], "pretrained model": [Link("预训练模型", 4.0, 2)]}
    zh = "预训练模型胜过从头训练的模型"  # it beats the model that was trained from scratch
    found = linked("the pretrained model beats the model", zh, links, {})
    assert found == {"model": {"模型": 12}, "pretrained model": {"预训练模型": 0}}
    doubtful = {**links, "pretrained model": [Link("预训练模型", 0.5, 2)]}
    found = linked("the pretrained model beats the model", zh, doubtful, {})
    assert found["model"] == {"模型": 3}


def test_what_a_kept_abbreviation_is_renders_nothing() -> None:
    """Beside PDB, kept as it is, 数据库 (database) says what it is; so it does not elsewhere."""
    links = {"PDB": [Link("蛋白质库", 3.0, 1), Link("数据库", 0.5, 2)]}
    assert linked("in PDB", "在PDB 数据库中", links, {"PDB": ["PDB"]}) == {"PDB": {}}
    assert linked("in PDB", "在PDB 数据库中", links, {}) == {"PDB": {"数据库": 5}}
    assert linked("in PDB", "在数据库中", links, {"PDB": ["PDB"]}) == {"PDB": {"数据库": 1}}
    assert linked("in PDB", "在PDB蛋白质库中", links, {"PDB": ["PDB"]}) == {"PDB": {"蛋白质库": 4}}
