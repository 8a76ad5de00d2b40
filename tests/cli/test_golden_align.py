"""`zhen-align align corpus/mini`, to the last byte but for the digits of the scores."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhen_align.align.outputs import SUFFIXES

if TYPE_CHECKING:
    from tests.cli.conftest import Zhen

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ["jsonl", "tsv", "tmx", "xliff"]
_SCORE = re.compile(r"\b0\.\d+\b")


@pytest.mark.parametrize("style", FORMATS)
def test_mini_corpus(style: str, golden: Callable[[str, str], None], zhen: "Zhen") -> None:
    """Each format is as it was; a fit of the weights may move a score, and nothing else."""
    ran = zhen("align", "corpus/mini", "--format", style, "--no-cache", cwd=ROOT)
    assert (ran.code, ran.err) == (0, "")
    golden(f"align-mini{SUFFIXES[style]}", _SCORE.sub("0.9", ran.out))
