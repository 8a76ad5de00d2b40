"""Weights from a user's own gold, and what they are worth on texts that the fit has not seen.

Of two halves of the texts each is judged by the weights of the other. Not here: the fit
itself (align/fit.py), and who reads gold or writes weights.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from zhen_align.align.fit import Gold, Sides, examples, fit
from zhen_align.align.meaning import Encoder
from zhen_align.align.sequences import align_collection
from zhen_align.align.tokens import of_lines
from zhen_align.align.weights import Weights
from zhen_align.errors import InputError
from zhen_align.evaluate import beads
from zhen_align.evaluate.beads import Joined
from zhen_align.evaluate.tally import Tally, total
from zhen_align.text.lines import position
from zhen_align.types import Document


@dataclass(frozen=True, slots=True)
class Tuned:
    """The weights, and the tallies of strict beads with the built-in ones and with these.

    `without` is of the built-in weights without the encoder, where there is one.

    With one text alone there is nothing `unseen`: both are then of the gold itself.
    """

    weights: Weights
    before: Tally
    after: Tally
    unseen: bool
    without: Tally | None = None


def gold_of(
    zh: Document, en: Document, joined: Sequence[Joined], where: str, *, blocks: bool = False
) -> Gold:
    """Return gold by sentences from a ladder by lines; with `blocks` its beads are stretches."""
    zh_places, en_places = _places(zh), _places(en)
    sides: list[Sides] = [
        (_numbers(bead.zh, zh_places, where), _numbers(bead.en, en_places, where))
        for bead in joined
    ]
    return Gold(of_lines(zh), of_lines(en), [] if blocks else sides, sides if blocks else [])


def _places(document: Document) -> dict[int, int]:
    """Return the number of the sentence in each line, counted from 0, that is not blank."""
    return {
        position(document.lines, block.span.start)[0] - 1: number
        for number, block in enumerate(document.blocks)
    }


def _numbers(lines: frozenset[object], places: Mapping[int, int], where: str) -> list[int]:
    found = []
    for line in sorted(line for line in lines if isinstance(line, int)):
        if line not in places:
            what = f"there is no sentence in line {line}, counted from 0"
            raise InputError(what, where=where, fix="see that the ladder belongs to these texts")
        found.append(places[line])
    return found


def tuned(
    golds: Sequence[Gold],
    pull: float,
    told: Callable[[str], None],
    encoder: Encoder | None = None,
) -> Tuned:
    """Return the weights for gold, pulled towards the built-in ones; `told` hears of each fit."""
    now = Weights()
    halves = golds[0::2], golds[1::2]
    before, after = Tally(), Tally()
    for seen, unseen in (halves, halves[::-1]) if halves[1] else ():
        told("fitting one half of the texts, to judge it on the other")
        before += total(judged(unseen, now, encoder))
        after += total(judged(unseen, _fitted(seen, pull, encoder), encoder))
    told("fitting all texts")
    weights = _fitted(golds, pull, encoder)
    if not halves[1]:
        before = total(judged(golds, now, encoder))
        after = total(judged(golds, weights, encoder))
    without = total(judged(golds, now)) if encoder else None
    return Tuned(weights, before, after, bool(halves[1]), without)


def _fitted(golds: Sequence[Gold], pull: float, encoder: Encoder | None) -> Weights:
    every = examples([(golds, 1.0)], Weights(), encoder)
    if not every:
        raise InputError("no gold fits its texts", fix="see that lines are counted from 0")
    return fit(every, Weights(), Weights(), pull)


def judged(
    golds: Sequence[Gold], weights: Weights, encoder: Encoder | None = None
) -> tuple[Tally, Tally]:
    """Return the strict tallies of exact beads, and of what lies in each stretch."""
    pairs = [(gold.zh, gold.en) for gold in golds]
    paths = align_collection(pairs, weights=weights, encoder=encoder)
    exact, within = Tally(), Tally()
    for gold, path in zip(golds, paths, strict=True):
        found = [
            _joined(range(s.zh, s.zh + s.zh_count), range(s.en, s.en + s.en_count)) for s in path
        ]
        wanted = [_joined(*sides) for sides in gold.exact]
        exact += beads.strict(wanted, beads.known(wanted, found))
        wanted = [_joined(*sides) for sides in gold.within]
        within += beads.strict(wanted, beads.known(wanted, beads.within(wanted, found)))
    return exact, within


def _joined(zh: Sequence[int], en: Sequence[int]) -> Joined:
    return Joined(frozenset(zh), frozenset(en))
