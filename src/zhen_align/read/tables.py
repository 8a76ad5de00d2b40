"""The language of table rows: a table is in one language up to some row, then in the other.

Rows of names and figures say nothing themselves, so a stretch of neighbouring rows is cut
at the one place that contradicts the rows least; each row takes the language of its part.
"""

from collections.abc import Sequence

from zhen_align.types import Lang

_HAN_IN_ENGLISH, _NONE_IN_CHINESE = 1.0, 0.3
_RULE_AFTER, _RULE_BEFORE = -0.4, 0.6
_CHANGE = 0.35
"""A last row of names alone is no reason for a change of language."""


def row_languages(han: Sequence[bool], rules: Sequence[bool]) -> list[Lang]:
    """Return the language of each row of a stretch.

    `han` says which rows have Han characters, `rules` which stand right above a `|---|`
    rule: a table tends to begin there, and never right below. Ties go to the earlier kind of cut.

    >>> row_languages([False, False, True, False, True], [False, False, True, False, False])
    [<Lang.EN: 'en'>, <Lang.EN: 'en'>, <Lang.ZH: 'zh'>, <Lang.ZH: 'zh'>, <Lang.ZH: 'zh'>]
    """
    costs = [
        (_cost(han, cut, first) + _at(rules, cut), cut in {0, len(han)}, first.value, cut)
        for first in (Lang.EN, Lang.ZH)
        for cut in range(len(han) + 1)
    ]
    _, _, first, cut = min(costs)
    second = Lang.ZH if first == Lang.EN else Lang.EN
    return [Lang(first)] * cut + [second] * (len(han) - cut)


def _cost(han: Sequence[bool], cut: int, first: Lang) -> float:
    """Return what contradicts the reading that `first` holds up to `cut`, the other after."""
    english, chinese = (han[:cut], han[cut:]) if first == Lang.EN else (han[cut:], han[:cut])
    return _HAN_IN_ENGLISH * sum(english) + _NONE_IN_CHINESE * (len(chinese) - sum(chinese))


def _at(rules: Sequence[bool], cut: int) -> float:
    if not 0 < cut < len(rules):
        return 0.0
    return _CHANGE + _RULE_AFTER * rules[cut] + _RULE_BEFORE * rules[cut - 1]
