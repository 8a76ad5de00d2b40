"""The same judgement where English is the translation: one Chinese term, several English ones.

What a Chinese term is rendered by is read off the first look: an English phrase that stands for
it is a term of its own there. What stands there once is found by a second look, which knows what
is expected (`terms.rendering_back`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from zhen_align.lint.consistency.whole import NO_LINK, Term, Whole
from zhen_align.lint.facts import Pair
from zhen_align.terms.forms import american, english_key, singular
from zhen_align.terms.rendering_data import USE, Expected, Guess, Missed, Rendered, Twin, rows
from zhen_align.terms.rendering_key import rendering_key
from zhen_align.types import Span

_WORD = re.compile(r"[^\W_]+")
_LEAST_USES, _LEAST_SHARE = 2, 0.6
_LEAST_WORTH, _LEAST_FOUND, _LEAST_LOGIT = 0.2, 0.6, -1.5
_STEM = 4
_PART = 0.3
"""So many of a word's uses are in a longer name at least, where it is but a word of that."""
_SURE = 0.0
_TWIN = 0.0
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
    doubtful: bool = False


@dataclass(slots=True)
class Names:
    """What each Chinese term is called in English."""

    of: dict[str, Counter[str]] = field(default_factory=dict)

    def expected(self, form: str) -> str:
        """Return the English term that a Chinese one is mostly called; empty for none.

        A word of a longer name that stands for the same is none of its own.
        """
        every = self.of[form]
        seen = {
            key: n
            for key, n in every.items()
            if not any(
                f" {key} " in f" {other} " and key != other and m >= _PART * n
                for other, m in every.items()
            )
        }
        best = max(sorted(seen), key=seen.__getitem__)
        enough = seen[best] >= max(_LEAST_USES, _LEAST_SHARE * sum(seen.values()))
        return best if enough else ""


def names_of(whole: Whole) -> Names:
    """Return what the set calls each Chinese term, and what people have decided."""
    names = Names()
    for term in whole.terms.values():
        for form, n in term.uses.items():
            names.of.setdefault(form, Counter())[term.key] += n
    for key, forms in whole.fixed.items():
        for form in forms:
            if form in names.of and key in whole.terms:
                names.of[form][key] += 1 + 10 * sum(names.of[form].values())
    return names


def expected_back(whole: Whole, document: Rendered, names: Names) -> tuple[Expected, ...]:
    """Return the Chinese terms of a document whose English is known well enough to be missed."""
    forms = sorted({rendering_key(form) for form in document.forms})
    known = ((form, names.expected(form)) for form in forms if form in names.of)
    found = (
        Expected(key, form, back=True)
        for form, key in known
        if key and key[0] != "=" and _is_long(key, form) and _steady(key, form, whole)
    )
    return tuple(found) or (Expected("", "", back=True),)


def _is_long(key: str, form: str) -> bool:
    """Whether a term is no word of two characters that may mean several things."""
    return len(form) >= _SHORTEST or (len(form) == _SHORTEST - 1 and " " in key)


def _steady(key: str, form: str, whole: Whole) -> bool:
    """Whether a term is surely rendered by a form, and a term at all."""
    term = whole.terms[key]
    sure = term.worth >= _LEAST_WORTH and term.links.get(form, NO_LINK).logit > _SURE
    return sure or key in whole.fixed


def backward(
    pairs: Sequence[Pair],
    seen: Sequence[Rendered],
    missed: Sequence[Missed],
    whole: Whole,
    targets: Sequence[int],
) -> Iterator[Back]:
    """Yield the faults of the pairs with these numbers, whose translation is English."""
    names = names_of(whole)
    for at in targets:
        found = list(_faults(at, pairs[at], seen[at], whole, names))
        yield from found
        for guess in missed[at].guesses:
            told = (back.target for back in found if back.bead == guess.bead)
            if not any(map(Span(*guess.target).meets, told)):
                again = list(_again(at, pairs[at], guess, whole))
                found += again
                yield from again
        for twin in missed[at].twins:
            told = (back.target for back in found if back.bead == twin.bead)
            if twin.logit > _TWIN and not any(map(Span(*twin.target).meets, told)):
                rare = list(_rare(at, pairs[at], twin, whole))
                found += rare
                yield from rare


def _again(at: int, pair: Pair, guess: Guess, whole: Whole) -> Iterator[Back]:
    """Yield what the second look found, where no abbreviation of the term stands."""
    said = _words(" ".join(text.text for text in pair.beads[guess.bead].en.texts))
    known = whole.terms[guess.key].abbreviations
    if any(_words(name + plural) in said for name in known for plural in ("", "s")):
        return
    source, target = Span(*guess.source), Span(*guess.target)
    doubtful = " " not in guess.key or guess.logit < 1
    zh, en = source.of(pair.alignment.zh.text), target.of(pair.alignment.en.text)
    form, name = rendering_key(zh), english_key(en)
    yield Back(at, guess.bead, source, target, name, guess.key, form, doubtful=doubtful)


def _rare(at: int, pair: Pair, twin: Twin, whole: Whole) -> Iterator[Back]:
    """Yield a term of few sentences that is called two things, where nobody has decided."""
    source, target = Span(*twin.source), Span(*twin.target)
    form = rendering_key(source.of(pair.alignment.zh.text))
    if any(form in forms for each in (whole.fixed, whole.banned) for forms in each.values()):
        return
    expected = english_key(twin.expected)
    whole.terms.setdefault(expected, Term(expected, twin.expected))
    name = english_key(twin.form)
    yield Back(at, twin.bead, source, target, name, expected, form, doubtful=True)


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
