"""The renderings of all documents put together: who is rendered how, how often, what is expected.

Not here: what stands where the expected is missing (`terms.rendering_search`), and what of that
is a fault (`consistency`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from zhen_align.terms.hanwords import INSIDE
from zhen_align.terms.rendering_data import LINK, USE, Expected, Rendered, TermSeen, rows
from zhen_align.terms.rendering_key import rendering_key

_LEAST_USES = 2
_RARE = 3
"""A rendering that is used so many times as often as the one in the brackets is no slip."""
_STEADY, _STEADILY = 0.8, 3
_BY_ITSELF = 0.75
_LIKELY = -3.0
_EXPLAINS_MORE, _COVERS_MORE, _FOUND = 0.15, 0.2, 0.3


@dataclass(frozen=True, slots=True)
class Link:
    """How well a form renders a term: the logit, and shares from 0 to 1."""

    logit: float = -9.0
    covered: float = 0.0
    weakest: float = 0.0
    explained: float = 0.0


NO_LINK = Link()


@dataclass(slots=True)
class Term:
    """An English term of the whole set; renderings are under their keys."""

    key: str
    shown: str = ""
    abbreviations: set[str] = field(default_factory=set)
    worth: float = 0.0
    links: dict[str, Link] = field(default_factory=dict)
    uses: Counter[str] = field(default_factory=Counter)
    defined: Counter[str] = field(default_factory=Counter)
    free: int = 0
    """Occurrences that are no part of a longer term that recurs."""
    where: dict[str, tuple[int, int]] = field(default_factory=dict)
    """The document, and the place in its Chinese, where a rendering is defined first."""

    @property
    def single(self) -> bool:
        """Whether it is one word, and no abbreviation is known for it."""
        return " " not in self.key and not self.abbreviations


@dataclass(slots=True)
class Whole:
    """All terms of the set by key, how each rendering is written, and whose it is."""

    terms: dict[str, Term] = field(default_factory=dict)
    written: dict[str, Counter[str]] = field(default_factory=dict)
    owners: dict[str, list[tuple[float, str]]] = field(default_factory=dict)
    fixed: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What people have decided: the allowed renderings of a term, the preferred one first."""
    banned: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def owner(self, form: str) -> str:
        """Return the term that a rendering belongs to most; empty where none has it often."""
        return max(self.owners.get(form, [(0.0, "")]))[1]

    def is_alien(self, key: str, form: str) -> bool:
        """Whether a rendering belongs more to another term: it says that one's words, not these."""
        other = self.owner(form)
        if not other or other == key:
            return False
        mine = self.terms[key].links.get(form, NO_LINK)
        theirs = self.terms[other].links.get(form, NO_LINK)
        return (
            theirs.explained > mine.explained + _EXPLAINS_MORE
            and theirs.weakest > mine.weakest + _COVERS_MORE
        )

    def is_exchanged(self, key: str, form: str) -> bool:
        """Whether a rendering is what another term is always called, and this one hardly ever."""
        other = self.owner(form)
        if not other or other == key or set(other.split()) & set(key.split()):
            return False
        theirs, mine = self.terms[other].uses, self.terms[key].uses
        steady = _STEADY * sum(theirs.values()) <= theirs[form] and theirs[form] >= _STEADILY
        return steady and max(mine.values(), default=0) >= _LEAST_USES * mine[form]

    def may_hold(self, key: str, form: str) -> bool:
        """Whether a rendering could be the expected one: its own, not that of a longer term."""
        if key in self.fixed:
            return True
        other = self.owner(form)
        if not other or other == key:
            return True
        if self.is_alien(key, form) or f" {key} " in f" {other} ":
            return False
        # a part of the term has it: the head alone, the rest left out
        cut = set(other.split()) < set(key.split())
        return not cut or self.terms[key].links.get(form, NO_LINK).weakest >= _FOUND

    def expected(self, key: str) -> str:
        """Return the rendering of a term that holds: decided, defined, else used most.

        Empty where nothing holds: what belongs more to another term does not. Of what stands once
        each, for a term of several words, the first.
        """
        if decided := self.fixed.get(key):
            return decided[0]
        term = self.terms[key]
        own = {
            form: n
            for form, n in term.uses.items()
            if form not in INSIDE and self.may_hold(key, form)
        }
        most = max(own.values(), default=0)
        defined = {form: n for form, n in own.items() if term.defined[form] and _RARE * n >= most}
        pool = own if term.single else defined or own
        if not pool:
            return ""
        first = min((term.where[form], form) for form in defined)[1] if defined else ""
        best = max(
            sorted(pool),
            key=lambda f: (pool[f], f == first, term.links.get(f, NO_LINK).logit),
        )
        if term.single:
            best = _core(best, pool)
        if pool[best] >= _LEAST_USES or best in defined:
            return best
        likely = (form for form in pool if term.links.get(form, NO_LINK).logit > _LIKELY)
        return "" if term.single else next(likely, "")

    def show(self, form: str) -> str:
        """Return a rendering as it is mostly written."""
        seen = self.written.get(form)
        return max(sorted(seen), key=seen.__getitem__) if seen else form


