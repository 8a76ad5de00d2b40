"""What holds from a bound on does not hold before it: "3.2 or later", 3.2 之前的版本不支持.

So a word of time and a negation may both be turned round, and the sentence says the same.
"""

import re

_NOT_EN = r"(?:\b(?:not?|never|cannot|unable|un(?:available|supported)|lack\w*)\b|n['’]t\b)"
_NOT_ZH = "[不未无没勿别]"
_BEFORE_EN = r"\b(?:before|earlier|older|prior|previous|below|lower|until)\b"
_BEFORE_ZH = "(?:之前|以前|此前|早于|更早|较早|低于|以下|[更较]旧|旧版)"
_FROM_EN = re.compile(
    r"\b(?:later|newer|higher|above|after|since|as\s+of|onwards?|upwards?|only|at\s+least|minimum"
    r"|first|requires?)\b|\d\+",
    re.IGNORECASE,
)
_FROM_ZH = re.compile("之后|以后|以上|更[新高晚]|才|起|方可|至少|最低")
_NEGATED_EN, _NEGATED_ZH = re.compile(_NOT_EN, re.IGNORECASE), re.compile(_NOT_ZH)
_NOT_BEFORE_EN = re.compile(
    rf"{_BEFORE_EN}(?:[^.;]|\.(?=\d)){{0,60}}?{_NOT_EN}|{_NOT_EN}(?:[^.;]|\.(?=\d)){{0,60}}?{_BEFORE_EN}",
    re.IGNORECASE,
)
_NOT_BEFORE_ZH = re.compile(f"{_BEFORE_ZH}[^。；]{{0,25}}{_NOT_ZH}")


def are_complements(zh: str, en: str) -> bool:
    """Tell whether one side says from when something holds, the other before what it does not."""
    if _NOT_BEFORE_ZH.search(zh):
        return _FROM_EN.search(en) is not None and not _NEGATED_EN.search(en)
    return (
        _NOT_BEFORE_EN.search(en) is not None
        and _FROM_ZH.search(zh) is not None
        and not _NEGATED_ZH.search(zh)
    )
