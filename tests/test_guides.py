"""The guides for adding a thing: the code that they show works as they say."""

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from zhen_align.lint import outputs, rules
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.outputs import render
from zhen_align.lint.report import Report
from zhen_align.read import document
from zhen_align.read.document import parse
from zhen_align.types import Alignment, Bead, Document, Lang, Sentence, Span, Unit

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> ModuleType:
    """Return the first block of code of the page that the test names, as a module."""
    page = DOCS / f"adding-a-{request.param}.md"
    code = re.search(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert code is not None
    module = ModuleType(f"guide_{request.param}")
    exec(compile(code[1], page.name, "exec"), module.__dict__)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return module


def _aligned(zh: str, en: str) -> Alignment:
    """Return one bead of one sentence a side."""
    sides = [
        (Document(f"x.{lang}.md", text, ()), Sentence(Span(0, len(text)), lang, Unit.SENTENCE))
        for lang, text in ((Lang.ZH, zh), (Lang.EN, en))
    ]
    (chinese, a), (english, b) = sides
    return Alignment(chinese, english, (Bead((a,), (b,), 0.99),))


def _report(zh: str, en: str, only: str) -> Report:
    off = {name: "off" for name in rules.RULES if name != only}
    return lint([_aligned(zh, en)], (), Options(severities=off, target="zh"))


@pytest.mark.parametrize("shown", ["reader"], indirect=True)
def test_the_reader(shown: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two lines of tables make it known; its spans are the text without the marks."""
    monkeypatch.setitem(document.READERS, "notes", shown.__name__)
    monkeypatch.setitem(document.SUFFIXES, ".notes", "notes")
    text = "~ The pump opens.\nskipped\n~水泵开启。\n"
    found = parse("a.notes", text)
    assert [block.span.of(text) for block in found.blocks] == ["The pump opens.", "水泵开启。"]
    assert [block.lang for block in found.blocks] == [Lang.EN, Lang.ZH]


@pytest.mark.parametrize("shown", ["rule"], indirect=True)
def test_the_rule(shown: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line of the table makes it known; it holds to its own examples."""
    monkeypatch.setitem(rules.RULES, shown.NAME, shown.__name__)
    assert {bool(example.flags) for example in shown.EXAMPLES} == {True, False}
    for example in shown.EXAMPLES:
        found = _report(example.zh, example.en, shown.NAME).findings
        assert tuple(each.place.text for each in found) == example.flags, example.why


@pytest.mark.parametrize("shown", ["format"], indirect=True)
def test_the_format(shown: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line of the table makes it known; it prints a line a finding."""
    monkeypatch.setitem(outputs.OUTPUTS, "lines", shown.__name__)
    report = _report("照看46株植物。", "It visits 40 plants.", "number-mismatch")
    assert re.fullmatch(r"x\.zh\.md:1:3: \w+ .*40.* \[number-mismatch\]\n", render(report, "lines"))
    assert render(Report(), "lines") == ""
