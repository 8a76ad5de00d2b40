"""Whether a comparison is turned round as a whole: "A is larger than B" and B小于A say the same."""

import re

from zhen_align.lint.dictionary import in_common
from zhen_align.lint.opposites.clauses import in_clause

_THAN = re.compile(r"(?:\s+\w+){0,3}\s+than\s+")
_EXCEEDS = re.compile(r"(?:exceed|outperform|surpass|outpac|outnumber)\w*", re.IGNORECASE)
_THAN_ZH = re.compile("(?<![相对占之])比(?![较例率如])")
_CLAUSE_EN = re.compile(r"[,;:.]\s|\n")
_CLAUSE_ZH = re.compile("[，；：。\n]")


def turned_round(zh: str, zh_at: tuple[int, int], en: str, en_at: tuple[int, int]) -> bool:
    """Tell of two words that compare whether what they compare has changed places, too."""
    than = _THAN.match(en, en_at[1])
    if than is None and not _EXCEEDS.fullmatch(en[slice(*en_at)]):
        return False
    en_end = than.end() if than else en_at[1]
    before, after = in_clause(_CLAUSE_EN, en, en_at[0], en_end)
    left, right = in_clause(_CLAUSE_ZH, zh, *zh_at)
    if found := _THAN_ZH.search(left):
        left, right = left[: found.start()], left[found.end() :]
    across = in_common(left, after) + in_common(right, before)
    along = in_common(left, before) + in_common(right, after)
    return across > along or (not right and across == along > 0)
