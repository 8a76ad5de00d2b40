"""Entries of lists of literature, in the styles of several publishers, and what only looks so."""

import pytest

from zhen_align.pipeline import parsed
from zhen_align.text.literature import is_entry

TITLE = "# A title\n\nA long paragraph of text stands here and says little of what follows it.\n\n"
ALONE = [
    "Roe A, Bell N, Carr P, et al. Pumps without valves. Adv Flow Eng 2017;30:598-608.",
    "Roe, Y., & Bell, Q. (2021). Learning pumps. Flow Letters, 12(3), 4–9.",
    "Roe, M., Bell, P.: Deep pumps. In: Proceedings of the Flow Conference, pp. 1–12 (2019)",
    "H. Roe, M.-W. Bell, and K. Carr, “PUMP,” in Proc. FLOW, 2019, pp. 4171–4186.",
    "Roe T. Cheap pumps. arXiv preprint arXiv:2101.00001, 2021.",
    "1. Roe, F. et al. A new pump. Flow 579, 265–269 (2020).",
]
NO_ENTRY = [
    "Roe, J. et al. (2020) found that the pump of 2019 was wrong.",
    "In 2020, J. Roe and K. Bell published a survey (2020). See Journal of Flow.",
    "1. Stop the pump of 2019 before you open it.",
    "- [The manual](https://flow.example/2020/manual)",
]


def last(text: str, before: str = TITLE) -> bool:
    """Whether the last block of a page is an entry."""
    document = parsed("a.md", (before + text).encode())
    return is_entry(document, len(document.blocks) - 1)


@pytest.mark.parametrize("text", ALONE)
def test_an_entry_is_known_by_its_looks(text: str) -> None:
    """With a heading above it or without."""
    assert last(text)
    assert last(text, TITLE + "## References\n\n")


@pytest.mark.parametrize("text", NO_ENTRY)
def test_prose_and_links_are_no_entries(text: str) -> None:
    """Authors and years stand in prose, too."""
    assert not last(text)
    assert not last(text, TITLE + "## References\n\n## Notes\n\n")


@pytest.mark.parametrize("head", ["参考文献", "## 6 References (selected)", "## 参考文献（节选）"])
def test_under_the_heading_less_is_asked(head: str) -> None:
    """The heading says what its lines are."""
    assert last("[7] 罗远, 林岚. 水泵综述[J]. 流体, 2020: 45.", f"{TITLE}{head}\n\n")
    assert last("Roe A. A pump without valves, 2019.", f"{TITLE}{head}\n\n")
    assert not last("Roe A. A pump without valves, 2019.", f"{TITLE}## Pumps\n\n")


def test_a_list_of_links_under_the_heading_is_text() -> None:
    """Documentation calls its links references, and translates them."""
    assert not last("- [The manual](https://flow.example/2020/manual)", TITLE + "## 参考文献\n\n")
