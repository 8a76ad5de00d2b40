"""Text as Chinese forms are compared: width, script, case and blanks beside Han do not count."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zhen_align.terms.forms import simplified
from zhen_align.text.fold import Folded, fold
from zhen_align.text.scripts import HAN
from zhen_align.types import Span

_BLANKS = re.compile(rf"(?<=[{HAN}])\s+|\s+(?=[{HAN}])")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """Squeezed text; `place[i]` is where `text[i]` stands in `folded`."""

    text: str
    place: Sequence[int]
    folded: Folded

    def back(self, span: Span) -> Span:
        """Return the stretch of the source that a stretch, not empty, was made of."""
        return self.folded.back(Span(self.place[span.start], self.place[span.end - 1] + 1))


def squeeze(text: str) -> Squeezed:
    """Fold a text for matching Chinese, with the way back into it.

    >>> squeezed = squeeze("用ＡＩ 模型")
    >>> squeezed.text, squeezed.back(Span(1, 5))
    ('用ai模型', Span(start=1, end=6))
    """
    folded = fold(text)
    plain = simplified(folded.text)
    low = plain.lower()
    if len(low) != len(plain):  # one letter whose small form is two
        low = "".join(ch.lower() if len(ch.lower()) == 1 else ch for ch in plain)
    gaps = [m.span() for m in _BLANKS.finditer(low)]
    if not gaps:
        return Squeezed(low, range(len(low)), folded)
    parts: list[str] = []
    place: list[int] = []
    done = 0
    for start, end in [*gaps, (len(low), len(low))]:
        parts.append(low[done:start])
        place.extend(range(done, start))
        done = end
    return Squeezed("".join(parts), place, folded)
