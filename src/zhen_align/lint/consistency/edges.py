"""Where a rendering begins and ends, and what makes it another one: strings in, strings out."""

import re

from zhen_align.terms.hanwords import EDGE, INSIDE

_LATIN = re.compile("[a-z0-9]+")
_NUMERALS = frozenset("一两几每某")
_EDGES = INSIDE | EDGE


def trimmed(form: str, expected: str) -> tuple[int, int]:
    """Return how many characters at both ends of a form are function words, none of it.

    What it has in common with the expected rendering stays.

    >>> trimmed("于田间影像", "田间图像"), trimmed("对照学习", "对比学习")
    ((1, 0), (0, 0))
    """
    opens, closes = form[0] != expected[0], form[-1] != expected[-1]
    kept = _bare(form, opens=opens, closes=closes)
    if len(kept) < 2:
        return 0, 0
    start = form.index(kept)
    return start, len(form) - start - len(kept)


def differs(form: str, expected: str) -> bool:
    """Whether a form is another rendering, and no shortening or mere extension of the expected.

    >>> [differs(f, "传感器读数") for f in ("读数", "传感读数", "该传感器读数", "传感器示数")]
    [False, True, False, True]
    >>> differs("批次", "小批量"), differs("AI模型", "智能模型")
    (True, False)
    >>> differs("群集", "集群"), differs("数据训练", "训练数据")
    (True, False)
    >>> differs("一页", "页面"), differs("流行性感冒", "流感")
    (False, False)
    """
    if (form[0] in _NUMERALS and form[0] not in expected) or _is_contracted(form, expected):
        return False
    turned = len(form) > 2 and sorted(form) == sorted(expected)  # two characters: another word
    if expected in form or expected.endswith(form) or turned:
        return False
    if not _latin(form) <= _latin(expected):
        return False  # a name beside it, or the term itself left as it is
    bare = _bare(form, opens=True, closes=True)
    if bare != form and len(bare) > 1 and bare in expected:
        return False
    head = 0
    while head < min(len(form), len(expected)) and form[head] == expected[head]:
        head += 1
    tail = 0
    while tail < min(len(form), len(expected)) - head and form[-1 - tail] == expected[-1 - tail]:
        tail += 1
    core = form[head : len(form) - tail]
    if not core:
        return bool(head and tail)
    return head + tail < 2 or bool(_bare(core, opens=head == 0, closes=tail == 0))


def _is_contracted(one: str, other: str) -> bool:
    """Whether the shorter takes a character of each half of the longer: 流感 for 流行性感冒."""
    short, long = sorted((one, other), key=len)
    halves = len(short) == 2 and len(long) in (4, 5)
    return halves and long.startswith(short[0]) and short[1] in long[2:4]


def _latin(form: str) -> set[str]:
    return set(_LATIN.findall(form.lower()))


def _bare(core: str, *, opens: bool, closes: bool) -> str:
    """Return a stretch without the function words at its free edges."""
    changed = True
    while changed and core:
        changed = False
        for size in range(min(4, len(core)), 0, -1):
            if opens and core[:size] in _EDGES:
                core, changed = core[size:], True
                break
            if closes and core[-size:] in _EDGES:
                core, changed = core[:-size], True
                break
    return core
