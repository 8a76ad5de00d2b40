"""What is seen of a stretch that may stand for a term, beside the rendering that is expected."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from zhen_align.terms.fitness import Fit, Wording, fit, length
from zhen_align.terms.gather import Gathered, Observation
from zhen_align.terms.rendering_stretches import Stretch, in_common
from zhen_align.terms.rendering_weights import Look
from zhen_align.terms.scoring import others


class Places:
    """In which beads of a document a rendering stands."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        """Know the Chinese of each bead, as `rendering_key` has it."""
        self.texts = texts
        self._known: dict[str, frozenset[int]] = {}

    def of(self, form: str) -> frozenset[int]:
        """Return the numbers of the beads."""
        known = self._known.get(form)
        if known is None:
            known = frozenset(number for number, text in self.texts.items() if form in text)
            self._known[form] = known
        return known


@dataclass(frozen=True, slots=True)
class Tied:
    """A stretch beside a term: how they fit, what other words of the bead claim of it.

    `again` and `elsewhere` are the other beads with it, where the term stands and where not.
    """

    one: Stretch
    found: Fit
    claimed: float
    again: int
    elsewhere: int

    def beside(self, expected: str, *, partly: bool = False) -> Look:
        """Return what is seen of it where this rendering is expected."""
        form, found = self.one.form, self.found
        same = in_common(form, expected)
        turned = form == expected[::-1]
        return Look(
            same / len(form), same / len(expected),
            form[0] == expected[0] or turned, form[-1] == expected[-1] or turned,
            found.covered, found.weakest, found.explained, self.claimed,
            abs(length(self.one.zh) - length(expected)) / length(expected),
            self.one.left, self.one.right, self.one.soft,
            len(form) > len(expected), form in expected, expected in form, partly,
            self.again, self.elsewhere,
        )  # fmt: skip


def tied(
    one: Stretch,
    words: Wording,
    bead: Observation,
    gathered: Gathered,
    places: Places,
    standing: Set[int],
) -> Tied:
    """Return a stretch beside the words of a term, which stands in some beads."""
    there = places.of(one.form)
    again = len(there & standing)
    found = fit(one.zh, words, gathered)
    claimed = others(found, words, (bead,), gathered)
    return Tied(one, found, claimed, max(0, again - 1), len(there) - again)
