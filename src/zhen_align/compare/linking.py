"""Which texts are about the same work: by their ids, their titles, or what they say.

Each kind of evidence proposes pairs with a chance; the surest are joined first, and texts
that name different works are never joined. What is likely but not sure is a candidate.
File names are no evidence: `012.zh.txt` and `012.en.txt` may be two works.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from zhen_align.align.lexicon import Ints
from zhen_align.compare.identity import title_key
from zhen_align.compare.likeness import Mutual, Owners, mutual
from zhen_align.compare.marks import Marks, across, within
from zhen_align.compare.portrait import Portrait
from zhen_align.compare.result import Group
from zhen_align.types import Lang

SURE = 0.97
SURE_PLAIN = 0.9
LIKELY = 0.5
_DOUBTFUL = 0.9
_CONTENT = "what they say"
_BY_ID, _BY_TITLE = 1.0, 0.99
_STOCK = 3  # works that share a title: then it is a heading that many have
_LEAST_RIVAL = 0.12
_RIVAL_OF_ONE, _RIVAL_FALLS = 0.45, 0.075
_SURE_SAME_LANGUAGE = 0.75  # two abstracts of one field may be nearly as alike
_LEAST_SAME_LANGUAGE = 0.3
_MOST_SAME_LANGUAGE = 3_000
_LEAST_RIVAL_SAME_LANGUAGE = 0.2


@dataclass(frozen=True, slots=True, order=True)
class Bond:
    """Two texts, by their numbers, with the chance that they are about one work and why."""

    chance: float
    a: int
    b: int
    why: str


def group(texts: Sequence[Portrait]) -> tuple[list[Group], list[Group]]:
    """Return the groups of texts about one work, and the pairs that may be such."""
    named = [*_by_ids(texts), *_by_titles(texts)]
    bonds = [*named, *_by_content(texts)]
    return _joined(texts, bonds)


def _by_ids(texts: Sequence[Portrait]) -> Iterator[Bond]:
    for kind, key in (("arXiv", "arxiv"), ("DOI", "doi")):
        owners: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            if own := getattr(text.identity, key):
                owners[own].append(number)
        for own, numbers in owners.items():
            for other in numbers[1:]:
                yield Bond(_BY_ID, numbers[0], other, f"{kind} {own}")


def _by_titles(texts: Sequence[Portrait]) -> Iterator[Bond]:
    owners: dict[str, list[int]] = defaultdict(list)
    shown: dict[str, str] = {}
    for number, text in enumerate(texts):
        for title in text.identity.titles:
            key = title_key(title)
            shown.setdefault(key, title)
            if number not in owners[key]:
                owners[key].append(number)
    for key, numbers in owners.items():
        if 1 < len(numbers) <= _STOCK:
            for other in numbers[1:]:
                yield Bond(_BY_TITLE, numbers[0], other, f"the title “{_short(shown[key])}”")


def _short(title: str) -> str:
    return title if len(title) <= 60 else title[:59] + "…"


def _by_content(texts: Sequence[Portrait]) -> Iterator[Bond]:
    sides = {lang: [n for n, t in enumerate(texts) if _of(t, lang)] for lang in (Lang.ZH, Lang.EN)}
    zh, en = sides[Lang.ZH], sides[Lang.EN]
    if zh and en:
        left, right = _parts(texts, zh, Lang.ZH), _parts(texts, en, Lang.EN)
        place = {text: n for n, text in enumerate(en)}
        itself = {n: place[text] for n, text in enumerate(zh) if text in place}
        said = across([part for _, part in left], [part for _, part in right])
        owners = Owners(_numbers(left), _numbers(right), itself)
        found = mutual(said, owners, least_rival(min(len(zh), len(en))))
        yield from _bonds(found, zh, en, same=False)
    for lang, numbers in sides.items():
        if 1 < len(numbers) <= _MOST_SAME_LANGUAGE:
            parts = _parts(texts, numbers, lang)
            said = within([part for _, part in parts], lang)
            owner = _numbers(parts)
            itself = {n: n for n in range(len(numbers))}
            least = least_rival(len(numbers), _LEAST_RIVAL_SAME_LANGUAGE)
            found = mutual(said, Owners(owner, owner, itself), least)
            yield from _bonds(found, numbers, numbers, same=True)


def _of(text: Portrait, lang: Lang) -> tuple[Marks, ...]:
    return text.zh if lang is Lang.ZH else text.en


def _parts(
    texts: Sequence[Portrait], numbers: Sequence[int], lang: Lang
) -> list[tuple[int, Marks]]:
    return [(n, part) for n, text in enumerate(numbers) for part in _of(texts[text], lang)]


def _numbers(parts: Sequence[tuple[int, Marks]]) -> Ints:
    return np.array([n for n, _ in parts], dtype=np.int64)


def least_rival(count: int, least: float = _LEAST_RIVAL) -> float:
    """Return how alike the best of so many strangers is at least taken to be.

    Among a few texts there may be no rival at all: as much is expected of one as is usual.
    """
    return max(least, _RIVAL_OF_ONE - _RIVAL_FALLS * math.log(count))


def _bonds(found: Mutual, a: list[int], b: list[int], *, same: bool) -> Iterator[Bond]:
    rows = zip(found.a, found.b, found.likeness, found.plain, found.chance, strict=True)
    for i, j, likeness, plain, corrected in rows:
        one, two = a[i], b[j]
        if one == two or (same and one > two):
            continue
        chance = float(min(plain, corrected)) if plain < SURE_PLAIN else float(corrected)
        if same and likeness < _SURE_SAME_LANGUAGE:
            chance = min(chance, _DOUBTFUL)
        if chance >= LIKELY and (not same or likeness >= _LEAST_SAME_LANGUAGE):
            yield Bond(round(chance, 4), one, two, f"{_CONTENT} (likeness {likeness:.2f})")


def _joined(texts: Sequence[Portrait], bonds: Iterable[Bond]) -> tuple[list[Group], list[Group]]:
    """Join by the surest bonds first, never texts that name different works."""
    head = list(range(len(texts)))
    members = {n: [n] for n in head}
    because: dict[int, list[Bond]] = {n: [] for n in head}
    doubtful = []
    for bond in sorted(bonds, key=lambda bond: (-bond.chance, bond.a, bond.b, bond.why)):
        one, two = head[bond.a], head[bond.b]
        if one == two:
            because[one].append(bond)
        elif not _compatible(texts, members[one], members[two]):
            continue
        elif bond.chance >= SURE:
            one, two = min(one, two), max(one, two)
            for each in members[two]:
                head[each] = one
            members[one] += members.pop(two)
            because[one] += [*because.pop(two), bond]
        else:
            doubtful.append(bond)
    groups = [
        _group(texts, numbers, because[first])
        for first, numbers in members.items()
        if len(numbers) > 1
    ]
    candidates = [
        _group(texts, [bond.a, bond.b], [bond]) for bond in doubtful if head[bond.a] != head[bond.b]
    ]
    return groups, candidates


def _compatible(texts: Sequence[Portrait], a: Iterable[int], b: Iterable[int]) -> bool:
    """Say whether no two texts name different works of one kind."""
    for kind in ("arxiv", "doi"):
        ids = {getattr(texts[n].identity, kind) for n in (*a, *b)} - {""}
        if len(ids) > 1:
            return False
    return True


def _group(texts: Sequence[Portrait], numbers: list[int], bonds: list[Bond]) -> Group:
    whys = dict.fromkeys(bond.why for bond in bonds)
    told = [why for why in whys if not why.startswith(_CONTENT)]
    works = tuple(sorted(texts[n].path for n in numbers))
    score = max(bond.chance for bond in bonds)
    return Group(works, "; ".join(told or list(whys)[:1]), round(score, 4))


def named(texts: Sequence[Portrait]) -> tuple[list[Group], list[Group]]:
    """Return the group of two texts that a user named: they are compared whatever they say."""
    bonds = sorted([*_by_ids(texts), *_by_titles(texts)], reverse=True)
    works = tuple(text.path for text in texts)
    if len(works) < 2:
        return [], []
    whys = [bond.why for bond in bonds]
    if not _compatible(texts, [0], [1]):
        whys.append("though they name different works")
    why = "; ".join(["named on the command line", *dict.fromkeys(whys)])
    chance = max((bond.chance for bond in [*bonds, *_by_content(texts)]), default=LIKELY)
    return [Group(works, why, round(chance, 4))], []


def pairs_of(works: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of a group's works that are compared."""
    return list(combinations(works, 2))
