"""Two sequences of sentences: the whole way from texts to beads."""

from hypothesis import given, settings
from hypothesis import strategies as st

from zhen_align.align.corridor import through
from zhen_align.align.search import Step
from zhen_align.align.sequences import align_sentences
from zhen_align.align.tokens import Text

# original sentences about a garden, one by one
EN = [
    "The garden has 12 apple trees.", "A wooden fence keeps the sheep out.",
    "In spring the children water the flowers.", "Last year 340 visitors came by train.",
    "The well is 8 metres deep.", "An old map hangs in the kitchen.",
]  # fmt: skip
ZH = [
    "花园里有12棵苹果树。", "木栅栏把羊挡在外面。", "春天孩子们给花浇水。",
    "去年有340名游客乘火车来。", "这口井深8米。", "厨房里挂着一张旧地图。",
]  # fmt: skip


def beads(zh: list[str], en: list[str]) -> list[tuple[int, int, int, int]]:
    """Return the beads between two lists of sentences."""
    steps = align_sentences([Text(t) for t in zh], [Text(t) for t in en])
    return [(s.zh, s.en, s.zh_count, s.en_count) for s in steps]


def test_sentence_by_sentence() -> None:
    """What is translated one to one is aligned so."""
    assert beads(ZH, EN) == [(n, n, 1, 1) for n in range(6)]


def test_one_chinese_sentence_for_two() -> None:
    """A sentence that was cut in two in English has both."""
    zh = [*ZH[:2], ZH[2].removesuffix("。") + "，" + ZH[3], *ZH[4:]]
    assert (2, 2, 1, 2) in beads(zh, EN)


def test_an_omission_stays_alone() -> None:
    """What was left out of the translation has no partner, and its neighbours keep theirs."""
    lost = [
        "Nobody remembers who built the stone tower on the northern hill two centuries ago.",
        "Its bells fell silent when the harbour burned during a night of terrible storms.",
    ]
    found = beads(ZH, EN[:3] + lost + EN[3:])
    assert {(3, 3, 0, 1), (3, 4, 0, 1)} <= set(found)
    assert {(n, n if n < 3 else n + 2, 1, 1) for n in range(6)} <= set(found)


def test_closed_stretches_are_not_left() -> None:
    """Inside given stretches no bead joins sentences of two."""
    steps = align_sentences(
        [Text(t) for t in ZH], [Text(t) for t in EN], through([(2, 3), (3, 1), (1, 2)])
    )
    zh_part, en_part = [0, 0, 1, 1, 1, 2], [0, 0, 0, 1, 2, 2]
    for step in steps:
        parts = set(zh_part[step.zh : step.zh + step.zh_count])
        parts |= set(en_part[step.en : step.en + step.en_count])
        assert len(parts) == 1


def test_an_empty_side() -> None:
    """All sentences of the other side are alone."""
    assert beads([], EN[:2]) == [(0, 0, 0, 1), (0, 1, 0, 1)]
    assert beads(ZH[:2], []) == [(0, 0, 1, 0), (1, 0, 1, 0)]
    assert beads([], []) == []


def covered(steps: list[Step], zh: int, en: int) -> bool:
    """Tell whether the steps run through both sides without a gap."""
    row = place = 0
    for step in steps:
        if (step.zh, step.en) != (row, place) or not 0 <= step.chance <= 1:
            return False
        row, place = row + step.zh_count, place + step.en_count
    return (row, place) == (zh, en)


SOME = st.lists(st.sampled_from([*ZH, *EN, "", "。", "1", "😀", "长" * 50]), max_size=50)


@settings(max_examples=30, deadline=None)
@given(SOME, SOME)
def test_every_sentence_is_in_one_bead(zh: list[str], en: list[str]) -> None:
    """Whatever stands there, on whichever side, the beads run through both texts."""
    steps = align_sentences([Text(t) for t in zh], [Text(t) for t in en])
    assert covered(steps, len(zh), len(en))
    assert steps == align_sentences([Text(t) for t in zh], [Text(t) for t in en])


def test_texts_that_are_no_translations_are_believed_little() -> None:
    """Beads between strangers come with low scores, those of a translation with high ones."""
    zh = [Text("水泵开启。"), Text("阀门关闭。")]  # the pump opens, the valve closes
    french = [Text("La pluie tombe encore."), Text("Le vent se lève.")]
    english = [Text("The pump opens."), Text("The valve closes.")]
    assert all(step.chance < 0.1 for step in align_sentences(zh, french) if step.en_count)
    assert all(step.chance > 0.9 for step in align_sentences(zh, english))
