"""Which rendering each occurrence has: in every bead the likeliest links come first.

On the English side the longest term stands for its words, so that a language model inside
a large language model is none; on the Chinese side no character renders two terms.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from zhen_align.terms.candidate import Place
from zhen_align.terms.gather import Observation
from zhen_align.terms.pairing import Link
from zhen_align.types import Span


@dataclass(slots=True)
class Usage:
    """How often a concept occurs on its own, and the places of each of its renderings."""

    beads: int = 0
    renderings: dict[str, list[Place]] = field(default_factory=dict)


def link(
    beads: Sequence[Observation], links: Mapping[str, Sequence[Link]], least: float
) -> dict[str, Usage]:
    """Return how every concept that has links is used."""
    used: dict[str, Usage] = {}
    good = {key: [one for one in listed if one.logit > least] for key, listed in links.items()}
    for bead in beads:
        standing = _longest({key: bead.en[key] for key in bead.en if good.get(key)})
        for key in standing:
            used.setdefault(key, Usage()).beads += 1
        offers = sorted(
            (
                (-one.logit, key, one.zh, place)
                for key in standing
                for one in good[key]
                for place in bead.zh.get(one.zh, ())
            ),
        )
        taken: list[Span] = []
        done: set[str] = set()
        for _, key, zh, place in offers:
            if key in done or any(place.start < t.end and t.start < place.end for t in taken):
                continue
            taken.append(place)
            done.add(key)
            en = standing[key]
            seg = bead.segment
            used[key].renderings.setdefault(zh, []).append(
                Place(seg.pair, seg.bead, seg.en.back(en) if en else None, seg.zh.back(place))
            )
    return used


def _longest(places: Mapping[str, Sequence[Span]]) -> dict[str, Span | None]:
    """Return the concepts that stand somewhere outside all longer ones, and where first."""
    every = sorted(
        ((span, key) for key, spans in places.items() for span in spans),
        key=lambda one: (one[0].start - one[0].end, one[0].start, one[1]),
    )
    taken: list[Span] = []
    standing: dict[str, Span | None] = {key: None for key, spans in places.items() if not spans}
    for span, key in every:
        if any(span.start < t.end and t.start < span.end for t in taken):
            continue
        taken.append(span)
        first = standing.get(key)
        if first is None or span < first:
            standing[key] = span
    return standing
