"""Not the project's style for the blank between Chinese and Latin.

With `spacing = "always"` in the configuration a missing blank between a Chinese character and a
Latin letter or figure is found, with `"never"` one that is there. Without a style, the commoner
one of each text is held to. Around code, formulas and links nothing is said.

Each comes with its fix. Where a team wants more of this kind, autocorrect does it thoroughly.

Why: either style reads well; both in one text look careless, and make every diff noisy.
"""

import re
from collections.abc import Iterator, Sequence

from zhen_align.lint.facts import Pair, Shared
from zhen_align.lint.finding import Fix, Hit, Severity
from zhen_align.lint.rule import Example, Judged, Need
from zhen_align.text.scripts import HAN
from zhen_align.types import Lang, Span

NAME = "spacing"
SEVERITY = Severity.OFF
NEEDS = frozenset({Need.TEXT})
EXAMPLES: tuple[Example, ...] = (
    Example("只有 2.7个词。", "2.7 words.", (" ",), "a blank before figures", spacing="never"),
    Example("使用Linux 系统。", "It uses Linux.", (" ",), "a blank after Latin", spacing="never"),
    Example("使用Linux系统。", "It uses Linux.", why="no blank, as wanted", spacing="never"),
    Example("使用Linux 系统。", "It uses Linux.", ("",), "a missing blank", spacing="always"),
    Example("使用 Linux 系统。", "It uses Linux.", why="blanks, as wanted", spacing="always"),
    Example("调用`f`即可。", "Call it.", why="nothing is said of code", spacing="always"),
    Example("用 A 和 B，不用C。", "A and B, not C.", ("",), "no style: the commoner one"),
    Example("只用 A，和B。", "Only A.", why="no style, and no commoner one"),
)

_LATIN = "A-Za-z0-9"
_BLANK = re.compile(rf"(?<=[{HAN}]) +(?=[{_LATIN}])|(?<=[{_LATIN}%]) +(?=[{HAN}])")
_GLUED = re.compile(rf"(?<=[{HAN}])(?=[{_LATIN}])|(?<=[{_LATIN}%])(?=[{HAN}])")


def check(pairs: Sequence[Pair], shared: Shared) -> Iterator[Judged]:
    """Hold every Chinese sentence to the style."""
    for pair in pairs:
        texts = [(judged, text) for judged, text in pair.texts if text.lang is Lang.ZH]
        style = shared.spacing or _commoner("\n".join(text.plain for _, text in texts))
        if not style:
            continue
        never = style == "never"
        message = "a blank" if never else "no blank"
        for judged, text in texts:
            for found in (_BLANK if never else _GLUED).finditer(text.plain):
                span = text.span(Span(found.start(), found.end()))
                yield judged, Hit(
                    span, Lang.ZH, f"{message} between Chinese and Latin", SEVERITY,
                    ("" if never else " ",), text.text[found.start() - 1 : found.end() + 1],
                    Fix(span, "" if never else " "),
                )  # fmt: skip


def _commoner(text: str) -> str:
    blank, glued = len(_BLANK.findall(text)), len(_GLUED.findall(text))
    return "" if blank == glued else "always" if blank > glued else "never"
