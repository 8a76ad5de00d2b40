"""The two looks at a set of alignments, made here and now; a cache may stand in for them."""

from collections.abc import Sequence
from typing import Protocol

from zhen_align.terms.rendering_data import Expected, Missed, Rendered
from zhen_align.types import Alignment


class Looks(Protocol):
    """Gives what alignments show of their renderings, one answer for each of them."""

    def first(self, alignments: Sequence[Alignment]) -> Sequence[Rendered]:
        """Return how every term seems to be rendered."""
        ...

    def second(
        self, alignments: Sequence[Alignment], expected: Sequence[Sequence[Expected]]
    ) -> Sequence[Missed]:
        """Return what stands where the expected renderings (by alignment) are missing."""
        ...


class Here:
    """Makes both looks in this process, and remembers what it read for the second."""

    def first(self, alignments: Sequence[Alignment]) -> Sequence[Rendered]:
        """Return how every term seems to be rendered."""
        from zhen_align.terms.reading import read
        from zhen_align.terms.renderings import rendered

        self._readings = [read(each) for each in alignments]
        self._seen = [rendered(each) for each in self._readings]
        return self._seen

    def second(
        self, alignments: Sequence[Alignment], expected: Sequence[Sequence[Expected]]
    ) -> Sequence[Missed]:
        """Return what stands where the expected renderings are missing."""
        from zhen_align.terms.rendering_search import second_look

        return [
            second_look(reading, seen, wanted)
            for reading, seen, wanted in zip(self._readings, self._seen, expected, strict=True)
        ]
