"""What a text says about which work it is: ids in any form, its own and not others'."""

import pytest

from zhen_align.compare.identity import arxiv_ids, dois, identity, title_key
from zhen_align.read.document import parse

FORMS = [
    ("https://arxiv.org/abs/2401.01234", "an address"),
    ("https://arxiv.org/pdf/2401.01234v2.pdf", "the address of the PDF, with a version"),
    ("arXiv:2401.01234v3 [cs.CL]", "as papers cite it"),
    ("arxiv id: 2401.01234", "as a field"),
    ("[Arxiv](https://arxiv.org/abs/2401.01234)", "a link"),
    ("https://doi.org/10.48550/arXiv.2401.01234", "the DOI that arXiv gives"),
]


@pytest.mark.parametrize(("text", "gloss"), FORMS, ids=[gloss for _, gloss in FORMS])
def test_an_arxiv_id_in_any_form(text: str, gloss: str) -> None:
    """The bare id, without its version."""
    assert set(arxiv_ids(text)) == {"2401.01234"}
    assert identity(parse("x.md", f"# Rivers and Pumps Today\n\n{text}\n")).arxiv == "2401.01234"


NOT_IDS = ["version 2401.01234", "共 1234.56789 元", "2401.0123 litres", "arXiv 2013"]


@pytest.mark.parametrize("text", NOT_IDS)
def test_a_number_is_no_id(text: str) -> None:
    """Only what is said to be of arXiv is an id in running text."""
    assert list(arxiv_ids(text)) == []


def test_an_id_in_the_path_or_in_the_front_matter() -> None:
    """Both are the work's own, and surer than what the text mentions."""
    text = "# Rivers and Pumps Today\n\nBetter than arXiv:2312.00001.\n"
    assert identity(parse("notes/2401.01234v1/review.md", text)).arxiv == "2401.01234"
    matter = "---\narxiv_id: '2401.01234'\n---\n\n" + text
    assert identity(parse("x.md", matter)).arxiv == "2401.01234"


def test_an_id_in_the_path_of_an_image() -> None:
    """A page that names no id but keeps its pictures under one."""
    text = (
        "# 河流与水泵\n\n水泵很省水。\n\n![图](../images/2401.01234/pump.png)\n"  # pumps save water
    )
    assert identity(parse("x.md", text)).arxiv == "2401.01234"


def test_several_works_in_a_text_are_none_of_its_own() -> None:
    """A reading list names many works and is about none of them."""
    text = "# June Reading List\n\n- arXiv:2401.01234\n- arXiv:2402.00001\n"
    assert identity(parse("x.md", text)).arxiv == ""


def test_references_are_others() -> None:
    """Ids and DOIs below that heading are not looked at."""
    text = (
        "# Rivers and Pumps Today\n\nPumps.\n\n## References\n\n[1] arXiv:2401.01234, 10.1000/x.1\n"
    )
    found = identity(parse("x.md", text))
    assert (found.arxiv, found.doi) == ("", "")


def test_a_doi_ends_where_the_sentence_does() -> None:
    """Marks after it, half or full width, are not part of it; case does not matter."""
    assert list(dois("（DOI：10.1000/Abc.2024.01），另见")) == ["10.1000/abc.2024.01"]  # see also


def test_titles_of_both_languages() -> None:
    """Long enough ones, each once."""
    text = "# 河流与水泵的今天\n\n> Rivers and Pumps Today\n\n# 摘要\n\n水泵很省水。\n"
    assert identity(parse("x.md", text)).titles == ("河流与水泵的今天", "Rivers and Pumps Today")
    assert title_key("河流：与水泵") == title_key("河流 与 水泵")
