"""What must not be read as a quantity, blanked out without moving anything.

Every step keeps the length, so an offset into the masked text is an offset into the
source: widths are folded one to one, formulas that are only a number lose their marks
but not their columns, all else that is opaque becomes a run of one placeholder. The
digits of what was blanked are kept: they may support a number of the other side.
"""

import re
from bisect import bisect_left
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
    r"\\(?:times|cdot|sim|approx|pm|leq?|geq?|ll|gg|l?dots|quad|[,;:! %$])(?![A-Za-z])", re.ASCII
)
_PLAIN_FORMULA = re.compile(r"[\d\s.,+\-*/<>=~^{}%()|×±]+", re.ASCII)
_SIGNS = {
    "\\times": "×", "\\cdot": "×", "\\sim": "~", "\\approx": "~", "\\pm": "±", "\\%": "%",
}  # fmt: skip

_URL = r"(?:https?|ftp)://[^\s<>\"`{}|^\u2018-\u201d\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+"
_CITED = r"\d{1,4}[a-z]?(?:\s?[,;-]\s?\d{1,4})*"
# each is tried only where the text has one of its signs
_OWN = tuple(
    (signs.split(), re.compile(pattern, re.IGNORECASE | re.ASCII))
    for signs, pattern in (
        ("://", _URL),
        ("`", r"(?<![`\\])`(?!`)[^`\n]{1,400}`(?!`)"),
        ("$", r"(?<![\\$\w])\$(?![\s$])[^$\n]{1,400}(?<!\s)\$(?![\d$])"),
        ("@", r"(?<![\w.%+-])[\w.%+-]{1,64}@[A-Za-z0-9.-]{1,80}\.[A-Za-z]{2,}"),
        ("[", rf"\[\^?{_CITED}\](?:\s?[-,]?\s?\[{_CITED}\])*(?!\()"),
        ("oi iv bn sn 10.", r"(?:doi|arxiv|isbn|issn)\s?:?\s?[\d./-]*\d|10\.\d{4,9}/[\w./-]+"),
        (".", r"\b\d\d(?:0[1-9]|1[0-2])\.\d{5}(?:v\d)?(?!\.?\d)"),
    )
)
_AUTHOR_YEAR = re.compile(
    r"(?:et\s?al\.?|等人?),?\s?[(\[,，]?\s?(?:1[89]|20)\d\d[a-z]?(?!\d|\s?年)"
    r"|(?<![A-Za-z])(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[,.]?\s)"
    r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:\s(?:and|&)\s[A-Z][a-z]+)?,\s(?:1[89]|20)\d\d[a-z]?(?=[);])"
    r"|(?<=[A-Z][a-z]{2}\s)\((?:1[89]|20)\d\d[a-z]?\)",
    re.ASCII,
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d[a-z]?(?=[\s);:,，）]|$)", re.ASCII)
_TIE = re.compile(r"(?<=[\d$}])(?:~|\\[,;:! ])(?=[A-Za-z%°µΩ\\])")
_NUMBERED_TAG = re.compile(
    r"</?[A-Za-z][\w:-]*(?:\s+(?:id|rid|mid|i|x|type)=\"[^\"<>]*\")*\s*/?>\Z"
)
_DIGIT = re.compile(r"\d", re.ASCII)
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?", re.ASCII)


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
            if not _NUMBERED_TAG.match(source, span.start, span.end)
            for found in _DIGITS.finditer(source, span.start, span.end)
        ]

    def outer(self, span: Span) -> Span:
        """Return the span, grown to the marks of any formula that it begins or ends in."""
        first, last = self._around(span.start), self._around(span.end)
        return Span(first.start if first else span.start, last.end if last else span.end)

    def _around(self, offset: int) -> Span | None:
        """Return the formula that an offset stands inside of."""
        at = bisect_left(self.formulas, offset, key=lambda formula: formula.start) - 1
        return self.formulas[at] if at >= 0 and offset < self.formulas[at].end else None


def mask(text: str, opaque: Sequence[Span] = ()) -> Masked:
    """Blank out what is opaque, by the caller's spans and by what any text shows of itself.

    >>> mask("见 [12]，共 $3$ 类").text.replace(BLANK, "_")
    '见 ____，共  3  类'
    """
    folded = text.translate(_FOLD)
    spans = [(span.start, min(span.end, len(text))) for span in opaque]
    if "~" in folded or "\\" in folded:
        folded, spans = _untied(folded, spans)
    if "\\$" in folded:
        folded = folded.replace("\\$", " $").replace("\\%", " %")
    if _DIGIT.search(folded):
        for signs, pattern in _OWN:
            if any(sign in folded for sign in signs):
                spans.extend(found.span() for found in pattern.finditer(folded))
        if _YEAR.search(folded):
            spans.extend(found.span() for found in _AUTHOR_YEAR.finditer(folded))
    if not spans:
        return Masked(folded, (), ())
    parts: list[str] = []
    formulas: list[Span] = []
    hidden: list[Span] = []
    done = 0
    for start, end in sorted(spans):
        if start == end:
            continue
        if start < done:
            if end > done:  # overlaps what is blanked already: blank the rest too
                parts.append(BLANK * (end - done))
                hidden.append(Span(done, end))
                done = end
            continue
        parts.append(folded[done:start])
        bare = _unwrapped(folded[start:end])
        parts.append(bare or BLANK * (end - start))
        (formulas if bare else hidden).append(Span(start, end))
        done = end
    parts.append(folded[done:])
    return Masked("".join(parts), tuple(formulas), tuple(hidden))


def _untied(folded: str, spans: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Put blanks for the ties and thin spaces of LaTeX between a number and its unit."""
    ties = [tie.span() for tie in _TIE.finditer(folded)]
    for start, end in ties:
        folded = folded[:start] + " " * (end - start) + folded[end:]
    return folded, [span for span in spans if span not in ties] if ties else spans


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
