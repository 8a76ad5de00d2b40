"""Every rule holds to its own page: documented, listed, and its examples are its tests."""

from pathlib import Path

import pytest

from zhen_align.errors import ConfigError
from zhen_align.glossary.rows import Row, Status
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.rule import Example, Rule
from zhen_align.lint.rules import RULES, rule, rules
from zhen_align.types import Alignment, Bead, Block, Document, Kind, Lang, Sentence, Span, Unit

CASES = [
    pytest.param(each, example, id=f"{each.NAME}: {example.why or example.en}")
    for each in rules()
    for example in each.EXAMPLES
]


def paired(zh: str, en: str) -> Alignment:
    """Return one bead of one sentence a side."""
    texts = ((Lang.ZH, zh), (Lang.EN, en))
    documents = [
        Document(f"x.{lang}.md", text, (Block(Span(0, len(text)), Kind.PARAGRAPH, lang),))
        for lang, text in texts
    ]
    sides = [(Sentence(Span(0, len(text)), lang, Unit.SENTENCE),) for lang, text in texts]
    return Alignment(documents[0], documents[1], (Bead(sides[0], sides[1], 0.99),))


@pytest.mark.parametrize(("each", "example"), CASES)
def test_examples_hold(each: Rule, example: Example) -> None:
    """A rule flags exactly the characters that its examples say, no more and no fewer."""
    rows = [Row(en=r[0], abbr=r[1], zh=r[2], status=Status(r[3])) for r in example.rows]
    options = Options(
        severities={name: "off" for name in RULES if name != each.NAME}, target=example.target
    )
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
    with pytest.raises(ConfigError, match="known are number-mismatch, term-forbidden"):
        rules(["xyzzy"])
