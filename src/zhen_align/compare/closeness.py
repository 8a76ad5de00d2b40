"""How closely the sentences of one text say what those of another say.

Two texts of one field share words all over; two accounts of one work share them sentence
by sentence. Each sentence of either is held against its best counterpart in the other, and
the text that is the better covered counts: an account that is condensed has something for
all that it says. Not here: which pairs of texts are asked about (`likeness`).
"""

from dataclasses import dataclass

import numpy as np

from zhen_align.align.lexicon import Ints
from zhen_align.align.matches import run_starts, spread
from zhen_align.align.tokens import Floats
from zhen_align.compare.bags import Bag
from zhen_align.compare.marks import Spoken

_AT_ONCE = 50_000  # tokens of one side that are asked about at a time


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of both sides, of which text each is, and what their types are worth."""

    spoken: Spoken
    a_text: Ints
    b_text: Ints
    a_worth: Floats
    b_worth: Floats

    def closeness(self, a: Ints, b: Ints) -> Floats:
        """Return for each pair of texts how closely their sentences match, from 0 to 1."""
        out = np.zeros(len(a))
        held = np.bincount(self.a_text[self.spoken.a.row], minlength=int(a.max(initial=0)) + 1)
        work = np.cumsum(held[a]) if len(a) else np.zeros(0)
        start = 0
        while start < len(a):
            done = work[start - 1] if start else 0
            end = max(start + 1, int(np.searchsorted(work, done + _AT_ONCE)))
            out[start:end] = self._block(a[start:end], b[start:end])
            start = end
        return out

    def _block(self, a: Ints, b: Ints) -> Floats:
        said = self.spoken.whole
        one = _Side.of(self.spoken.a, self.a_text, a, self.a_worth)
        two = _Side.of(self.spoken.b, self.b_text, b, self.b_worth)
        count = np.bincount(said.pair_a, minlength=len(said.a_common))
        first = np.cumsum(count) - count
        token, pair = spread(first[one.type], count[one.type])
        # which tokens of b are of that type, in the text that the pair asks about
        types = len(said.b_common)
        key = two.asked * types + two.type
        order = np.argsort(key, kind="stable")
        wanted = one.asked[token] * types + said.pair_b[pair]
        low = np.searchsorted(key[order], wanted, side="left")
        high = np.searchsorted(key[order], wanted, side="right")
        hit, at = spread(low, high - low)
        left, right = token[hit], order[at]
        cell = one.line[left] * len(two.total) + two.line[right]
        cells, a_sum = _once(cell, one.type[left], self.a_worth)
        _, b_sum = _once(cell, two.type[right], self.b_worth)
        row, column = cells // len(two.total), cells % len(two.total)
        both = np.sqrt(
            np.minimum(a_sum / one.total[row], 1.0) * np.minimum(b_sum / two.total[column], 1.0)
        )
        return np.maximum(one.covered(row, both, len(a)), two.covered(column, both, len(a)))


def _once(cell: Ints, kind: Ints, worth: Floats) -> tuple[Ints, Floats]:
    """Return the cells, and what the different types in each are worth together."""
    types = len(worth)
    key = np.sort(cell * types + kind)
    key = key[run_starts(key)]
    cells = key // types
    first = run_starts(cells)
    return cells[first], np.add.reduceat(worth[key % types], first) if len(first) else np.zeros(0)


@dataclass(frozen=True, slots=True)
class _Side:
    """The tokens of the texts asked about: the number of the question, the sentence, the type.

    `total` is what each sentence weighs, `question` to which question it belongs.
    """

    asked: Ints
    line: Ints
    type: Ints
    total: Floats
    question: Ints

    @classmethod
    def of(cls, lines: Bag, text: Ints, texts: Ints, worth: Floats) -> "_Side":
        first, end = np.searchsorted(text, texts), np.searchsorted(text, texts, side="right")
        question, number = spread(first, end - first)
        begin, stop = (np.searchsorted(lines.row, number, side=s) for s in ("left", "right"))
        line, token = spread(begin, stop - begin)
        kind = lines.type[token]
        total = np.bincount(line, weights=worth[kind], minlength=len(number))
        return cls(question[line], line, kind, np.maximum(total, 1e-9), question)

    def covered(self, line: Ints, both: Floats, questions: int) -> Floats:
        """Return for each question how well its sentences are covered at best."""
        best = np.zeros(len(self.total))
        np.maximum.at(best, line, both)
        every = np.bincount(self.question, weights=self.total, minlength=questions)
        hit = np.bincount(self.question, weights=best * self.total, minlength=questions)
        share: Floats = hit / np.maximum(every, 1e-9)
        return share
