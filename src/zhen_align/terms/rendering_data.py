"""What a document shows of its terms and their renderings: plain data that the cache keeps.

Numbers stand in flat rows, so that a collection of a thousand documents is read back in
no time. All places are in the documents of the alignment. `renderings.py` makes the first
half, `rendering_search.py` the second; reading them needs no segmenter and no numerics.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LINK, USE = 6, 7
"""How wide the rows of `TermSeen.links` and `Seen.uses` are."""
NOTHING, KEPT = -1, -2
"""What stands for the form of a use where there is none, and where the term stays Latin."""


@dataclass(frozen=True, slots=True)
class TermSeen:
    """An English term of a document: its key, how it is written, its abbreviations.

    `worth` is how much a reviewer would want it, in hundredths. `links` are rows of (form,
    logit, covered, weakest, explained, defined), all but the form and the last in hundredths:
    how likely the form renders the term, how much of the term's words are found in it, on
    average and the least of them, how much of the form they explain, how many brackets say so.
    """

    key: str
    shown: str
    abbreviations: tuple[str, ...]
    worth: int
    links: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A bead: its number and its uses of terms, in rows.

    These are (term, start, end, form, start, end, whether a bracket says so): where the term
    stands, and where what renders it.
    """

    bead: int
    uses: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The terms of one alignment, Chinese forms, and the beads."""

    terms: tuple[TermSeen, ...] = ()
    forms: tuple[str, ...] = ()
    beads: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """In how many beads a term is to be rendered, and in how many as expected."""

    key: str
    due: int
    done: int


@dataclass(frozen=True, slots=True)
class Guess:
    """What stands where an expected rendering is missing; `logit` says how sure that is.

    `source` and `target` are (start, end) of the term and of what stands for it. `partly`: the
    expected rendering stands there too, but not often enough. `same` is the share of it that the
    expected one has too, `general` how many words the dictionary has for the term (a logarithm),
    `unsaid` the share of the rest of the sentence that no English word explains. `sense`: the
    dictionary has this whole word for the term, and nothing else in the document asks for it.
    """

    key: str
    bead: int
    source: tuple[int, ...]
    target: tuple[int, ...]
    form: str
    logit: float
    partly: bool
    again: int = 0
    elsewhere: int = 0
    same: float = 0.0
    general: float = 0.0
    unsaid: float = 0.0
    sense: bool = False


@dataclass(frozen=True, slots=True)
class Stray:
    """A rendering of `owner` where `key` lacks its own; `logit` says how sure its place is."""

    key: str
    owner: str
    bead: int
    source: tuple[int, ...]
    target: tuple[int, ...]
    form: str
    logit: float


@dataclass(frozen=True, slots=True)
class Twin:
    """What a term that stands in few places is called in one of them, and `expected` in another.

    `logit` says how sure it is that both stand for the term; `named`: that a heading, keyword or
    label says what is expected.
    """

    key: str
    shown: str
    bead: int
    source: tuple[int, ...]
    target: tuple[int, ...]
    form: str
    expected: str
    logit: float
    named: bool = False


@dataclass(frozen=True, slots=True)
class Missed:
    """The second look at one alignment."""

    tallies: tuple[Tally, ...] = ()
    guesses: tuple[Guess, ...] = ()
    strays: tuple[Stray, ...] = ()
    twins: tuple[Twin, ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """The rendering of a term that holds in the whole set; `back`: the English is to be judged.

    With an empty form it says only that.
    """

    key: str
    form: str
    back: bool = False


def rows(flat: Sequence[int], width: int) -> Iterator[tuple[int, ...]]:
    """Yield the rows of a flat table.

    >>> list(rows((1, 2, 3, 4, 5, 6), 3))
    [(1, 2, 3), (4, 5, 6)]
    """
    each = iter(flat)
    return zip(*[each] * width, strict=True)
