"""Chinese strings that stand in few sentences, and may be terms: no segmenter knows rare terms.

A string counts where nothing beside it always goes with it, and no function word stands at an edge.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from zhen_align.terms.hanwords import EDGE, INSIDE, LEFT, RIGHT
from zhen_align.terms.wordclass import frequency, tag

_HAN = re.compile("[\u4e00-\u9fff]")
_ATOM = re.compile("[\u4e00-\u9fff]|[A-Za-z]+")
_LONGEST = 8
_MOST_BEADS = 6
_RARE = 300
"""A word of two characters that general text has more often is a word of no field."""
_SMALL = frozenset(
    "零一二三四五六七八九十百千万亿两几每某各该此的了和与及或在是为有个中等上下被将把从对于以不其这那它也都可能就还又却才再更最很好只仅未不"
)
_NO_NOUN = frozenset("vadrmqpcu")

Where = Mapping[str, frozenset[int]]


def few(texts: Mapping[int, str]) -> Iterator[tuple[str, frozenset[int], frozenset[int]]]:
    """Yield what may be a term, the texts with it, and those where it is but a part of another."""
    where = _where(texts)
    cut = _cut(where)
    shown = {text: beads for text, beads in where.items() if _is_apart(text)}
    listed = {
        text: beads
        for text, beads in shown.items()
        if len(beads) <= _MOST_BEADS and text not in cut and _is_name(text)
    }
    hosts: dict[str, set[int]] = {text: set() for text in listed}
    for text, beads in shown.items():
        for first, last in combinations(range(len(text) + 1), 2):
            part = text[first:last]
            if part != text and part in hosts:
                hosts[part] |= beads
    for text, beads in sorted(listed.items()):
        yield text, beads, frozenset(hosts[text])


def spelt(text: str) -> re.Pattern[str]:
    """Return what finds a string, with blanks in it or not."""
    return re.compile(r"\s?".join(map(re.escape, _ATOM.findall(text))))


def _where(texts: Mapping[int, str]) -> dict[str, frozenset[int]]:
    """Return the strings that stand in two texts or more, and in which."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, text in texts.items():
        atoms = list(_ATOM.finditer(text))
        for first, head in enumerate(atoms):
            string, end = head[0], head.end()
            for atom in atoms[first + 1 : first + _LONGEST]:
                if text[end : atom.start()].strip():
                    break
                string, end = string + atom[0], atom.end()
                found[string].add(number)
    return {string: frozenset(beads) for string, beads in found.items() if len(beads) > 1}


def _is_apart(text: str) -> bool:
    """Whether no function word stands at the edges."""
    edges = text[0] in LEFT | _SMALL or text[-1] in RIGHT | _SMALL
    return not edges and text[0] not in EDGE and text[-1] not in EDGE


def _is_name(text: str) -> bool:
    """Whether a string may name a thing."""
    if not _HAN.search(text) or text in INSIDE or text[:2] in INSIDE:
        return False
    if len(text) == 2:
        return tag(text)[:1] not in _NO_NOUN and frequency(text) <= _RARE
    return len(text) > 3 or text[-2:] not in INSIDE


def _cut(where: Where) -> set[str]:
    """Return the strings beside which something always stands."""
    return {
        part
        for text, beads in where.items()
        for atoms in (_ATOM.findall(text),)
        for part in ("".join(atoms[1:]), "".join(atoms[:-1]))
        if where.get(part) == beads
    }
