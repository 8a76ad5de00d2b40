"""Stretches inside a text that are no language: code, formulas, addresses, tags, roles.

They are found by their own marks alone, so the same rules serve every format. Blocks that
are code or formula as a whole are the readers' work. Of a link or an image only the marks
and the target are opaque; the words between them are text.

Every pattern is bounded by its own marks, so that the time stays linear in the text.
"""

import re
from collections.abc import Iterable, Iterator

from zhen_align.types import Span

# an address ends where Chinese text goes on without a blank
_ADDRESS = r"[^\s<>\"`\\^{}|\[\u2018-\u201d\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
_TITLE = r"(?:\s{1,3}(?:\"[^\"\n]*\"|'[^'\n]*'))?"
_TARGET = rf"\((?=[\w#./<?~{{%)-])(?:[^()\s]|\([^()\s]{{0,200}}\)){{0,2000}}{_TITLE}\s?\)"
# `$5, or 10$` is money; words in a formula stand in \\text{…}
_MONEY = r"\d[^$\\]{0,1000}\s[a-z]{2}"
_FORMULA = (
    r"(?:[^$`\\\n\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]|"
    r"\\(?:text\w*|mbox|mathrm)\{[^{}$]*\}|\\.)"
)
_FLAGS = "controls|hidden|disabled|checked|selected|async|defer|loop|muted|autoplay|allowfullscreen"
_ATTRIBUTE = (
    rf"\s+(?:(?:{_FLAGS})(?![\w=-])|[\w:@.-]+\s?=\s?(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=`]+))"
)

# lines may end in what a role says, paragraphs do not
_SAID = r"(?:[^`\n]|\n(?![ \t\r]*\n))+"

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (sign, re.compile(pattern, re.DOTALL | re.ASCII))
    for sign, pattern in (
        ("`", rf"(?<![\w:}}`])(?::[A-Za-z][\w.+-]*){{1,3}}:`{_SAID}`"),
        ("`", rf"\{{[A-Za-z][\w:.+-]*\}}`{_SAID}`"),
        ("`", r"(?<![`\\])(`++)(?:(?!`).|(?!\1(?!`))`++){1,2000}?(?<!`)\1(?!`)"),
        ("$", r"(?<![\\$])\$\$(?!\$)[^$]{1,5000}\$\$"),
        (
            "$",
            # a letter before it is only fine where an index or a command follows: CO$_2$
            r"(?:(?<![\\$\w])|(?<=[A-Za-z])(?=\$[\^_\\]))"
            rf"\$(?![\s$]|{_MONEY}){_FORMULA}{{1,1000}}(?<!\s)\$(?![\d$])",
        ),
        ("\\", r"\\\((?:[^\\]|\\[^()]){1,2000}\\\)|\\\[(?:[^\\]|\\[^\[\]]){1,5000}\\\]"),
        ("\\", r"\\(?:cite\w{0,8}|ref|eqref|autoref|label|url)\*?(?:\[[^\[\]]*\])?\{[^{}]*\}"),
        ("<", r"<!--(?:(?!-->|<!--).)*-->"),
        ("<", rf"</?[A-Za-z][\w:-]*(?:{_ATTRIBUTE})*\s*/?>"),
        ("<", r"<(?:https?|ftp|mailto):[^\s<>]+>|</?\d{1,2}\s?/?>"),
        ("](", rf"!?\[(?=[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)?\]{_TARGET})|(?<=.)\]{_TARGET}"),
        ("[", r"\[\^[\w-]{1,40}\]|\[-?@[^\[\]\n]+\]"),
        ("://", rf"(?<![A-Za-z])(?:https?|ftp|file|s3|hdfs|ssh|git)://{_ADDRESS}+"),
        ("www.", rf"(?<![\w.])www\.{_ADDRESS}+"),
        (
            "/",
            r"(?<![\w./@-])(?:[A-Za-z0-9-]{1,60}\.){1,4}(?:org|com|net|edu|gov|cn|io|ai|dev)"
            rf"/{_ADDRESS}*",
        ),
        ("10.", r"(?<![\w.])10\.\d{4,9}/[A-Za-z0-9._;()/:-]+"),
        ("@", r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,}"),
        (
            "{",
            r"\{\{[^{}]{1,300}\}\}|\$?\{(?:[A-Za-z_][\w.]{0,60}|\d{1,2})(?:[!:][\w.:,<>^+-]{1,12})?\}|\{[#.%][^{}\n]*\}",
        ),
        (
            "%",
            r"(?<![\w%])%(?:(?:\(\w+\)|\d\$)?[-+#0]?\d{0,3}(?:\.\d{1,2})?(?:hh?|ll?|z)?[sdifruxXcgp@]|n)"
            r"(?![A-Za-z0-9_])",
        ),
        ("&", r"&(?:[A-Za-z]{2,10}\d{0,2}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});"),
    )
)
_PAIRS = {")": "(", "]": "["}


def opaque(text: str) -> tuple[Span, ...]:
    """Return the opaque stretches of one block's text, in order, none overlapping.

    >>> [span.of("由 $x^2$ 与 `fit()` 得") for span in opaque("由 $x^2$ 与 `fit()` 得")]
    ['$x^2$', '`fit()`']
    """
    spans: list[Span] = []
    for start, _, end in sorted(_candidates(text)):
        if not spans or start >= spans[-1].end:
            spans.append(Span(start, end))
    return tuple(spans)


def _candidates(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, rank and end of whatever any pattern finds; the leftmost will win."""
    for rank, (sign, pattern) in enumerate(_PATTERNS):
        if sign in text:
            bare = sign in {"://", "www.", "/", "10."}
            for found in pattern.finditer(text):
                yield found.start(), rank, _trimmed(text, *found.span()) if bare else found.end()


def _trimmed(text: str, start: int, end: int) -> int:
    """Give back the sentence's own marks at the end of an address, and brackets it never opened."""
    extra = {close: text.count(close, start, end) for close in _PAIRS}
    for close, opener in _PAIRS.items():
        extra[close] -= text.count(opener, start, end)
    while end > start + 1:
        last = text[end - 1]
        if extra.get(last, 0) > 0:
            extra[last] -= 1
        elif last not in ".,;:!?'*_~":
            break
        end -= 1
    return end


def blanked(text: str, spans: Iterable[Span], mark: str) -> str:
    """Return the text with a mark for each character of some spans, in one pass.

    >>> blanked("see $x$ here", [Span(4, 7)], "_")
    'see ___ here'
    """
    parts: list[str] = []
    done = 0
    for span in sorted(spans, key=lambda span: span.start):
        start, end = max(span.start, done), min(span.end, len(text))
        if start < end:
            parts += [text[done:start], mark * (end - start)]
            done = end
    return "".join([*parts, text[done:]])
