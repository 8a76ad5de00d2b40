"""Eight hundred sentences dense with quantities, each with a careful translation: none is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.types import Alignment

Align = Callable[..., Alignment]
# the Chinese, a tab and its English, which is the gloss
ROWS = (Path(__file__).parent / "quantity_sentences.tsv").read_text(encoding="utf-8").splitlines()
# the translation's language, the Chinese and its English, one of which has a slip
SLIPS = (Path(__file__).parent / "quantity_slips.tsv").read_text(encoding="utf-8").splitlines()
RULES = (
    "number-mismatch",
    "unit-mismatch",
    "citation-mismatch",
    "sentence-missing",
    "name-damaged",
)


@pytest.mark.parametrize("target", ["zh", "en"])
def test_a_careful_translation_is_silent(align: Align, target: str) -> None:
    """No rule about numbers calls any of them wrong, whichever side is the translation."""
    options = Options(target=target, only=RULES)
    wrong: list[tuple[str, str, str]] = []
    for zh, en in (row.split("\t") for row in ROWS):
        found = lint([align((zh, en))], (), options).findings
        wrong.extend((zh, en, f.message) for f in found if f.severity != "info")
    assert wrong == []


def test_no_sentence_is_lost() -> None:
    """The file spans what it should, and no row stands in it twice."""
    assert len(ROWS) == len(set(ROWS)) > 800


def test_a_slip_is_told(align: Align) -> None:
    """A quantity that the translation says wrongly is an error or a warning."""
    silent: list[tuple[str, str]] = []
    for target, zh, en in (row.split("\t") for row in SLIPS):
        found = lint([align((zh, en))], (), Options(target=target, only=RULES)).findings
        if not any(f.severity != "info" for f in found):
            silent.append((zh, en))
    assert silent == []
