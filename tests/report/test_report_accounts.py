"""The section on accounts of one work."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from zhen_align.compare.accounts import account
from zhen_align.compare.result import Comparison, Group
from zhen_align.config import Config
from zhen_align.engine.session import Session
from zhen_align.read.document import parse
from zhen_align.report import json as as_json
from zhen_align.report.accounts import compared
from zhen_align.report.overview import Overview
from zhen_align.report.page import render
from zhen_align.types import Alignment

Read = Callable[[Overview], Any]

# The pump moves 40 litres an hour. It was built of wood. Nobody has repaired it.
ZH = "这台水泵每小时输送40升水。它是用木头做的。还没有人修理过它。\n"
EN = "The pump moves 400 litres of water an hour. It was made of wood. <b>It costs little.</b>\n"


def _told(greenhouse: Overview) -> Overview:
    one = account(parse("a.md", ZH), parse("b.md", EN))
    found = Comparison((Group(("a.md", "b.md"), "arXiv 2101.00001", 1.0),), accounts=(one,))
    return replace(greenhouse, compared=found)


def test_the_page_shows_links_and_differences(greenhouse: Overview) -> None:
    """And nothing that a text might smuggle in."""
    page = "".join(render(_told(greenhouse)))
    section = page[page.index('<section id="accounts">') :].partition("</section>")[0]
    assert "arXiv 2101.00001" in section
    assert "它是用木头做的。" in section
    assert "10 times as much" in section
    assert "还没有人修理过它。" in section
    assert "<b>It costs" not in section
    assert "&lt;b&gt;It costs" in section


def test_without_accounts_there_is_no_section(greenhouse: Overview) -> None:
    """A page of translations stays as it was."""
    assert 'id="accounts"' not in "".join(render(greenhouse))


def test_the_json_is_that_of_compare(greenhouse: Overview) -> None:
    """With the keys that scripts know."""
    data = json.loads(as_json.render(_told(greenhouse)))["accounts"]
    assert data["groups"][0]["works"] == ["a.md", "b.md"]
    assert {"links", "only", "differences", "candidates"} <= data.keys()


class _Quiet:
    def start(self, total: int) -> None:
        """Hear nothing."""

    def advance(self) -> None:
        """Hear nothing."""


def test_partners_are_not_compared_again(tmp_path: Path) -> None:
    """Two texts that are aligned are no accounts; two with one id beside them are."""
    texts = {
        "a.zh.md": "arXiv:2101.00002\n\n老虎睡在花园里。\n",  # a tiger sleeps in the garden
        "a.en.md": "arXiv:2101.00002\n\nA tiger sleeps in the garden.\n",
        "b.md": f"arXiv:2101.00001\n\n{ZH}", "c.md": f"arXiv:2101.00001\n\n{EN}",
    }  # fmt: skip
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    documents = {name: parse(name, text) for name, text in texts.items()}
    alignments = (
        Alignment(documents["a.zh.md"], documents["a.en.md"], ()),
        Alignment(documents["b.md"], documents["b.md"], ()),
        Alignment(documents["c.md"], documents["c.md"], ()),
    )
    session = Session(alignments)
    found, note = compared(session, Config(root=tmp_path, cache=False, jobs=1), _Quiet())
    assert note == ""
    assert [each.works for each in found.groups] == [("b.md", "c.md")]
    assert all(set(each.works) != {"a.zh.md", "a.en.md"} for each in found.accounts)
