"""What must not be read as a quantity, blanked out without moving anything.

Every step keeps the length, so an offset into the masked text is an offset into the
source: widths are folded one to one, formulas that are only a number lose their marks
but not their columns, all else that is opaque becomes a run of one placeholder. The
digits of what was blanked are kept: they may support a number of the other side.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zhen_align.types import Span

BLANK = "\ufffc"

_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# a full-width comma parts clauses and never thousands, the same for the stops
for _keep in "，；！？":
    del _FOLD[ord(_keep)]
_FOLD |= {ord(c): 0x2D for c in "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63"}
_FOLD |= {ord(c): 0x7E for c in "\u223c\u301c\u2053"}
_FOLD |= {ord(c): 0x20 for c in "\u3000\u00a0\u2009\u202f\u2007\t\n\r\f\v\u2028\u2029\x85"}
_FOLD |= {ord("\u2019"): 0x27, ord("\u66cc"): 0x3007}

# a formula that only says a number: digits, signs and the commands that join them
_COMMAND = re.compile(
    r"\\(?:times|cdot|sim|approx|pm|leq?|geq?|ll|gg|l?dots|quad|[,;:! %$])(?![A-Za-z])"
)
_PLAIN_FORMULA = re.compile(r"[\d\s.,+\-*/<>=~^{}%()|×±]+")
_SIGNS = {
    "\\times": "×", "\\cdot": "×", "\\sim": "~", "\\approx": "~", "\\pm": "±", "\\%": "%",
}  # fmt: skip

_URL = r"(?:https?|ftp)://[^\s<>\"`{}|^\u2018-\u201d\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+"
_CITED = r"\d{1,4}[a-z]?(?:\s?[,;-]\s?\d{1,4})*"
_OWN = re.compile(
    rf"(?P<url>{_URL})"
    r"|(?P<code>(?<![`\\])(`{1,3})(?!`)[^`\n]{1,400}\3(?!`))"
    r"|(?P<formula>(?<![\\$\w])\$(?![\s$])[^$\n]{1,400}(?<!\s)\$(?![\d$]))"
    r"|(?P<mail>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,80}\.[A-Za-z]{2,})"
    rf"|(?P<cite>(?<![\w\]])\[\^?{_CITED}\](?:\s?[-,]?\s?\[{_CITED}\])*(?!\())"
    rf"|(?P<cite2>(?<=[\w\]])\[\^?{_CITED}\](?:\s?[-,]?\s?\[{_CITED}\])*(?!\())"
    r"|(?P<doi>(?:doi|arxiv|isbn|issn)\s?:?\s?[\d./-]*\d|10\.\d{4,9}/[\w./-]+"
    r"|(?<![\d.])\d\d(?:0[1-9]|1[0-2])\.\d{5}(?:v\d)?(?![\d.]))",
    re.IGNORECASE | re.ASCII,
)
_AUTHOR_YEAR = re.compile(
    r"(?:et\s?al\.?|等人?),?\s?[(\[,，]?\s?(?:1[89]|20)\d\d[a-z]?(?!\d|\s?年)"
    r"|(?<![A-Za-z])(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[,.]?\s)"
    r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:\s(?:and|&)\s[A-Z][a-z]+)?,\s(?:1[89]|20)\d\d[a-z]?(?=[);])"
    r"|(?<=[A-Z][a-z]{2}\s)\((?:1[89]|20)\d\d[a-z]?\)"
)
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Masked:
    """A text as long as its source; `formulas` are shown bare, `hidden` are blanked."""

    text: str
    formulas: tuple[Span, ...]
    hidden: tuple[Span, ...]

    def digits(self, source: str) -> list[Span]:
        """Return the numbers that stand in what was blanked."""
        return [
            Span(found.start(), found.end())
            for span in self.hidden
            for found in _DIGITS.finditer(source, span.start, span.end)
        ]

    def outer(self, span: Span) -> Span:
        """Return the span, grown to the marks of any formula that it begins or ends in."""
        start, end = span.start, span.end
        for formula in self.formulas:
            if formula.start < start < formula.end:
                start = formula.start
            if formula.start < end < formula.end:
                end = formula.end
        return Span(start, end)


def mask(text: str, opaque: Sequence[Span] = ()) -> Masked:
    """Blank out what is opaque, by the caller's spans and by what any text shows of itself.

    >>> mask("见 [12]，共 $3$ 类").text.replace(BLANK, "_")
    '见 ____，共  3  类'
    """
    folded = text.translate(_FOLD)
    spans = [(span.start, min(span.end, len(text))) for span in opaque]
    if "\\$" in folded:
        folded = folded.replace("\\$", " $").replace("\\%", " %")
    spans.extend(found.span() for found in _OWN.finditer(folded))
    spans.extend(found.span() for found in _AUTHOR_YEAR.finditer(folded))
    if not spans:
        return Masked(folded, (), ())
    parts: list[str] = []
    formulas: list[Span] = []
    hidden: list[Span] = []
    done = 0
    for start, end in sorted(spans):
        if start < done or start == end:
            if end > done:  # overlaps what is blanked already: blank the rest too
                parts.append(BLANK * (end - max(start, done)))
                hidden.append(Span(max(start, done), end))
                done = end
            continue
        parts.append(folded[done:start])
        bare = _unwrapped(folded[start:end])
        parts.append(bare or BLANK * (end - start))
        (formulas if bare else hidden).append(Span(start, end))
        done = end
    parts.append(folded[done:])
    return Masked("".join(parts), tuple(formulas), tuple(hidden))


def _unwrapped(body: str) -> str:
    """Return a formula that is only a number as plain text of the same length, else nothing."""
    if body[:1] != "$" and body[:2] != "\\(":
        return ""
    width = 2 if body[:2] in ("\\(", "$$") else 1
    inner = body[width : len(body) - width]
    plain = _COMMAND.sub(lambda m: _SIGNS.get(m[0], " "), inner)
    if not _PLAIN_FORMULA.fullmatch(plain) or "=" in plain:
        return ""
    plain = plain.replace("{,}", ",").replace("{", "").replace("}", "")
    return (" " * width + plain).ljust(len(body))
