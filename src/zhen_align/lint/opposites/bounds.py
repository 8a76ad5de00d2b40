"""Where one number is bounded from above in one language and from below in the other.

"No more than 3%" and 至少3% say opposite things of the same number, whatever else the sentences
say; so do "3 points lower" and 高3个百分点. A number counts only where each side has it once, with
such words right beside it; what is negated in any other way than those listed says nothing.
"""

import re
from collections.abc import Iterator

from zhen_align.lint.facts import Side, Text
from zhen_align.lint.opposites.burdens import run_against_each_other
from zhen_align.lint.opposites.said import Reversed
from zhen_align.terms.forms import simplified
from zhen_align.text.quantities import Quantity
from zhen_align.types import Span

_MORE, _LESS = (
    r"(?:more|greater|higher|larger|longer|bigger)",
    r"(?:less|fewer|lower|smaller|shorter)",
)
_EN_BOUND = (
    rf"\bno(?:t)?\s+{_MORE}\s+than\s+$|\bat\s+(?:the\s+)?most\s+$|\bnot\s+(?:to\s+)?exceed(?:ing)?\s+$"
    rf"|\b{_LESS}\s+than\s+$|\b(?:below|under)\s+$",
    rf"\bno(?:t)?\s+{_LESS}\s+than\s+$|\bat\s+(?:the\s+very\s+)?least\s+$|\b{_MORE}\s+than\s+$"
    r"|\b(?:above|exceed(?:s|ed|ing)?)\s+$",
)
_MAY = "[应得能可宜须会]?"
_LINK = "[约为须应需达是要有]{0,3} ?$"
_OVER, _UNDER = "(?:超过|大于|高于|多于|长于)", "(?:小于|少于|低于|短于)"
_ZH_BOUND = (
    f"(?:不{_MAY}{_OVER}|至多|最多|不足|不到|{_UNDER}){_LINK}",
    f"(?:不{_MAY}{_UNDER}|至少|{_OVER}){_LINK}",
)
_ZH_BEHIND = (" ?以[下内]", " ?以上")
_BY = r"(?:\s?(?:percentage\s+)?points?|\s?percent|\s?times|-?fold)?\s+"
_EN_BY = (
    rf"{_BY}(?:lower|less|fewer|smaller|shorter)\b",
    rf"{_BY}(?:higher|more|greater|larger|longer)\b",
)
_ZH_BY = ("(?:低|少|小|短)[出了]? ?约?$", "(?:高|多|大|长)[出了]? ?约?$")
# what is faster takes less time: speeds are held against speeds alone
_EN_SPEED = (rf"{_BY}slower\b", rf"{_BY}faster\b")
_ZH_SPEED = ("慢[出了]? ?约?$", "快[出了]? ?约?$")
_NOT_EN = re.compile(
    r"\b(?:not?|never|\w+n['’]t|cannot|without|nor|neither|hardly|rarely|seldom|fail\w*|none|few|only)"
    r"(?:\W+\w+){0,4}\W+$",
    re.IGNORECASE,
)
_NOT_ZH = re.compile("[不未没无难非莫勿鲜仅只][^，。；]{0,3}$")
Two = tuple[re.Pattern[str], ...]
Bound = tuple[bool, Span]
Said = tuple[Quantity, Text, Bound]


def _two(expressions: tuple[str, ...]) -> Two:
    return tuple(re.compile(each, re.IGNORECASE) for each in expressions)


# of each kind the words before and behind a number, English and Chinese: first those that hold it
# down, then those that do not
_KINDS: tuple[tuple[Two, Two, Two, Two], ...] = (
    (_two(_EN_BOUND), (), _two(_ZH_BOUND), _two(_ZH_BEHIND)),
    ((), _two(_EN_BY), _two(_ZH_BY), ()),
    ((), _two(_EN_SPEED), _two(_ZH_SPEED), ()),
)


def turned_bounds(zh: Side, en: Side) -> Iterator[Reversed]:
    """Yield the bounds of a number that both sides have, if they say the opposite."""
    for en_before, en_behind, zh_before, zh_behind in _KINDS:
        theirs = list(_bounded(en, en_before, en_behind, _NOT_EN))
        mine = list(_bounded(zh, zh_before, zh_behind, _NOT_ZH)) if theirs else []
        yield from _turned(zh, en, mine, theirs)


def _turned(zh: Side, en: Side, mine: list[Said], theirs: list[Said]) -> Iterator[Reversed]:
    for q, text, (is_lower, span) in theirs:
        same = [each for each in mine if not each[0].keys.isdisjoint(q.keys)]
        if len(same) != 1 or _times(zh, q) != 1 or _times(en, q) != 1:
            continue
        _, other, (is_low, at) = same[0]
        places = (simplified(other.plain), (at.start, at.end), text.plain, (span.start, span.end))
        if is_low is not is_lower and not run_against_each_other(*places):
            words = at.of(other.text), span.of(text.text)
            yield Reversed(other.span(at), text.span(span), *words)


def _bounded(
    side: Side,
    before: Two,
    behind: Two,
    negated: re.Pattern[str],
) -> Iterator[Said]:
    """Yield the numbers that have a bound, and whether it is a lower one."""
    for text in side.texts:
        plain = simplified(text.plain) if text.quantities else ""
        for q in text.quantities:
            bound = _bound(plain, q.span, before, behind)
            if q.strong and bound and not negated.search(plain, 0, bound[1].start):
                yield q, text, bound


def _bound(text: str, at: Span, before: Two, behind: Two) -> Bound | None:
    # the longer one: "no less than" ends in "less than"
    found = [(m.start(), n) for n, p in enumerate(before) if (m := p.search(text, 0, at.start))]
    if found:
        start, number = min(found)
        return bool(number), Span(start, start + len(text[start : at.start].rstrip()))
    for number, pattern in enumerate(behind):
        if word := pattern.match(text, at.end):
            return bool(number), Span(*word.span())
    return None


def _times(side: Side, q: Quantity) -> int:
    return sum(not q.keys.isdisjoint(other.keys) for _, other in side.quantities)
