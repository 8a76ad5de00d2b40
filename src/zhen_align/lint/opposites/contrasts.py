"""Where the two halves of a contrast have changed places: "A rather than B", "A exceeds B".

Both languages set two things against each other in a frame of words, and by the dictionary the
Chinese has in the one place what the English has in the other. The dictionary is asked only where
both sides have such a frame. Not here: opposites (`crossed`).
"""

import re
from collections.abc import Iterator

from zhen_align.lint.dictionary import in_common
from zhen_align.lint.opposites.crossed import Crossed
from zhen_align.lint.opposites.said import Said

# begins with a word, so that one word of any length is walked through once
_SOME = r"(?<![\w'’-])(?:[\w'’-]+\s+){0,6}[\w'’-]+"
_MORE_EN = (
    r"(?:exceed(?:s|ed)?|outperform(?:s|ed)?|surpass(?:es|ed)?|outpaced?s?|beats?|outnumber(?:s|ed)?"
    r"|(?:is|are|was|were)\s+(?:\w+\s+)?(?:higher|greater|larger|better|faster|stronger|more\s+\w+)"
    r"\s+than)"
)
# of each pair, the frames of English and those of Chinese
_FRAMES = (
    (
        (
            rf"(?P<one>{_SOME}),?\s+(?:rather\s+than|instead\s+of|as\s+opposed\s+to)\s+(?P<two>{_SOME})",
            rf"(?P<one>{_SOME}),\s+(?:and\s+)?not\s+(?P<two>{_SOME})",
            rf"\bnot\s+(?!only|just|merely)(?P<two>{_SOME}),?\s+but\s+(?P<one>{_SOME})",
        ),
        (
            r"(?P<one>[^，。；：、]{1,14})[，,]?\s?而(?:非|不是|并非)(?P<two>[^，。；：]{1,14})",
            r"(?:不是|并非|不在)(?P<two>[^。；]{1,14}?)[，,]?而[是在](?P<one>[^，。；]{1,14})",
        ),
    ),
    (
        (rf"(?P<one>{_SOME})\s+{_MORE_EN}\s+(?P<two>{_SOME})",),
        (
            r"(?P<one>[^，。；：]{1,12})(?:超过|高于|优于|大于|强于|胜过|超越|多于|快于|领先于?)了?"
            r"(?P<two>[^，。；：]{1,12})",
            r"(?P<one>[^，。；：]{1,12})比(?P<two>[^，。；：]{1,10})[要更]?[高大多强快好优]",
        ),
    ),
)
_COMPILED = tuple(
    tuple(tuple(re.compile(one, re.IGNORECASE) for one in side) for side in frame)
    for frame in _FRAMES
)


def contrasts(zh: Said, en: Said) -> Iterator[Crossed]:
    """Yield the contrasts of a bead whose halves have changed places."""
    for in_en, in_zh in _COMPILED:
        mine = _only(in_zh, zh.text)
        theirs = _only(in_en, en.text) if mine else None
        if mine and theirs and _turned(mine, theirs):
            yield _crossed(zh, mine, en, theirs)


def _only(frames: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    """Return the one contrast of a text; of several nobody knows which is meant."""
    found = [match for frame in frames for match in frame.finditer(text)]
    return found[0] if len(found) == 1 else None


def _turned(zh: re.Match[str], en: re.Match[str]) -> bool:
    across = in_common(zh["one"], en["two"]), in_common(zh["two"], en["one"])
    along = in_common(zh["one"], en["one"]), in_common(zh["two"], en["two"])
    if across[0] > along[0] and across[1] > along[1]:
        return True
    # the first half has the subject, too
    return across[0] >= along[0] == 1 and across[1] > along[1] == 0


def _crossed(zh: Said, mine: re.Match[str], en: Said, theirs: re.Match[str]) -> Crossed:
    spans = [side.span(match.start(), match.end()) for side, match in ((zh, mine), (en, theirs))]
    pairs = [
        (side.written[slice(*m.span("one"))].strip(), side.written[slice(*m.span("two"))].strip())
        for side, m in ((zh, mine), (en, theirs))
    ]
    return Crossed(spans[0], spans[1], pairs[0], pairs[1])
