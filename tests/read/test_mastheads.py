"""The head of a page: the journal's name and the section's are no title."""

import pytest

from zhen_align.read.document import parse
from zhen_align.read.mastheads import journal

# shelter for fish; half gone
ZH = "海草床为鱼类提供栖息地。它们在过去五十年里减少了一半。"
EN = "Seagrass meadows give shelter to fish. They have shrunk by half in the last fifty years."
TITLES = ("海草床的恢复：十二个海湾的比较", "Restoration of Seagrass Meadows in Twelve Bays")


def kinds(text: str) -> list[tuple[str, str]]:
    """Return the kind of each block with its words."""
    return [(str(b.kind), b.span.of(text)) for b in parse("page.txt", text).blocks]


@pytest.mark.parametrize(
    "words",
    [
        *("海洋学通报", "中华渔业杂志", "南方农业学报（自然科学版）", "港口经济季刊"),
        *("Bulletin of Oceanography", "The Northern Journal of Fish Farming", "Acta Marina Nova"),
        *("Coastal Research Quarterly", "Proceedings of the Harbour Society"),
    ],
)
def test_named_as_journals_are(words: str) -> None:
    """Names of journals in both languages."""
    assert journal(words)


@pytest.mark.parametrize("words", [*TITLES, "日报表的生成", "A Journal", "Letters", "旅行日记"])
def test_not_named_as_journals_are(words: str) -> None:
    """Titles that have something of it: the making of daily reports, a travel diary."""
    assert not journal(words)


def test_a_masthead_in_two_languages_is_no_title() -> None:
    """Above the title stand the journal and the section, each in both languages."""
    text = (
        "海洋学通报\nBulletin of Oceanography\n生态研究\nEcological Research\n\n"
        f"{TITLES[0]}\n{TITLES[1]}\n\n何小明，李雨\nHE Xiaoming, LI Yu\n\n{ZH}\n{EN}\n"
    )
    found = kinds(text)
    assert [kind for kind, _ in found[:4]] == ["metadata"] * 4
    assert found[4:6] == [("title", TITLES[0]), ("title", TITLES[1])]


def test_what_stands_above_a_marked_title() -> None:
    """Where the title is marked, unmarked lines above it are the page's."""
    text = f"海湾观察\nBay Watchers\n\n# {TITLES[0]}\n# {TITLES[1]}\n\n{ZH}\n{EN}\n"
    document = parse("x.md", text)
    found = [str(block.kind) for block in document.blocks]
    assert found[:4] == ["metadata", "metadata", "title", "title"]


def test_a_title_is_not_lost_to_a_shorter_line_below() -> None:
    """The line above the authors is the title only where it is as long as those before."""
    text = f"{TITLES[0]}\n初步报告\n\n何小明，李雨\n\n{ZH}\n"
    assert kinds(text)[0] == ("title", TITLES[0])


def test_a_journal_is_a_title_where_there_is_no_other() -> None:
    """A page about a journal is named after it."""
    assert kinds(f"海洋学通报\n\n{ZH}\n")[0] == ("title", "海洋学通报")


def test_a_menu_with_blanks_between_its_words() -> None:
    """Chinese words in a row, one of them a menu's, are a menu; others may be a heading."""
    text = f"首页 期刊介绍 编委会 投稿指南\n\n{TITLES[0]}\n\n{ZH}\n"
    assert kinds(text)[0][0] == "navigation"
    assert kinds(f"海湾 海草 鱼类\n\n{ZH}\n")[0][0] == "title"


@pytest.mark.parametrize("words", ["综述", "论著", "专题报告"])
def test_a_type_of_article_alone_above_its_text_is_its_heading(words: str) -> None:
    """Where nothing else names the text (review, original article, special report)."""
    assert kinds(f"{words}\n\n{ZH}\n")[0] == ("title", words)
    assert kinds(f"{words}\nReview\n{ZH}\n{EN}\n")[0] == ("title", words)
    assert kinds(f"{words}\n\n{TITLES[0]}\n\n{ZH}\n")[0][0] == "metadata"
