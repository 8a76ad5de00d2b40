"""Sentences that say the opposite, and those that only look so, in either direction."""

from pathlib import Path

import pytest
from tests.lint.test_opposites import told

from zhen_align.text.variants import convert

ROWS = [
    tuple(line.split("|"))
    for line in (Path(__file__).parent / "opposite_sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("sign", "en", "zh"), ROWS)
def test_sentences(sign: str, en: str, zh: str) -> None:
    """What is told is told into both languages, and in Traditional characters."""
    for target in ("zh", "en"):
        assert bool(told(en, zh, target)) is (sign == "+")
    assert bool(told(en, convert(zh, "s2t"))) is (sign == "+")
