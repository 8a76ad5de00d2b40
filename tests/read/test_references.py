"""Entries of a list of references are told from prose and from lists that only hold numbers."""

import pytest

from zhen_align.read.document import parse

FILLER = "We train the model on three data sets. The new method is faster and more exact.\n\n"

# kind, line, gloss
LINES = [
    (
        "metadata",
        "[3] 何小明，李雨. 水泵的寿命[J]. 北原学报, 2021, 13(4): 402-409.",
        "Chinese entry",
    ),
    ("metadata", "[4] Berg A, Hill T. Life of pumps[J]. J Pumps, 2020, 6: 15-27.", "English entry"),
    (
        "metadata",
        "5. Berg A, Moe I. Valves that last. Ann Pump Sci. 2019;4:77-90.",
        "numbered item",
    ),
    ("item", "1. Open the valve 3 times; wait 4 minutes between 2019 and 2020.", "a step"),
    ("paragraph", "[6] holds that pumps of 2021 last 13 years, as we show below.", "a sentence"),
    (
        "paragraph",
        "The pumps of 2019 (12 of 30) failed within 15-27 days of use.",
        "numbers in prose",
    ),
]


@pytest.mark.parametrize(("kind", "line", "gloss"), LINES, ids=[gloss for *_, gloss in LINES])
def test_reference_entries(kind: str, line: str, gloss: str) -> None:
    """A number in front and a place of publication behind make an entry; one alone does not."""
    blocks = parse("page.txt", FILLER + line + "\n").blocks
    assert str(blocks[-1].kind) == kind
