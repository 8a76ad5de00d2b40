"""Which of several possible renderings an occurrence has."""

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
    assert list(link([bead], links, -1.0)["term"].renderings) == [taken]
