"""The same judgement where English is the translation: one Chinese term, several English ones.

What a Chinese term is rendered by is read off the first look alone: an English phrase that
stands for it is a term of its own there. Fewer drifts are found than into Chinese, where a
second look follows.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from zhen_align.lint.consistency.whole import NO_LINK, Whole
from zhen_align.lint.facts import Pair
from zhen_align.terms.forms import american, singular
from zhen_align.terms.rendering_data import USE, Rendered, rows
from zhen_align.terms.rendering_key import rendering_key
from zhen_align.types import Span

_WORD = re.compile(r"[^\W_]+")
_LEAST_USES, _LEAST_SHARE = 2, 0.6
_LEAST_WORTH, _LEAST_FOUND, _LEAST_LOGIT = 0.2, 0.6, -1.5
_STEM = 4
_SHORTEST = 3  # characters; of two there are too many that mean several things


@dataclass(frozen=True, slots=True)
class Back:
    """An English phrase that stands for a Chinese term which is called something else."""

    pair: int
    bead: int
    source: Span
    target: Span
    key: str
    expected: str
    form: str
    owner: str = ""


@dataclass(slots=True)
class Names:
    """What each Chinese term is called in English, and the other way round."""

    of: dict[str, Counter[str]] = field(default_factory=dict)

    def expected(self, form: str) -> str:
        """Return the English term that a Chinese one is mostly called; empty for none."""
        seen = self.of[form]
        best = max(sorted(seen), key=seen.__getitem__)
        enough = seen[best] >= max(_LEAST_USES, _LEAST_SHARE * sum(seen.values()))
        return best if enough else ""


def backward(
    pairs: Sequence[Pair], seen: Sequence[Rendered], whole: Whole, targets: Sequence[int]
) -> Iterator[Back]:
    """Yield the faults of the pairs with these numbers, whose translation is English."""
    names = Names()
    for term in whole.terms.values():
        for form, n in term.uses.items():
            names.of.setdefault(form, Counter())[term.key] += n
    for key, forms in whole.fixed.items():
        for form in forms:
            if form in names.of:
                names.of[form][key] += 1 + 10 * sum(names.of[form].values())
    for at in targets:
        yield from _faults(at, pairs[at], seen[at], whole, names)


def _faults(at: int, pair: Pair, seen: Rendered, whole: Whole, names: Names) -> Iterator[Back]:
    forms = [rendering_key(form) for form in seen.forms]
    for bead in seen.beads:
        said = " ".join(text.text for text in pair.beads[bead.bead].en.texts)
        english = _words(said)
        told: list[Span] = []
        uses = sorted(rows(bead.uses, USE), key=lambda use: (use[1] - use[2], use[1]))
        for number, start, end, form, first, last, _ in uses:
            if form < 0 or any(t.start < end and start < t.end for t in told):
                continue
            key, zh = seen.terms[number].key, forms[form]
            told.append(Span(start, end))
            expected = names.expected(zh) if len(zh) >= _SHORTEST else ""
            if (
                expected
                and _differs(key, expected, english, whole)
                and _sure(key, expected, zh, whole)
            ):
                owner = _owner(key, zh, whole)
                yield Back(
                    at, bead.bead, Span(first, last), Span(start, end), key, expected, zh, owner
                )


def _differs(key: str, expected: str, english: str, whole: Whole) -> bool:
    """Whether a name is another one, no part or extension, and the expected one is missing."""
    if _alike(key.lstrip("=").split(), expected.lstrip("=").casefold().split()):
        return False
    known = whole.terms[expected].abbreviations
    return not any(_words(name) in english for name in (expected, *known))


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names are one: parts of each other, other forms of the words, their initials.

    >>> _alike(["shared", "lock"], ["sharing", "locks"]), _alike(["deep", "net"], ["wide", "net"])
    (True, False)
    """
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    rest = [word for word in one if word not in other], [word for word in other if word not in one]
    if len(rest[0]) == len(rest[1]) and all(
        a[:_STEM] == b[:_STEM] or a.startswith(b) or b.startswith(a)
        for a, b in zip(*rest, strict=True)
    ):
        return True
    initials = ["".join(word[0] for word in words) for words in rest]
    return initials[0] in rest[1] or initials[1] in rest[0]


def _words(text: str) -> str:
    """Return the words of a text in the singular, each between blanks."""
    return f" {' '.join(map(singular, _WORD.findall(american(text.casefold()))))} "


def _sure(key: str, expected: str, zh: str, whole: Whole) -> bool:
    """Whether an English phrase of several words surely stands for a Chinese term."""
    link = whole.terms[key].links.get(zh, NO_LINK)
    return (
        whole.terms[expected].worth >= _LEAST_WORTH
        and link.logit > _LEAST_LOGIT
        and link.covered >= _LEAST_FOUND
        and " " in key
    )


def _owner(key: str, zh: str, whole: Whole) -> str:
    """Return the Chinese term that an English one belongs to more, if it is another."""
    uses = whole.terms[key].uses
    best = max(sorted(uses), key=uses.__getitem__)
    return best if best != zh and uses[best] > 2 * uses[zh] else ""
