"""What needs no search in a page of both languages, and what belongs to the page."""

import pytest

from zhen_align.align.align import align_document, align_pair
from zhen_align.read.document import parse

# the pump opens every morning / it is quiet, nobody complained
ZH = "水泵每天早上开启，灌溉所有的番茄。水泵很安静，邻居们整整一年从来没有抱怨过。"
EN = (
    "The pump opens every morning and waters all tomatoes. "
    "The pump is quiet, and no neighbour has complained all year."
)


def beads(text: str) -> list[tuple[str, ...]]:
    """Return the words of each bead that is no sentence."""
    found = align_document(parse("page.txt", text))
    return [
        tuple(s.span.of(text) for s in (*bead.zh, *bead.en))
        for bead in found.beads
        if bead.unit != "sentence"
    ]


# a page around {zh} and {en}, and its beads; 熏蒸 is fumigation, which no word here says
PAGES = [
    ("熏蒸 / The Smoke\n\n{zh}\n{en}\n", [("熏蒸", "The Smoke")], "two halves of a line"),
    ("{zh}\n关键词：熏蒸；风箱\n{en}\nKeywords: smoke cure; gust\n",
     [("熏蒸", "smoke cure"), ("风箱", "gust")], "the only two lists of keywords"),
    ("{zh}\n{en}\n\n北山路九号\n", [], "a line that heads nothing"),
    ("{zh}\n{en}\n\n维护\n\n每年清洗水箱两次，并且检查所有软管。\n", [("维护",)],
     "one that heads text without a partner"),
    ("{zh}\n{en}\n\n参考文献\n", [("参考文献",)], "a stock word"),
    ("灌溉番茄的水泵\nThe Pump for Tomatoes\n\n灌溉番茄的水泵\n\n{zh}\n{en}\n",
     [("灌溉番茄的水泵", "The Pump for Tomatoes")], "a title that the page repeats"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "expected", "gloss"), PAGES, ids=[row[2] for row in PAGES])
def test_what_is_given(page: str, expected: list[tuple[str, ...]], gloss: str) -> None:
    """Each page gives the beads shown beside its sentences."""
    assert beads(page.format(zh=ZH, en=EN)) == expected


def test_two_files_give_everything() -> None:
    """A heading that only one of two files has is said to be missing in the other."""

    zh, en = parse("a.zh.txt", f"{ZH}\n\n北山路九号\n"), parse("a.en.txt", f"{EN}\n")
    assert any(not bead.en for bead in align_pair(zh, en).beads)
