"""Two terms rendered in one: 诊疗 for diagnosis (诊断) and treatment (治疗)."""

import re
from collections.abc import Sequence

from zhen_align.terms.rendering_data import USE, Guess, Seen, TermSeen, rows

_JOINED = re.compile(r"\s*(?:,?\s*(?:and|or)|and/or|[/&,–—-])\s*", re.IGNORECASE)


def is_fused(
    guess: Guess,
    expected: str,
    bead: Seen,
    terms: Sequence[TermSeen],
    wanted: dict[str, str],
    en: str,
) -> bool:
    """Whether what stands for a term stands for the one joined to it as well; `en` is the text."""
    first, last = guess.source
    for number, start, end, *_ in rows(bead.uses, USE):
        other = wanted.get(terms[number].key, "")
        between = en[end:first] if end <= first else en[last:start] if last <= start else "no"
        if other and _JOINED.fullmatch(between) and made_of(guess.form, expected, other):
            return True
    return False


def made_of(form: str, one: str, other: str) -> bool:
    """Whether a rendering is put together of two others, and has something of each.

    >>> made_of("诊疗", "诊断", "治疗"), made_of("进出口", "进口", "出口")
    (True, True)
    >>> made_of("诊治法", "诊断", "治疗"), made_of("断诊", "诊断", "治疗")
    (False, False)
    """
    has, own = set(form), (set(one) - set(other), set(other) - set(one))
    return (
        has <= set(one) | set(other) and not has.isdisjoint(own[0]) and not has.isdisjoint(own[1])
    )
