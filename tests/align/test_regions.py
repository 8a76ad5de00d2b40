"""Files cut into paragraphs otherwise: sentences find each other across the borders of blocks."""

import pytest

from zhen_align.align.align import align_pair
from zhen_align.read.document import parse
from zhen_align.types import Alignment

# a small text about a mill, sentence by sentence
MILL = [
    ("磨坊建在河边的山坡上。", "The mill stands on a hill beside the river."),
    ("风车有4片帆。", "The windmill has 4 sails."),
    ("磨坊主人每天清晨打开大门。", "The owner of the mill opens the gate every morning."),
    ("农民用马车把小麦运来。", "Farmers bring wheat on their carts."),
    ("石头把谷物磨成面粉。", "The stones grind the grain into flour."),
    ("夏天河水很浅，鱼很少。", "In summer the river is shallow and has few fish."),
    ("孩子们在桥下游泳。", "The children swim under the bridge."),
    ("冬天的夜晚，狼在森林里嚎叫。", "On winter nights wolves howl in the forest."),
]
# of something else: a recipe for soup
SOUP_ZH = ["把洋葱切成薄片，放进锅里。", "加一勺盐和两杯牛奶。", "用小火煮二十分钟。"]
TAX_EN = ["The parliament raised the tax on imported cars.", "Two ministers resigned last week."]


def aligned(zh: list[list[str]], en: list[list[str]], suffix: str = "md") -> Alignment:
    """Align two files of paragraphs."""
    return align_pair(
        parse(f"x.zh.{suffix}", "\n\n".join("".join(p) for p in zh) + "\n"),
        parse(f"x.en.{suffix}", "\n\n".join(" ".join(p) for p in en) + "\n"),
    )


def pairs(found: Alignment) -> list[tuple[str, str, float]]:
    """Return the texts and the score of each bead that has both sides."""
    return [
        (
            "".join(s.span.of(found.zh.text) for s in bead.zh),
            " ".join(s.span.of(found.en.text) for s in bead.en),
            bead.score,
        )
        for bead in found.beads
        if bead.zh and bead.en
    ]


def cut(side: int, *sizes: int) -> list[list[str]]:
    """Return one side of the text in paragraphs of so many sentences."""
    sentences, at, found = [pair[side] for pair in MILL], 0, []
    for size in sizes:
        found.append(sentences[at : at + size])
        at += size
    assert at == len(MILL)
    return found


def test_one_paragraph_against_many() -> None:
    """A text that is one paragraph in one language and eight in the other."""
    found = aligned(cut(0, 8), cut(1, *[1] * 8))
    assert [(zh, en) for zh, en, _ in pairs(found)] == MILL
    assert min(score for *_, score in pairs(found)) > 0.5
    assert [(link.zh, link.en) for link in found.links] == [((0,), tuple(range(8)))]


def test_borders_that_differ_everywhere() -> None:
    """No paragraph ends where one of the other language does."""
    found = aligned(cut(0, 5, 1, 2), cut(1, 1, 5, 2))
    assert [(zh, en) for zh, en, _ in pairs(found)] == MILL


def test_paragraphs_that_correspond_stay_pairs() -> None:
    """Where nothing is cut otherwise the links are those of the blocks."""
    found = aligned(cut(0, 3, 2, 3), cut(1, 3, 2, 3))
    assert [(link.zh, link.en) for link in found.links] == [((n,), (n,)) for n in range(3)]
    assert [(zh, en) for zh, en, _ in pairs(found)] == MILL


def test_what_is_cut_otherwise_ends_at_headings() -> None:
    """The paragraphs before a pair of headings stay as they are."""
    zh = [*cut(0, 3, 5)[:1], ["## 在河上"], *cut(0, 3, 3, 2)[1:]]
    en = [*cut(1, 3, 5)[:1], ["## On the river"], *cut(1, 3, 1, 4)[1:]]
    found = aligned(zh, en)
    assert [(zh, en) for zh, en, _ in pairs(found) if "##" not in zh][3:] != []
    assert [link.zh for link in found.links] == [(0,), (1,), (2, 3)]


def test_a_heading_of_one_text_only_is_no_part_of_a_sentence() -> None:
    """Headings that the translation lacks stay alone, and the text around them is found."""
    zh = [["# 山坡"], *cut(0, 2, 6)[:1], ["# 谷物与面粉"], *cut(0, 2, 3, 3)[1:]]
    found = aligned(zh, cut(1, 4, 4))
    assert [(zh, en) for zh, en, _ in pairs(found)] == MILL
    alone = [s.span.of(found.zh.text) for b in found.beads if not b.en for s in b.zh]
    assert alone == ["山坡", "谷物与面粉"]


def test_what_says_something_else_is_not_paired() -> None:
    """Paragraphs left over on both sides that have nothing to do with each other."""
    found = aligned([*cut(0, 4, 4), SOUP_ZH], [*cut(1, 4, 4), TAX_EN])
    made_up = [p for p in pairs(found) if p[:2] not in MILL]
    assert all(score <= 0.5 for *_, score in made_up)


def test_a_list_made_a_paragraph() -> None:
    """Items on one side, running text on the other."""
    items = [[f"- {zh}"] for zh, _ in MILL]
    found = aligned(items, cut(1, 8))
    assert [(zh, en) for zh, en, _ in pairs(found)] == MILL


def test_wrapped_lines() -> None:
    """Lines that an editor has wrapped, in paragraphs that do not correspond."""
    zh = [[wrapped("".join(p), 16, "")] for p in cut(0, 5, 3)]
    en = [[wrapped(" ".join(p), 48, " ")] for p in cut(1, 2, 6)]
    found = [(zh.replace("\n", ""), en.replace("\n", " ")) for zh, en, _ in pairs(aligned(zh, en))]
    assert found == MILL


def wrapped(text: str, width: int, blank: str) -> str:
    """Return a paragraph in lines of so many characters."""
    lines = [""]
    for word in text.split(" ") if blank else text:
        if lines[-1] and len(lines[-1] + blank + word) > width:
            lines.append(word)
        else:
            lines[-1] += (blank if lines[-1] else "") + word
    return "\n".join(lines)


def test_two_books_are_left_to_their_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many paragraphs to hold each against each: sentences are found all the same."""
    monkeypatch.setattr("zhen_align.align.blocks._DENSE", 4)
    caption = ["图1：磨坊", "Fig. 1: The mill"]
    found = aligned([*cut(0, 5, 1, 2), caption[:1]], [*cut(1, 1, 5, 2), caption[1:]])
    assert [(zh, en) for zh, en, _ in pairs(found)] == [*MILL, tuple(caption)]
