"""Every rule holds to its own page: documented, listed, and its examples are its tests."""

import re
from pathlib import Path

import pytest

from zhen_align.errors import ConfigError
from zhen_align.glossary.rows import Row, Status, Table, parse, render
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Severity
from zhen_align.lint.rule import Example, Rule
from zhen_align.lint.rules import RULES, rule, rules
from zhen_align.text.opaque import opaque
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit

CASES = [
    pytest.param(each, example, id=f"{each.NAME}: {example.why or example.en}")
    for each in rules()
    for example in each.EXAMPLES
]


def paired(zh: str, en: str) -> Alignment:
    """Return one bead a line; an empty line is a side that has nothing."""
    texts = ((Lang.ZH, zh), (Lang.EN, en))
    documents = [
        Document(
            f"x.{lang}.md",
            text,
            (Block(Span(0, len(text)), Kind.PARAGRAPH, lang, opaque(text)),),
        )
        for lang, text in texts
    ]
    sides = [
        [
            (Sentence(Span(m.start(), m.end()), lang, Unit.SENTENCE),) if m[0] else ()
            for m in re.finditer(r"^.*$", text, re.MULTILINE)
        ]
        for lang, text in texts
    ]
    beads = tuple(Bead(a, b, 0.99) for a, b in zip(*sides, strict=True) if a or b)
    return Alignment(documents[0], documents[1], beads)


def severities(each: Rule) -> dict[str, str]:
    """Return a configuration in which only this rule runs, even where it is off by default."""
    own = Severity.INFO if each.SEVERITY is Severity.OFF else each.SEVERITY
    return {name: str(own if name == each.NAME else Severity.OFF) for name in RULES}


def glossary(rows: list[Row]) -> tuple[Document, list[Row]]:
    """Return the file that rows stand in, and the rows as they are read from it."""
    text = render(Table(tuple(rows)))
    return Document("glossary.tsv", text, ()), list(parse(text, "glossary.tsv").rows)


@pytest.mark.parametrize(("each", "example"), CASES)
def test_examples_hold(each: Rule, example: Example) -> None:
    """A rule flags exactly the characters that its examples say, no more and no fewer."""
    file, rows = glossary(
        [Row(en=r[0], abbr=r[1], zh=r[2], status=Status(r[3])) for r in example.rows]
    )
    options = Options(severities(each), example.target, spacing=example.spacing, glossary=file)
    report = lint([paired(example.zh, example.en)], rows, options)
    assert tuple(f.place.text for f in report.findings) == example.flags
    assert {f.rule for f in report.findings} <= {each.NAME}


@pytest.mark.parametrize("each", rules(), ids=lambda each: each.NAME)
def test_is_documented(each: Rule) -> None:
    """A rule has a page, an example that it flags and one that it does not."""
    assert each.__doc__
    assert each.__doc__.partition("\n")[0].endswith(".")
    assert {bool(example.flags) for example in each.EXAMPLES} == {True, False}
    assert all(example.why for example in each.EXAMPLES)
    assert len({example.why + example.zh for example in each.EXAMPLES}) == len(each.EXAMPLES)


def test_the_table_is_the_folder() -> None:
    """Every module of the folder is in the table under its own name, and nothing else."""
    folder = Path(__import__("zhen_align.lint.rules", fromlist=["_"]).__file__ or "").parent
    modules = {file.stem for file in folder.glob("*.py")} - {"__init__"}
    assert {path.rpartition(".")[2] for path in RULES.values()} == modules
    assert [each.NAME for each in rules()] == list(RULES)


def test_an_unknown_rule_names_the_nearest() -> None:
    """A mistyped rule is an error that says what was probably meant, and where it stands."""
    with pytest.raises(ConfigError) as caught:
        rule("number-missmatch", where="a.md:3")
    assert str(caught.value) == (
        "a.md:3: there is no rule 'number-missmatch'; did you mean 'number-mismatch'?"
    )
    with pytest.raises(ConfigError, match=r"known are .*number-mismatch, .*term-forbidden"):
        rules(["xyzzy"])
