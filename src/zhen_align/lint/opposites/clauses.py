"""The clauses of a bead that are surely each other's: what stands elsewhere excuses nothing.

A clause is another's where by the dictionary they share more words than either shares with any
other clause. The dictionary is asked only about clauses that something speaks against.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from zhen_align.lint.dictionary import in_common
from zhen_align.lint.opposites.said import Said

_CUT_ZH = re.compile("[，；。：？！,;\n]+")
_CUT_EN = re.compile(r"[,;:.?!\u2014\n]+(?=\s|$)|\s(?:but|while|whereas|although|though)(?=\s)")
_LEAST = 2


def in_clause(cut: re.Pattern[str], text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and behind a stretch in its clause, given what parts clauses."""
    first = max((edge.end() for edge in cut.finditer(text, 0, start)), default=0)
    last = cut.search(text, end)
    return text[first:start], text[end : last.start() if last else len(text)]


def _clauses(side: Said, cut: re.Pattern[str]) -> list[Said]:
    """Return the clauses of a side."""
    edges = [0, *(match.end() for match in cut.finditer(side.text)), len(side.text)]
    return [
        Said(
            side.text[start:end],
            side.written[start:end],
            tuple((at - start, text) for at, text in side.starts),
        )
        for start, end in pairwise(edges)
        if side.text[start:end].strip()
    ]


def pairs_of_clauses(zh: Said, en: Said, wanted: re.Pattern[str]) -> Iterator[tuple[Said, Said]]:
    """Yield the clauses whose Chinese has what is wanted, each with its own one."""
    mine, theirs = _clauses(zh, _CUT_ZH), _clauses(en, _CUT_EN)
    if min(len(mine), len(theirs)) < 2:
        return
    # the words that are doubted do not speak for themselves
    texts = [wanted.sub("～", clause.text) for clause in mine]
    for number, clause in enumerate(mine):
        if wanted.search(clause.text):
            best = _best([in_common(texts[number], each.text) for each in theirs])
            if best is None:
                continue
            partner = theirs[best]
            if _best([in_common(each, partner.text) for each in texts]) == number:
                yield clause, partner


def _best(row: list[int]) -> int | None:
    """Return the place of the largest number, if it is large and no other one is as large."""
    return row.index(max(row)) if max(row) >= _LEAST and row.count(max(row)) == 1 else None
