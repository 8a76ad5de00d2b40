"""What rules said of one pair before; something that remembers may stand in for them.

Only for rules that look at one pair at a time: what they say depends on the pair, on the
glossary's judged rows and on the settings, and on no other text.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from zhen_align.lint.finding import Finding
from zhen_align.types import Alignment

Make = Callable[[], Sequence[Finding]]


class Kept(Protocol):
    """Gives the findings of a pair, from memory where it has them."""

    def of(self, alignment: Alignment, make: Make) -> Sequence[Finding]:
        """Return what is remembered of a pair, else what `make` returns, and remember that."""
        ...
