"""Pages of many trades with careful translations: nothing may be called wrong in them.

They are written freely, as translators write: numbers in words, units by name, dates turned round,
sentences joined and cut. Each false alarm that was found in them was mended in general.
"""

from pathlib import Path

import pytest

from zhen_align.lint.engine import Options, lint
from zhen_align.pipeline import alignments, parsed
from zhen_align.read.partners import partners

PAGES = Path(__file__).parent / "pages"
PAIRS = [pair.names for pair in partners(sorted(path.name for path in PAGES.iterdir()))]
# the terms of a whole set have tests of their own
OF_A_SET = ("term-inconsistent", "term-collision")


def test_all_pages_are_there() -> None:
    """No page is lost, and none is left without its partner."""
    assert len(PAIRS) == 32
    assert sum(len(names) == 2 for names in PAIRS) == 29


@pytest.mark.parametrize("names", PAIRS, ids=[names[0] for names in PAIRS])
def test_nothing_is_wrong_with_a_page(names: tuple[str, ...]) -> None:
    """There is no error and no warning, whichever side is the translation."""
    read = [parsed(name, (PAGES / name).read_bytes()) for name in names]
    pairs = alignments(read, "", fixed=True)
    for target in ("zh", "en"):
        found = lint(pairs, (), Options(target=target, without=OF_A_SET)).findings
        assert [(f.rule, f.message) for f in found if f.severity != "info"] == []
