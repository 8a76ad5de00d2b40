"""Why sentences were paired: the words that match, and what each part of the score says.

The evidence of an alignment is counted again for the beads that it has. What the texts
taught each other is learned again from those beads, so figures may differ a little from
those that decided. Not here: how it is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from zhen_align.align import borders
from zhen_align.align.corridor import around, whole
from zhen_align.align.evidence import MOST
from zhen_align.align.features import Features
from zhen_align.align.forms import written
from zhen_align.align.learn import count, learn, visible
from zhen_align.align.lexicon import Ints
from zhen_align.align.looks import Prepared, joined, prepare, relative, stretch_of, usual
from zhen_align.align.search import Step
from zhen_align.align.stretch import Stretch
from zhen_align.align.tokens import Pairs, Text, Tokens, evidence_text
from zhen_align.align.weights import FEATURES, TYPES, Weights
from zhen_align.types import Alignment, Bead, Document, Sentence

BORDER = "border"
PARTS = {
    "words": ("en words", "zh words", "en found", "zh found", "en weakest", "zh weakest"),
    "literals": ("literals",),
    "place": ("place",),
    "length": ("length", "ratio"),
    BORDER: borders.NAMES,
}
MARKS = "marks"
TYPE = "type"


@dataclass(frozen=True, slots=True)
class Match:
    """A word of each side that translate each other, and what that is worth."""

    zh: str
    en: str
    strength: float
    gain: float
    literal: bool = False
    learned: bool = False


@dataclass(frozen=True, slots=True)
class Reasons:
    """What spoke for a bead: parts of the score by name, matches best first, and what was
    written on the Chinese side only (numbers, names).
    """

    bead: Bead
    parts: dict[str, float]
    matches: tuple[Match, ...] = ()
    lone: tuple[str, ...] = ()

    @property
    def total(self) -> float:
        """Return the score before it is weighed against other ways to align."""
        return sum(self.parts.values())


def explain(alignment: Alignment, weights: Weights | None = None) -> list[Reasons]:
    """Return the reasons for each bead, in their order.

    >>> from zhen_align.align.align import align_document
    >>> from zhen_align.read.document import parse
    >>> [found] = explain(align_document(parse("x.md", "The pump opens.\\n水泵开启。\\n")))
    >>> [(match.zh, match.en) for match in found.matches]
    [('开启', 'opens'), ('水泵', 'pump')]
    """
    weights = weights or Weights()
    beads = [bead for bead in alignment.beads if (len(bead.zh), len(bead.en)) in (*TYPES, (0, 1))]
    zh = [_text(alignment.zh, sentence) for bead in beads for sentence in bead.zh]
    en = [_text(alignment.en, sentence) for bead in beads for sentence in bead.en]
    steps = _steps(beads)
    if not zh or not en:
        return [_alone(bead, step, weights, 0.0) for bead, step in zip(beads, steps, strict=True)]
    outer = whole(len(zh), len(en))
    ready = prepare(zh, en, around(steps, outer, 0))
    lessons = visible(
        ready.zh, ready.en, learn([count(ready.zh, ready.en, steps, stretch_of(ready).matches)])
    )
    evidence = _Evidence(zh, en, ready, lessons, steps)
    return [evidence.reasons(bead, step, weights) for bead, step in zip(beads, steps, strict=True)]


def _text(document: Document, unit: Sentence) -> Text:
    return evidence_text(document, unit.span.start, document.blocks[unit.block], unit.span.end)


def _steps(beads: Sequence[Bead]) -> list[Step]:
    """Return the beads as a path: the sentences are numbered in the order of the beads."""
    steps, zh, en = [], 0, 0
    for bead in beads:
        steps.append(Step(zh, en, len(bead.zh), len(bead.en), bead.score))
        zh, en = zh + len(bead.zh), en + len(bead.en)
    return steps


def _alone(bead: Bead, step: Step, weights: Weights, size: float) -> Reasons:
    """Return the reasons for leaving a sentence without a partner."""
    prior = weights.priors[TYPES.index((1, 0))] if step.zh_count else weights.alone
    by_size = weights.zh_alone_size if step.zh_count else weights.en_alone_size
    return Reasons(bead, {"length": by_size * size, TYPE: prior})


class _Evidence:
    """The features at the beads of a path."""

    def __init__(
        self,
        zh: Sequence[Text],
        en: Sequence[Text],
        ready: Prepared,
        lessons: Pairs,
        steps: Sequence[Step],
    ) -> None:
        self.zh_texts, self.en_texts = zh, en
        taught = Prepared(
            ready.zh, ready.en, ready.zh_cues, ready.en_cues,
            joined(ready.pairs, lessons), ready.corridor,
        )  # fmt: skip
        self.stretch: Stretch = stretch_of(taught)
        self.usual = usual(taught)
        types = tuple(
            kind for kind in TYPES if any((s.zh_count, s.en_count) == kind for s in steps)
        )
        features = Features(self.stretch, self.usual, types)
        self.tables = {kind: dict(features.of_type(*kind)) for kind in types}
        self.zh_size, self.en_size = relative(ready.zh.size), relative(ready.en.size)
        self.learned = set(zip(lessons.zh.tolist(), lessons.en.tolist(), strict=True))

    def reasons(self, bead: Bead, step: Step, weights: Weights) -> Reasons:
        """Return what speaks for one bead."""
        kind = (step.zh_count, step.en_count)
        if not step.zh_count:
            return _alone(bead, step, weights, float(self.en_size[step.en]))
        column = step.en - int(self.stretch.corridor.low[step.zh])
        worth = {
            name: float(table[step.zh, column]) * weights.features[FEATURES.index(name)]
            for name, table in self.tables[kind].items()
        }
        if not step.en_count:
            found = _alone(bead, step, weights, float(self.zh_size[step.zh]))
            return replace(found, parts={**found.parts, BORDER: sum(worth.values())})
        parts = {part: sum(worth.pop(name) for name in names) for part, names in PARTS.items()}
        parts[MARKS] = sum(worth.values())
        parts[TYPE] = weights.priors[TYPES.index(kind)]
        return Reasons(bead, parts, *self._matches(step))

    def _matches(self, step: Step) -> tuple[tuple[Match, ...], tuple[str, ...]]:
        zh, en, matches = self.stretch.zh, self.stretch.en, self.stretch.matches
        row, column = zh.unit[matches.zh], en.unit[matches.en]
        inside = _within(row, step.zh, step.zh_count) & _within(column, step.en, step.en_count)
        found: dict[tuple[int, int], Match] = {}
        for at in np.flatnonzero(inside).tolist():
            left, right = int(matches.zh[at]), int(matches.en[at])
            kinds = int(zh.type[left]), int(en.type[right])
            if kinds in found:
                continue
            strength = float(matches.strength[at])
            rest = (1.0 - float(self.usual.zh_chance[kinds[0]])) ** step.en_count
            gain = min(float(np.log1p(strength * rest / max(1.0 - rest, 1e-9))), MOST)
            literal = kinds[0] >= zh.words
            found[kinds] = Match(
                _name(zh, self.zh_texts, left) if literal else zh.names[kinds[0]],
                _name(en, self.en_texts, right),
                strength, gain, literal, kinds in self.learned,
            )  # fmt: skip
        met = {left for left, _ in found}
        own = np.flatnonzero(_within(zh.unit, step.zh, step.zh_count) & (zh.type >= zh.words))
        lone = [_name(zh, self.zh_texts, t) for t in own.tolist() if int(zh.type[t]) not in met]
        best = sorted(found.values(), key=lambda m: (-m.gain, m.zh, m.en))
        return tuple(best), tuple(dict.fromkeys(lone))


def _name(side: Tokens, texts: Sequence[Text], token: int) -> str:
    """Return a token as it is written, not as it is compared."""
    text = texts[int(side.unit[token])].text
    place = round(float(side.share[token]) * max(len(text), 1))
    return written(text, place, side.names[int(side.type[token])])


def _within(units: Ints, first: int, count: int) -> "np.typing.NDArray[np.bool_]":
    inside: np.typing.NDArray[np.bool_] = (units >= first) & (units < first + count)
    return inside
