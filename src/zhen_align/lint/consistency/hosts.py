"""Where a term is but a word of a longer one, which has a rendering of its own."""

from collections.abc import Iterator, Sequence

from zhen_align.lint.consistency.whole import NO_LINK, Whole
from zhen_align.terms.rendering_data import USE, Guess, Seen, TermSeen, rows

_LIKELY = 0.0


class Hosts:
    """The longer terms of one document."""

    def __init__(self, terms: Sequence[TermSeen], whole: Whole) -> None:
        """Know the terms, and what is expected in the set."""
        self._terms, self._whole = terms, whole

    def answer(self, guess: Guess, bead: Seen) -> bool:
        """Whether what stands for a term is what a longer one around it is called.

        That is so where the longer one has an abbreviation, and a rendering with these characters,
        as the solid electrolyte interphase (SEI) is no electrolyte, or where the very same stretch
        renders the longer one whole.
        """
        return any(
            (place == guess.target and self._is_likely(term, guess.form))
            or (term.abbreviations and guess.form in self._whole.expected(term.key))
            for term, place in self._around(bead, guess)
        )

    def _is_likely(self, term: TermSeen, form: str) -> bool:
        return self._whole.terms[term.key].links.get(form, NO_LINK).logit > _LIKELY

    def _around(self, bead: Seen, guess: Guess) -> Iterator[tuple[TermSeen, tuple[int, int]]]:
        first, last = guess.source
        for number, start, end, _, zh_start, zh_end, _ in rows(bead.uses, USE):
            if start <= first and last <= end and (start, end) != (first, last):
                yield self._terms[number], (zh_start, zh_end)
