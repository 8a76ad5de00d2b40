"""Sentences whose translation stands elsewhere are found, and nothing is made up."""

import pytest

from zhen_align.align import moves
from zhen_align.align.align import align_pair
from zhen_align.align.corridor import whole
from zhen_align.align.looks import prepare
from zhen_align.align.search import Step
from zhen_align.align.tokens import Text
from zhen_align.align.weights import Weights
from zhen_align.read.document import parse
from zhen_align.types import Alignment

# English, Chinese: a day at the harbour, three paragraphs of three sentences
STORY = [
    ("The miller ground 40 sacks of wheat before the flood.", "磨坊主在洪水前磨了40袋小麦。"),
    ("His daughter painted a blue horse on the kitchen door.", "他的女儿在厨房门上画了一匹蓝马。"),
    ("Every autumn the teacher picked mushrooms in the forest.", "老师每年秋天到森林里采蘑菇。"),
    ("A doctor from London opened a small hospital in 1893.", "伦敦医生于1893年开了一家小医院。"),
    ("The railway station burned down and was never rebuilt.", "火车站被烧毁，再也没有重建。"),
    ("Fishermen sell salt and dried fish at the harbour market.", "渔民在港口市场上卖盐和鱼干。"),
    ("The mayor bought a silver telescope to watch the stars.", "市长买了一架银色望远镜来看星星。"),
    ("Two soldiers guarded the wooden bridge all winter.", "整个冬天都有两名士兵守卫木桥。"),
    ("The old baker gave each child warm bread.", "老面包师给每个孩子热面包。"),
]  # fmt: skip
EN, ZH = [en for en, _ in STORY], [zh for _, zh in STORY]


def pairs(found: Alignment, *, moved: bool) -> set[tuple[str, str]]:
    """Return the 1-1 beads that are moved, or those that are not."""
    return {
        (bead.en[0].span.of(found.en.text), bead.zh[0].span.of(found.zh.text))
        for bead in found.beads
        if bead.kind == "1-1" and bead.moved is moved
    }


def aligned(zh: list[list[str]]) -> Alignment:
    """Align the story, in paragraphs of three, with Chinese paragraphs."""
    english = "\n\n".join(" ".join(EN[at : at + 3]) for at in (0, 3, 6))
    chinese = "\n\n".join("".join(paragraph) for paragraph in zh)
    return align_pair(parse("x.zh.md", chinese + "\n"), parse("x.en.md", english + "\n"))


def test_into_another_paragraph() -> None:
    """A sentence that stands in another paragraph is one moved bead, the others stay."""
    found = aligned([[ZH[0], ZH[2]], [ZH[3], ZH[4], ZH[5]], [ZH[6], ZH[1], ZH[7], ZH[8]]])
    assert pairs(found, moved=True) == {STORY[1]}
    assert pairs(found, moved=False) == set(STORY) - {STORY[1]}


def test_inside_a_paragraph() -> None:
    """The first sentence of three that was put last."""
    found = aligned([ZH[:3], [ZH[4], ZH[5], ZH[3]], ZH[6:]])
    assert pairs(found, moved=True) == {STORY[3]}
    assert pairs(found, moved=False) == set(STORY) - {STORY[3]}


def test_what_says_nothing_alike_stays_alone() -> None:
    """A sentence that was left out and one that was put in elsewhere are no pair."""
    extra = "那年的葡萄酒特别甜。"  # the wine was very sweet that year
    found = aligned([[ZH[0], ZH[2]], ZH[3:6], [*ZH[6:8], extra, ZH[8]]])
    assert pairs(found, moved=True) == set()
    assert pairs(found, moved=False) == set(STORY) - {STORY[1]}
    alone = {bead.kind for bead in found.beads if not (bead.zh and bead.en)}
    assert alone == {"1-0", "0-1"}


def test_many_doubtful_beads_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Doubtful beads are broken for better ones, but where they are many only lone ones join."""
    ready = prepare([Text(t) for t in ZH[:3]], [Text(t) for t in EN[2::-1]], whole(3, 3))
    doubtful = [Step(0, 0, 1, 1, 0.1), Step(1, 1, 1, 0, 0.6), Step(2, 1, 0, 1, 0.6)]
    doubtful.append(Step(2, 2, 1, 1, 0.1))

    def joined() -> set[tuple[int, int]]:
        found = moves.with_moves(ready, doubtful, Weights())
        return {(step.zh, step.en) for step in found if step.zh_count and step.en_count}

    assert joined() == {(0, 2), (1, 1), (2, 0)}
    monkeypatch.setattr(moves, "_MOST", 3)
    assert joined() == {(0, 0), (1, 1), (2, 2)}


def test_names_that_the_text_teaches() -> None:
    """A moved sentence that says little but a name is found where other beads taught the name."""
    en = [
        "Then Grembold came.",
        "The miller Grembold ground 40 sacks of wheat.",
        "Every autumn Grembold picked mushrooms in the forest.",
        "The mayor gave Grembold a silver telescope.",
        "Grembold sold salt and dried fish at the market.",
    ]
    zh = [
        "随后格姆博德来了。",
        "磨坊主格姆博德磨了40袋小麦。",
        "每年秋天格姆博德到森林里采蘑菇。",
        "市长送给格姆博德一架银色望远镜。",
        "格姆博德在市场上卖盐和鱼干。",
    ]  # the same, sentence by sentence
    chinese = ["".join(zh[1:]), "".join(ZH[3:6]), "".join([*ZH[6:8], zh[0], ZH[8]])]
    english = [" ".join(en), " ".join(EN[3:6]), " ".join(EN[6:])]
    found = align_pair(
        parse("x.zh.md", "\n\n".join(chinese) + "\n"), parse("x.en.md", "\n\n".join(english) + "\n")
    )
    assert pairs(found, moved=True) == {(en[0], zh[0])}
