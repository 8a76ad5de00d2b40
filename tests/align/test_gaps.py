"""Lone lines between pairs take each other where their place and length allow it."""

import pytest

from zhen_align.align.align import align_document
from zhen_align.read.document import parse

# English, Chinese; the village goes about its day
AROUND = [
    ("The miller ground 40 sacks of wheat before the flood.", "磨坊主在洪水前磨了40袋小麦。"),
    ("His daughter painted a blue horse on the kitchen door.", "他的女儿在厨房门上画了一匹蓝马。"),
    ("Every autumn the teacher picked mushrooms in the forest.", "老师每年秋天到森林里采蘑菇。"),
    ("A doctor from London opened a small hospital in 1893.", "伦敦医生于1893年开了一家小医院。"),
]  # fmt: skip
# what stands between the second and the third pair, and which of it is paired
GAPS = [
    (["## Zorb"], ["## 咕噜"], {("Zorb", "咕噜")}, "a name that nobody knows"),
    (["Nobody here."], ["## 咕噜"], set(), "a paragraph and a heading"),
    (
        ["## Zorb"],
        ["## 咕噜噜哗啦啦叮叮当当乒乒乓乓轰隆隆隆呼呼哈嘿哟呀咿呜哎嗨"],
        set(),
        "a heading far too long",
    ),
    (
        ["## Zorb", "The last ship of the year left the bay."],
        ["## 咕噜"],
        {("Zorb", "咕噜")},
        "a heading and a paragraph that was left out",
    ),
]


def paired(en: list[str], zh: list[str]) -> set[tuple[str, str]]:
    """Return which lines are paired beside those around."""
    before, after = AROUND[:2], AROUND[2:]
    texts = [
        *(text for pair in before for text in pair),
        *en,
        *zh,
        *(text for pair in after for text in pair),
    ]
    document = parse("x.md", "\n\n".join(texts) + "\n")
    found = {
        (bead.en[0].span.of(document.text), bead.zh[0].span.of(document.text))
        for bead in align_document(document).beads
        if bead.zh and bead.en
    }
    assert found >= set(AROUND)
    return found - set(AROUND)


@pytest.mark.parametrize(("en", "zh", "wanted", "note"), GAPS, ids=[row[3] for row in GAPS])
def test_lone_lines(en: list[str], zh: list[str], wanted: set[tuple[str, str]], note: str) -> None:
    """Each row names what stands in the gap and what is paired of it."""
    assert paired(en, zh) == wanted
