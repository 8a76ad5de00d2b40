"""Which claims of two works are linked, how strongly, and what only one of them says.

Order counts for nothing and one claim may have many partners. Every language that both
works have in some form is asked; the best answer counts, and where a work holds a
sentence in both languages both places are named.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from zhen_align.align.tokens import Floats
from zhen_align.compare.claims import Claim, Work
from zhen_align.compare.result import ClaimLink, Grade, Place
from zhen_align.compare.sections import tempered
from zhen_align.compare.tables import chances
from zhen_align.text.scripts import han_count, word_count

LINKED = 0.5
RELATED = 0.15
_SAME = 0.8
_SAME_FOUND = 0.2
_SAME_BALANCE = 0.4
_SAME_LENGTH = 1.4
_HAN_PER_WORD = 1.7
_NEAR_BEST = 0.5  # of a claim's sentences, those at least so much as likely as its best


@dataclass(frozen=True, slots=True)
class Links:
    """The links of two works, by claims, best first; and what only one of them says."""

    found: tuple[ClaimLink, ...]
    sentences: tuple[tuple[tuple[int, ...], tuple[int, ...], Grade], ...]
    only: tuple[Place, ...]
    shares: tuple[float, float]


def links(a: Work, b: Work) -> Links:
    """Link the claims of two works."""
    found = chances(a, b)
    likely = tempered(found.claims, a, b)
    linked_a: set[int] = set()
    linked_b: set[int] = set()
    out: list[ClaimLink] = []
    pairs = []
    for i, j in zip(*map(np.ndarray.tolist, np.nonzero(likely >= RELATED)), strict=True):
        one, two = a.claims[i], b.claims[j]
        rows, columns = _sides(one), _sides(two)
        part = found.sentences[np.ix_(rows, columns)]
        at = np.unravel_index(int(part.argmax()), part.shape)
        pair = rows[at[0]], columns[at[1]]
        score = float(likely[i, j])
        grade = _grade(score, float(found.a_found[pair]), float(found.b_found[pair]))
        if grade is Grade.SAME and not _as_long(a, b, pair):
            grade = Grade.PARTIAL
        left = _matched(one, rows, part.max(axis=1))
        right = _matched(two, columns, part.max(axis=0))
        link = ClaimLink(
            grade,
            round(score, 4),
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


def _matched(claim: Claim, members: list[int], chance: Floats) -> tuple[int, ...]:
    """Return the sentences of a claim that matched; of the other language all, where none did."""
    hit = {n for n, own in zip(members, chance, strict=True) if own >= _NEAR_BEST * chance.max()}
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


def _as_long(a: Work, b: Work, pair: tuple[int, int]) -> bool:
    """Say whether two sentences say about as much."""
    sizes = []
    for work, number in zip((a, b), pair, strict=True):
        text = work.texts[number].text
        sizes.append(1 + han_count(text) + _HAN_PER_WORD * word_count(text))
    return max(sizes) <= _SAME_LENGTH * min(sizes)


def _only(work: Work, linked: set[int]) -> Iterator[Place]:
    for number in _told(work, linked):
        if number not in linked:
            yield from (work.place(n) for n in _sides(work.claims[number]))


def _told(work: Work, linked: set[int]) -> list[int]:
    """Return the claims without the headings that nothing answers: a heading states nothing."""
    return [
        n
        for n, claim in enumerate(work.claims)
        if n in linked or not work.headings.issuperset(_sides(claim))
    ]


def _share(work: Work, linked: set[int]) -> float:
    """Return the share of a work's text that is linked, by characters."""
    sizes = {
        number: sum(
            work.sentences[n].span.end - work.sentences[n].span.start
            for n in _sides(work.claims[number])
        )
        for number in _told(work, linked)
    }
    return round(sum(sizes[n] for n in linked) / max(sum(sizes.values()), 1), 4)
