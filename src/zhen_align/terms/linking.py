"""Which rendering each occurrence has: in every bead the likeliest links come first.

On the English side the longest term stands for its words, so that a language model inside
a large language model is none; on the Chinese side no character renders two terms.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from zhen_align.terms import wordclass
from zhen_align.terms.candidate import Place
from zhen_align.terms.gather import Observation
from zhen_align.terms.hanwords import CUTS, EDGE, INSIDE
from zhen_align.terms.pairing import Link
from zhen_align.types import Span

_NEARLY, _NEAR_ALWAYS, _ALWAYS = 1.5, 2.5, 0.9
"""A whole that is so much less likely than its part, or so much rarer, is no better guess;
it may be less likely where the part never stands without its tail."""
_SURE = 1.0
_NO_TAIL = EDGE | CUTS | INSIDE
_NO_PARTICLE = {"r", "p", "c", "u", "d"}
_NO_PART = {"v", "d", "p", "c", "m", "q"}
"""Word classes that stand before a term, but are none of it."""


Offer = tuple[float, str, str, Span]


@dataclass(slots=True)
class Usage:
    """How often a concept occurs on its own, and the places of each of its renderings."""

    beads: int = 0
    renderings: dict[str, list[Place]] = field(default_factory=dict)
    nested: dict[str, list[Place]] = field(default_factory=dict)
    """Renderings that stand where the term is a part of a longer one, and so is its rendering."""
    hosts: set[str] = field(default_factory=set)
    """The longer terms."""


def link(
    beads: Sequence[Observation],
    links: Mapping[str, Sequence[Link]],
    least: float,
    short: Mapping[str, Collection[str]],
) -> dict[str, Usage]:
    """Return how every concept that has links is used; `short` are its abbreviations."""
    used: dict[str, Usage] = {}
    good = {key: [one for one in listed if one.logit > least] for key, listed in links.items()}
    for bead in beads:
        standing = _longest({key: bead.en[key] for key in bead.en if good.get(key)})
        for key in standing:
            used.setdefault(key, Usage()).beads += 1
        offers = [
            (-one.logit, key, one.zh, place)
            for key in standing
            for one in uncut([one for one in good[key] if one.zh in bead.zh])
            for place in bead.zh[one.zh]
            if one == good[key][0] or not _says_what_it_is(bead, place, short.get(key, ()))
        ]
        sure = [(key, place) for minus, key, _, place in offers if minus < -_SURE]
        offers.sort(key=lambda offer: (_is_inside(offer, sure), offer))
        taken: list[Span] = []
        done: dict[str, Span] = {}
        for _, key, zh, place in offers:
            if key in done or any(map(place.meets, taken)):
                continue
            taken.append(place)
            done[key] = place
            en = standing[key]
            seg = bead.segment
            used[key].renderings.setdefault(zh, []).append(
                Place(seg.pair, seg.bead, seg.en.back(en) if en else None, seg.zh.back(place))
            )
        _note_nested(bead, good, standing, done, used)
    return used


def _says_what_it_is(bead: Observation, place: Span, short: Collection[str]) -> bool:
    """Whether the Chinese keeps an abbreviation, and adds what sort of thing it is: PDB 数据库."""
    before = bead.zh_latin[: place.start].rstrip()
    return any(before.endswith(each) for each in short)


def _is_inside(offer: Offer, sure: Sequence[tuple[str, Span]]) -> bool:
    """Whether the place of a rendering is a part of a surer term's: 模型 of 预训练模型."""
    _, key, _, place = offer
    for other, around in sure:
        within = around.start <= place.start and place.end <= around.end
        if within and place != around and other != key:
            return True
    return False


def _note_nested(
    bead: Observation,
    good: Mapping[str, Sequence[Link]],
    standing: Mapping[str, Span | None],
    done: Mapping[str, Span],
    used: dict[str, Usage],
) -> None:
    """Note the terms that are a part of those that stand here, rendered as a part of them."""
    for key, spans in bead.en.items():
        if key in standing or not good.get(key):
            continue
        best = good[key][0].zh
        places = bead.zh.get(best, ())
        for host, whole in done.items() if places else ():
            around = standing[host]
            inside = _first_within(spans, around) if around else None
            place = _first_within(places, whole) if inside else None
            if inside is not None and place is not None and place != whole:
                usage, seg = used.setdefault(key, Usage()), bead.segment
                usage.hosts.add(host)
                usage.nested.setdefault(best, []).append(
                    Place(seg.pair, seg.bead, seg.en.back(inside), seg.zh.back(place))
                )


def _first_within(spans: Sequence[Span], around: Span) -> Span | None:
    start, end = around.start, around.end
    for span in spans:
        if start <= span.start and span.end <= end:
            return span
    return None


def uncut(offered: Sequence[Link]) -> list[Link]:
    """Return the links without those that a longer one, nearly as likely, holds: cut heads."""
    return [one for one in offered if not any(_is_cut(one, whole) for whole in offered)]


def _is_cut(one: Link, whole: Link) -> bool:
    """Whether a rendering is only a part of another; more is asked of what is added before it.

    Before a term stand verbs, numbers and measure words; behind it there is seldom anything
    that looks like a part of it.
    """
    if one.zh == whole.zh or one.zh not in whole.zh:
        return False
    always = one.together == whole.together >= 2 and whole.zh.startswith(one.zh)
    near = _NEAR_ALWAYS if always and _may_end(whole.zh[len(one.zh) :]) else _NEARLY
    if whole.logit <= max(0.0, one.logit - near):
        return False
    if whole.zh.startswith(one.zh):
        return True
    before = whole.zh[: whole.zh.index(one.zh)]
    if one.defined or wordclass.tag(before)[:1] in _NO_PART:
        return False
    return whole.together >= _ALWAYS * one.together and one.together >= 2


def _may_end(tail: str) -> bool:
    """Whether a character may be the last of a term that is a word without it: 困惑, 困惑度."""
    return len(tail) == 1 and tail not in _NO_TAIL and wordclass.tag(tail)[:1] not in _NO_PARTICLE


def _longest(places: Mapping[str, Sequence[Span]]) -> dict[str, Span | None]:
    """Return the concepts that stand somewhere outside all longer ones, and where first."""
    every = sorted(
        ((span, key) for key, spans in places.items() for span in spans),
        key=lambda one: (one[0].start - one[0].end, one[0].start, one[1]),
    )
    taken: list[Span] = []
    standing: dict[str, Span | None] = {key: None for key, spans in places.items() if not spans}
    for span, key in every:
        if any(map(span.meets, taken)):
            continue
        taken.append(span)
        first = standing.get(key)
        if first is None or span < first:
            standing[key] = span
    return standing
