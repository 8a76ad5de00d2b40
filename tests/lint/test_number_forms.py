"""Ranks, currencies, shares of a whole, ranges and citations: each said in two languages.

What says the same must be silent (=), what does not must be found (!), into either language.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.types import Alignment

Align = Callable[..., Alignment]
RULES = ("number-mismatch", "unit-mismatch", "citation-mismatch")
ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("number_forms.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("target", ["zh", "en"])
@pytest.mark.parametrize(("sign", "zh", "en"), ROWS)
def test_forms_are_told_apart(sign: str, zh: str, en: str, target: str, align: Align) -> None:
    """No other way to say a thing is a finding, and every other thing is one."""
    report = lint([align((zh, en))], (), Options(target=target, only=RULES))
    loud = [f.message for f in report.findings if f.severity != "info"]
    assert bool(loud) is (sign == "!"), loud
