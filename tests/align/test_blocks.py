"""Which blocks translate which: whole small files in several layouts."""

import pytest

from zhen_align.align.blocks import lines, pair_blocks
from zhen_align.align.tokens import evidence_text
from zhen_align.read.document import parse
from zhen_align.types import Document, Lang, Link

# original paragraphs of a village story: English, Chinese
STORY = [
    ("The miller ground 40 sacks of wheat before the flood.", "磨坊主在洪水前磨了40袋小麦。"),
    ("His daughter painted a blue horse on the kitchen door.", "他的女儿在厨房门上画了一匹蓝马。"),
    ("Every autumn the teacher picked mushrooms in the forest.", "老师每年秋天到森林里采蘑菇。"),
    ("A doctor from London opened a small hospital in 1893.", "伦敦医生于1893年开了一家小医院。"),
    ("The railway station burned down and was never rebuilt.", "火车站被烧毁，再也没有重建。"),
    ("Fishermen sell salt and dried fish at the harbour market.", "渔民在港口市场上卖盐和鱼干。"),
    ("The mayor bought a silver telescope to watch the stars.", "市长买了一架银色望远镜来看星星。"),
    ("Two soldiers guarded the wooden bridge all winter.", "整个冬天都有两名士兵守卫木桥。"),
]  # fmt: skip


def paired(text: str) -> set[tuple[str, str]]:
    """Return the texts of the blocks that are linked."""
    document = parse("x.md", text)
    return {
        (document.blocks[e].span.of(text), document.blocks[z].span.of(text))
        for link in links(document)
        for e in link.en
        for z in link.zh
    }


def links(document: Document) -> list[Link]:
    """Return the links of one file that holds both languages."""
    return pair_blocks(lines(document, (Lang.ZH,)), lines(document, (Lang.EN,)), True)


def paragraphs(*texts: str) -> str:
    """Return a file of paragraphs."""
    return "\n\n".join(texts) + "\n"


ALL = set(STORY)
EN, ZH = [en for en, _ in STORY], [zh for _, zh in STORY]
LAYOUTS = {
    "interleaved": [text for pair in STORY for text in pair],
    "Chinese first": [text for en, zh in STORY for text in (zh, en)],
    "in halves": [*EN, *ZH],
    "runs": [*EN[:3], *ZH[:3], *ZH[3:5], *EN[3:5], *EN[5:], *ZH[5:]],
    "sections permuted": [*EN, *ZH[5:], *ZH[2:5], *ZH[:2]],
    "one moved": [ZH[6], *(text for pair in STORY for text in pair if text != ZH[6])],
}


@pytest.mark.parametrize("texts", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_layouts(texts: list[str]) -> None:
    """Every pair is found whatever the order, and no other."""
    assert paired(paragraphs(*texts)) == ALL


def test_what_has_no_partner_stays_alone() -> None:
    """A paragraph whose translation is missing is given nobody else's."""
    assert paired(paragraphs(*EN, *ZH[:3], *ZH[4:])) == ALL - {STORY[3]}
    assert paired(paragraphs(*EN[:6], *ZH)) == set(STORY[:6])


def test_two_lone_lines_between_pairs() -> None:
    """Words that are translated elsewhere speak against it; partners on both sides for it."""
    odd = ("Horse, salt, fish, wheat, mushrooms, stars!", "乒乓叮咚噼里啪啦轰隆。")  # noises
    pairs = [*STORY[:4], odd, *STORY[4:]]
    document = parse("x.md", paragraphs(*(text for pair in pairs for text in pair)))
    found = {document.blocks[k.zh[0]].span.of(document.text): k for k in links(document)}
    assert found[odd[1]].why == "between two pairs"
    assert found[odd[1]].score < min(k.score for zh, k in found.items() if zh != odd[1])


def test_a_title_that_stands_twice() -> None:
    """A running title makes neither its pair doubtful nor anything else its partner."""
    title, rendered = "# The Mill and the Bridge", "# 磨坊与桥"
    texts = [title, rendered, *(t for pair in STORY for t in pair), title, rendered]
    found = paired(paragraphs(*texts))
    assert found == ALL | {(title[2:], rendered[2:])}
    document = parse("x.md", paragraphs(*texts))
    used = [n for link in links(document) for n in link.zh + link.en]
    assert len(used) == len(set(used)) == len(texts)


def test_one_language_only() -> None:
    """Without a second language there is nothing to pair."""
    assert paired(paragraphs(*EN)) == set() == paired(paragraphs(*ZH)) == paired("")


def test_a_link_says_why() -> None:
    """The reason names the order and the rarest words that match."""
    document = parse("x.md", paragraphs(*LAYOUTS["one moved"]))
    spans = {link: document.blocks[link.zh[0]].span for link in links(document)}
    by_text = {span.of(document.text): link for link, span in spans.items()}
    assert by_text[ZH[3]].why.startswith("in order: ")
    assert "#1893" in by_text[ZH[3]].why
    assert by_text[ZH[6]].why.startswith("moved")
    assert all(0.5 <= link.score <= 1 for link in by_text.values())


def test_evidence_keeps_the_places() -> None:
    """Code is blanked where it stands and given as a literal."""
    document = parse("x.md", "Call `fit(x)` twice.\n")
    (block,) = document.blocks
    text = evidence_text(document, block.span.start, block)
    assert text.text == "Call " + " " * len("`fit(x)`") + " twice."
    assert text.literals == ("`fit(x)`",)


def test_whose_partner_is_a_guess_where_a_line_stands_often() -> None:
    """Of ten same lines one may be the partner, but nobody can say which."""
    often = [STORY[0][0]] * 9
    document = parse("x.md", paragraphs(*(text for pair in STORY for text in pair), *often))
    chances = {document.blocks[k.zh[0]].span.of(document.text): k.score for k in links(document)}
    assert chances[STORY[0][1]] < 0.2
    assert chances[STORY[1][1]] > 0.9


def test_blocks_of_a_book_are_taken_in_sequence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a table of all pairs the same blocks are found, those out of order too."""
    order = [1, 2, 3, 4, 5, 0, 6, 7]
    text = paragraphs(*(en for en, _ in STORY), *(STORY[n][1] for n in order))
    table = paired(text)
    assert table == set(STORY)
    monkeypatch.setattr("zhen_align.align.blocks._DENSE", 1)
    assert paired(text) == table