def _core(form: str, pool: Mapping[str, int]) -> str:
    """Return the rendering that a longer one only adds to, where it is used by itself as well.

    >>> _core("动量法", {"动量法": 12, "动量": 11}), _core("小批量", {"小批量": 12, "批量": 3})
    ('动量', '小批量')
    """
    inside = (part for part in sorted(pool) if part != form and part in form and len(part) > 1)
    parts = [part for part in inside if pool[part] >= _BY_ITSELF * pool[form]]
    return max(parts, key=pool.__getitem__, default=form)


def put_together(documents: Sequence[Rendered]) -> Whole:
    """Add up what the documents show."""
    whole = Whole()
    for at, document in enumerate(documents):
        keys = [rendering_key(form) for form in document.forms]
        for seen in document.terms:
            _meet(whole, seen, keys)
        for bead in document.beads:
            for number, _, _, form, start, _, defined in rows(bead.uses, USE):
                if form >= 0:
                    term = whole.terms[document.terms[number].key]
                    term.uses[keys[form]] += 1
                    term.defined[keys[form]] += defined
                    if defined:
                        term.where.setdefault(keys[form], (at, start))
                    whole.written.setdefault(keys[form], Counter())[document.forms[form]] += 1
    for document in documents:
        _count_free(whole, document)
    for key, term in whole.terms.items():
        total = sum(term.uses.values())
        for rendering, n in term.uses.items():
            if n >= _LEAST_USES or total == n:
                whole.owners.setdefault(rendering, []).append((n / (total + 2), key))
    return whole


def uses(document: Rendered) -> Iterator[tuple[int, str, str]]:
    """Yield for each occurrence of a term its bead, its key, and what renders it there."""
    keys = [rendering_key(form) for form in document.forms]
    for bead in document.beads:
        for number, _, _, form, *_ in rows(bead.uses, USE):
            if form >= 0:
                yield bead.bead, document.terms[number].key, keys[form]


def _count_free(whole: Whole, document: Rendered) -> None:
    """Count the occurrences of each term outside of longer ones that recur."""
    terms = [whole.terms[term.key] for term in document.terms]
    recur = [sum(term.uses.values()) >= _LEAST_USES for term in terms]
    for bead in document.beads:
        reach = -1  # the uses come by where they start, the longest first
        for number, start, end, *_ in rows(bead.uses, USE):
            terms[number].free += end > reach or start >= reach
            if recur[number]:
                reach = max(reach, end)


def _meet(whole: Whole, seen: TermSeen, keys: Sequence[str]) -> None:
    term = whole.terms.setdefault(seen.key, Term(seen.key))
    term.shown = term.shown or seen.shown
    term.abbreviations.update(seen.abbreviations)
    term.worth = max(term.worth, seen.worth / 100)
    for form, logit, covered, weakest, explained, _ in rows(seen.links, LINK):
        if logit / 100 > term.links.get(keys[form], NO_LINK).logit:
            term.links[keys[form]] = Link(
                logit / 100, covered / 100, weakest / 100, explained / 100
            )


def expected_in(whole: Whole, document: Rendered) -> tuple[Expected, ...]:
    """Return what is expected of every term of a document.

    One word alone may mean two things in two texts, but hardly in one: it is held against its
    own document, all others against the whole set.
    """
    own = put_together([document])
    own.fixed = whole.fixed
    found = []
    for key in sorted(own.terms):
        if whole.terms[key].free < _LEAST_USES and key not in whole.fixed:
            continue  # a piece of a longer term
        form = (own if whole.terms[key].single else whole).expected(key)
        if form and whole.may_hold(key, form):
            found.append(Expected(key, form))
    return tuple(found)
