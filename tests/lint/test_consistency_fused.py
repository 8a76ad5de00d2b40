"""One word for two joined terms is no drift of either."""

import pytest

from zhen_align.lint.consistency.fused import is_fused
from zhen_align.terms.rendering_data import Guess, Seen, TermSeen

WANTED = {"import": "进口", "export": "出口"}


@pytest.mark.parametrize(
    ("en", "form", "fused"),
    [
        ("imports and exports", "进出口", True),
        ("imports, exports", "进出口", True),
        ("imports–exports", "进出口", True),
        ("imports rose, exports", "进出口", False),
        ("imports and exports", "进项", False),
    ],
)
def test_only_joined_terms_are_fused(en: str, form: str, fused: bool) -> None:
    """Both must stand side by side, and the word must have something of each, no more."""
    at = en.index("exports")
    terms = tuple(TermSeen(key, key, (), 50, ()) for key in WANTED)
    uses = (0, 0, 7, -1, 0, 0, 0, 1, at, at + 7, -1, 0, 0, 0)
    bead = Seen(3, uses)
    guess = Guess("import", 3, (0, 7), (0, 3), form, 1.0, partly=False)
    assert is_fused(guess, "进口", bead, terms, WANTED, en) is fused
    back = Guess("export", 3, (at, at + 7), (0, 3), form, 1.0, partly=False)
    assert is_fused(back, "出口", bead, terms, WANTED, en) is fused
