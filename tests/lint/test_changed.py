"""Showing only what is about some files, while everything was judged."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from zhen_align.lint.changed import narrowed
from zhen_align.lint.engine import Options, lint
from zhen_align.lint.report import Report
from zhen_align.lint.suppress import Unused
from zhen_align.types import Alignment

Align = Callable[..., Alignment]
BAD = ("共5.85亿条。", "It has 5.85B rows.")


@pytest.fixture
def judged(align: Align) -> tuple[Report, list[Alignment]]:
    """Return two pairs with a finding each, and comments that hide nothing."""
    pairs = [align(BAD, name=name) for name in "ab"]
    report = lint(pairs, (), Options(target="zh", only=["number-mismatch"]))
    unused = [Unused("a.zh.md", 1, ()), Unused("b.zh.md", 1, ()), Unused("z.toml", 0, ())]
    return replace(report, unused=tuple(unused)), pairs


@pytest.mark.parametrize("name", ["a.zh.md", "a.en.md"])
def test_a_pair_is_touched_when_either_file_is(
    judged: tuple[Report, list[Alignment]], name: str
) -> None:
    """The finding on the translation is shown when the original has changed."""
    report = narrowed(*judged, {name, "README.md"}, "pairs changed since main")
    assert [f.place.path for f in report.findings] == ["a.zh.md"]
    assert [u.path for u in report.unused] == ["a.zh.md", "z.toml"]
    assert sorted(report.texts) == ["a.en.md", "a.zh.md"]
    assert report.scope == "shown are pairs changed since main: 2 of 4 files"
    assert report.coverage == judged[0].coverage


def test_nothing_touched(judged: tuple[Report, list[Alignment]]) -> None:
    """Nothing is shown, and it is said that this is so."""
    report = narrowed(*judged, (), "pairs changed since main")
    assert (report.findings, report.scope[-12:]) == ((), "0 of 4 files")
