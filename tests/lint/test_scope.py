"""Which rule holds where: severities by path, rules asked for by name, ignore entries."""

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from zhen_align.config import Ignore, Override
from zhen_align.errors import ConfigError
from zhen_align.lint import rules
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.finding import Severity
from zhen_align.lint.rules import rule
from zhen_align.lint.scope import Scope, is_in
from zhen_align.types import Alignment

Align = Callable[..., Alignment]
BAD = ("共5.85亿条。", "It has 5.85B rows.")
NUMBER, TERM = "number-mismatch", "term-forbidden"

# a path, globs, and whether they mean it
GLOBS = [
    ("docs/a.md", ["docs"], True),
    ("docs/a.md", ["docs/"], True),
    ("docs/a.md", ["./docs"], True),
    ("docs/x/a.md", ["docs/*"], True),  # the folder docs/x is meant, with all in it
    ("docs/x/a.md", ["docs/*.md"], False),
    ("docs/x/y/a.md", ["docs/**/*.md"], True),
    ("docs/a.md", ["docs/**/*.md"], True),
    ("docs2/a.md", ["docs"], False),
    ("a.md", ["b.md", "?.md"], True),
    ("a+b.md", ["a+b.md"], True),
    ("aab.md", ["a+b.md"], False),
    ("a.md", [], False),
]


@pytest.mark.parametrize(("path", "globs", "meant"), GLOBS)
def test_globs(path: str, globs: list[str], meant: bool) -> None:
    """A folder means what is in it; `*` stays inside a folder, `**` does not."""
    assert is_in(path, globs) is meant


# the scope, and the severity of number-mismatch (an error by itself) in docs/old/a.md
HERE = [
    (Scope(), "error", "its own"),
    (Scope({NUMBER: "info"}), "info", "the project's"),
    (Scope({NUMBER: "info"}, [Override(("docs/old",), {NUMBER: "warning"})]), "warning", "path"),
    (Scope({}, [Override(("docs/new",), {NUMBER: "warning"})]), "error", "another path"),
    (Scope({}, [Override(("docs",), {NUMBER: "off"}), Override(("docs/old",), {NUMBER: "info"})]),
     "info", "the last that fits"),
    (Scope({}, [Override(("docs",), {TERM: "off"})]), "error", "another rule"),
    (Scope(only=frozenset({NUMBER})), "error", "asked for"),
    (Scope(only=frozenset({TERM})), "off", "another is asked for"),
    (Scope(without=frozenset({NUMBER})), "off", "left out"),
    (Scope({NUMBER: "off"}, only=frozenset({NUMBER})), "warning", "off, but asked for"),
]  # fmt: skip


@pytest.mark.parametrize(("scope", "severity", "gloss"), HERE, ids=[gloss for *_, gloss in HERE])
def test_severity_at_a_path(scope: Scope, severity: str, gloss: str) -> None:
    """The command line wins over paths, these over the project, this over the rule."""
    assert scope.at(rule(NUMBER), "docs/old/a.md") == severity


def test_a_rule_that_is_off_but_for_a_path_runs_there(align: Align) -> None:
    """It finds what it finds under that path only."""
    there = Override(("new.zh.md",), {NUMBER: "warning"})
    options = Options({NUMBER: "off"}, "zh", overrides=[there])
    report = lint([align(BAD, name="old"), align(BAD, name="new")], (), options)
    found = [(f.place.path, f.severity) for f in report.findings if f.rule == NUMBER]
    assert found == [("new.zh.md", Severity.WARNING)]
    assert NUMBER in report.coverage.rules


def test_only_the_rules_asked_for_run(align: Align) -> None:
    """The coverage says so."""
    report = lint([align(BAD)], (), Options(target="zh", only=[TERM]))
    assert (report.findings, report.coverage.rules) == ((), (TERM,))
    assert TERM not in lint([align(BAD)], (), Options(without=[TERM])).coverage.rules


UNKNOWN: list[dict[str, Any]] = [
    {"severities": {"numbr-mismatch": "off"}},
    {"overrides": [Override(("a",), {"numbr-mismatch": "off"})]},
    {"ignores": [Ignore(("a",), ("numbr-mismatch",))]},
    {"only": ["numbr-mismatch"]},
    {"without": ["numbr-mismatch"]},
]


@pytest.mark.parametrize("options", UNKNOWN, ids=[next(iter(each)) for each in UNKNOWN])
def test_an_unknown_rule_anywhere_is_an_error(options: dict[str, Any]) -> None:
    """It would do nothing, in silence."""
    with pytest.raises(ConfigError, match="did you mean 'number-mismatch'"):
        lint([], (), Options(**options))


# an ignore entry, and whether it hides the finding in x.zh.md
IGNORES = [
    (Ignore(("x.zh.md",)), True, "every rule of a file"),
    (Ignore(("*.md",), (NUMBER,)), True, "a rule of a glob"),
    (Ignore(("*.md",), (TERM,)), False, "another rule"),
    (Ignore(("y",), (NUMBER,)), False, "another file"),
    (Ignore(("x.zh.md",), text="5.85B"), True, "a sentence that holds the text"),
    (Ignore(("x.zh.md",), text="5.86B"), False, "one that does not"),
]


@pytest.mark.parametrize(("entry", "hides", "gloss"), IGNORES, ids=[g for *_, g in IGNORES])
def test_ignore_entries(align: Align, entry: Ignore, hides: bool, gloss: str) -> None:
    """What is meant is hidden; an entry that hides nothing in files it means is told."""
    options = Options(target="zh", only=(NUMBER, TERM), ignores=[entry], where="z.toml")
    report = lint([align(BAD)], (), options)
    assert bool(report.findings) is not hides
    told = not hides and entry.paths != ("y",)
    assert [(u.path, u.line, u.rules) for u in report.unused] == (
        [("z.toml", 0, entry.rules)] if told and entry.rules else []
    )


def test_an_ignore_entry_for_all_rules_is_told_of_by_a_whole_run(align: Align) -> None:
    """A run of some rules cannot tell that it hides nothing."""
    entry = Ignore(("x.zh.md",), text="nowhere")
    off = {name: "off" for name in rules.RULES if name != NUMBER}
    assert len(lint([align(BAD)], (), Options(off, "zh", ignores=[entry])).unused) == 1


def test_a_rule_off_by_default_runs_when_asked_for(
    align: Align, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a warning, as its hits are."""
    module = ModuleType("quiet")
    module.__dict__.update(rule(NUMBER).__dict__)
    module.__dict__.update(NAME="quiet", SEVERITY=Severity.OFF)
    monkeypatch.setitem(rules.RULES, "quiet", "quiet")
    monkeypatch.setitem(__import__("sys").modules, "quiet", module)
    assert "quiet" not in lint([align(BAD)], (), Options(target="zh")).coverage.rules
    report = lint([align(BAD)], (), Options(target="zh", only=["quiet"]))
    assert [f.severity for f in report.findings] == [Severity.WARNING]
