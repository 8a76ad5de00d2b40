"""Which claims of two works are linked, how strongly, and what only one of them says.

Order counts for nothing and one claim may have many partners. Every language that both
works have in some form is asked; the best answer counts, and where a work holds a
sentence in both languages both places are named.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from zhen_align.align.lexicon import Ints
from zhen_align.compare.cells import Cells, Matrix, cells
from zhen_align.compare.claims import Claim, Work
from zhen_align.compare.result import ClaimLink, Grade, Place
from zhen_align.types import Lang

LINKED = 0.5
RELATED = 0.15
_SAME = 0.8
_SAME_FOUND = 0.2
_SAME_BALANCE = 0.5
_NEAR_BEST = 0.5  # of a claim's sentences, those at least so much as likely as its best


@dataclass(frozen=True, slots=True)
class Tables:
    """What is known of two works' sentences: for each pair of languages a table."""

    a: Work
    b: Work
    tables: dict[tuple[Lang, Lang], tuple[list[int], list[int], Cells]]

    @classmethod
    def of(cls, a: Work, b: Work) -> "Tables":
        """Return the tables of two works."""
        found = {}
        for one in a.langs:
            for two in b.langs:
                rows, columns = a.numbers(one), b.numbers(two)
                table = cells([a.texts[n] for n in rows], [b.texts[n] for n in columns], (one, two))
                found[one, two] = (rows, columns, table)
        return cls(a, b, found)

    def chances(self) -> Matrix:
        """Return the chance that two sentences are linked, 0 for what was not asked."""
        return self._whole("chance")

    def _whole(self, name: str) -> Matrix:
        whole = np.zeros((len(self.a.sentences), len(self.b.sentences)))
        for rows, columns, table in self.tables.values():
            if rows and columns:
                whole[np.ix_(rows, columns)] = getattr(table, name)
        return whole

    def found(self) -> tuple[Matrix, Matrix]:
        """Return how much of each sentence of a is in each of b, and the reverse."""
        return self._whole("a_found"), self._whole("b_found")


@dataclass(frozen=True, slots=True)
class Links:
    """The links of two works, by claims, best first; and what only one of them says."""

    found: tuple[ClaimLink, ...]
    sentences: tuple[tuple[tuple[int, ...], tuple[int, ...], Grade], ...]
    only: tuple[Place, ...]
    shares: tuple[float, float]


def links(a: Work, b: Work) -> Links:
    """Link the claims of two works."""
    tables = Tables.of(a, b)
    chance = tables.chances()
    a_found, b_found = tables.found()
    linked_a: set[int] = set()
    linked_b: set[int] = set()
    out: list[ClaimLink] = []
    pairs = []
    for i, j in _worth(a, b, chance):
        one, two = a.claims[i], b.claims[j]
        rows, columns = _sides(one), _sides(two)
        part = chance[np.ix_(rows, columns)]
        best = float(part.max())
        at = np.unravel_index(int(part.argmax()), part.shape)
        pair = rows[at[0]], columns[at[1]]
        grade = _grade(best, float(a_found[pair]), float(b_found[pair]))
        left = _matched(one, rows, part.max(axis=1), best)
        right = _matched(two, columns, part.max(axis=0), best)
        link = ClaimLink(
            grade,
            round(best, 4),
            tuple(a.place(n) for n in left),
            tuple(b.place(n) for n in right),
        )
        out.append(link)
        pairs.append((left, right, grade))
        if grade is not Grade.RELATED:
            linked_a.add(i)
            linked_b.add(j)
    only = [*_only(a, linked_a), *_only(b, linked_b)]
    shares = _share(a, linked_a), _share(b, linked_b)
    return Links(tuple(out), tuple(pairs), tuple(only), shares)


def _sides(claim: Claim) -> list[int]:
    return [*claim.zh, *claim.en]


def _worth(a: Work, b: Work, chance: Matrix) -> Iterator[tuple[int, int]]:
    """Yield the claims that are at least related, in reading order."""
    of_a, of_b = _owners(a), _owners(b)
    best = np.zeros((len(a.claims), len(b.claims)))
    np.maximum.at(best, (of_a[:, None], of_b[None, :]), chance)
    for i, j in zip(*np.nonzero(best >= RELATED), strict=True):
        yield int(i), int(j)


def _owners(work: Work) -> Ints:
    owner = np.zeros(len(work.sentences), dtype=np.int64)
    for number, claim in enumerate(work.claims):
        owner[_sides(claim)] = number
    return owner


def _matched(claim: Claim, members: list[int], chance: Matrix, best: float) -> tuple[int, ...]:
    """Return the sentences of a claim that matched; of the other language all, where none did."""
    hit = {n for n, own in zip(members, chance, strict=True) if own >= _NEAR_BEST * best}
    kept: list[int] = []
    for side in (claim.zh, claim.en):
        kept += [n for n in side if n in hit] or list(side)
    return tuple(kept)


def _grade(chance: float, a_found: float, b_found: float) -> Grade:
    if chance < LINKED:
        return Grade.RELATED
    balance = abs(np.log((a_found + 0.05) / (b_found + 0.05)))
    even = min(a_found, b_found) >= _SAME_FOUND and balance <= _SAME_BALANCE
    return Grade.SAME if chance >= _SAME and even else Grade.PARTIAL


def _only(work: Work, linked: set[int]) -> Iterator[Place]:
    for number, claim in enumerate(work.claims):
        if number not in linked:
            yield from (work.place(n) for n in _sides(claim))


def _share(work: Work, linked: set[int]) -> float:
    """Return the share of a work's text that is linked, by characters."""
    sizes = [
        max(sum(work.sentences[n].span.end - work.sentences[n].span.start for n in side), 1)
        for claim in work.claims
        for side in [_sides(claim)]
    ]
    return round(sum(sizes[n] for n in linked) / max(sum(sizes), 1), 4)
