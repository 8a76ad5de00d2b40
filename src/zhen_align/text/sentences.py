"""Sentences of one block's text: where each begins and ends.

A run of end marks is a candidate; the language of the mark, not of the block, decides
which guards judge it (`zh` or `en`), so a sentence of the other language needs no path of
its own. What belongs to the sentence that ends stays with it: closing quotes and brackets,
closing markup, a citation set after the stop. Line ends are blanks here, and opaque
stretches are never cut; so are brackets that close soon, unless they hold a whole sentence.
Not here: what a block is (readers), what is opaque (`text.opaque`).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from zhen_align.text import en, zh
from zhen_align.text.scripts import HAN
from zhen_align.types import Lang, Span

# a spaced ellipsis is one mark, not three
_MARKS = re.compile(r"\.(?: \.){2,}|[.!?。．！？｡…‼⁇⁈⁉]+")
_CLOSERS = "”’」』）】〉》)]］»›†‡"
_STRAIGHT = "\"'*_"
# an apostrophe is no quote; an asterisk between blanks is an operator or a bullet
_STRAIGHT_MARK = re.compile(
    r"\"|(?<![A-Za-z])'|'(?![A-Za-z])|(?<!\s)\*+|\*+(?!\s)|(?<!\s)_+|_+(?!\s)"
)
_CLOSING_TAG = re.compile(r"</[A-Za-z]\w{0,12}>|<br ?/?>")
_FORMULA_ENDS = ("$", "$$", "\\)", "\\]", "\n$$")
"""What follows a full stop that was set inside its formula."""
_BLANKS = re.compile(r"\s*")
_BRACKET = re.compile(r"[()（）\[\]［］【】《》〈〉]")
_NOTE = re.compile(
    r"\\(?:footnote(?:text)?|endnote|sidenote|marginnote|marginpar|thanks)(?:\[[^\[\]]{0,20}\])?\{|"
    r"%[^\r\n]*|\\.|[{}]",
    re.DOTALL,
)
_OPENER_OF = dict(zip(")]】》〉", "([【《〈", strict=True))
_FOLDED = str.maketrans("（）［］", "()[]")
# [12], [3], [4-6], [2]_ or a footnote's mark; the third form is a raised number, `method.12 We`
_CITATION = re.compile(
    r"(?:\s?\[(?:\d{1,4}|#[\w-]{0,40}|\*|[A-Za-z][\w.-]{0,40})\]_(?!\w))+|(?:[,，]?\s?[\[［]\^?\d[\d,，、;\s–~～-]{0,60}[\]］](?!\())+|[¹²³⁰⁴-⁹][¹²³⁰⁴-⁹,⁻]*|\[\^\w{1,40}\]"
)
_NEXT_SENTENCE = re.compile(rf"\s+[A-Z]|\s*(?:[{HAN}]|$)")
_RAISED = re.compile(r"\d{1,3}(?:[,–-]\d{1,3}){0,9}(?=\s+(?:[A-Z][a-z]|[AI]\s)|\s*$)")
_SOON = {Lang.ZH: 60}
"""Brackets that close within so many characters are not cut; 200 where not named."""


@dataclass(frozen=True)
class Ranges:
    """Sorted, disjoint stretches that answer which of them holds a place."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> "Ranges":
        """Return the outermost of the stretches."""
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
            if not ends or start >= ends[-1]:
                starts.append(start)
                ends.append(end)
            elif end > ends[-1]:
                ends[-1] = end
        return cls(tuple(starts), tuple(ends))

    def around(self, place: int) -> tuple[int, int] | None:
        """Return the stretch that the character at `place` stands in."""
        at = bisect_right(self.starts, place) - 1
        if at >= 0 and place < self.ends[at]:
            return self.starts[at], self.ends[at]
        return None


@dataclass(frozen=True)
class Page:
    """A text and the facts about all of it that guards ask for, each found once."""

    text: str
    lang: Lang
    opaque: Ranges

    def is_opaque(self, place: int) -> bool:
        """Say whether the character at `place` is no language."""
        return self.opaque.around(place) is not None

    @cached_property
    def brackets(self) -> Ranges:
        """Brackets that close soon, outermost only."""
        return Ranges.of(_brackets(self.text, self.opaque, _SOON.get(self.lang, 200)))

    @cached_property
    def notes(self) -> Ranges:
        """Notes of LaTeX, which stand inside the sentence that they belong to."""
        return Ranges.of(_notes(self.text)) if "\\" in self.text else Ranges((), ())

    @cached_property
    def lists(self) -> bool:
        """Whether the text opens with a number in brackets, as lists of references do."""
        return self.text[_blanks(self.text, 0) :][:1] in ("[", "［")

    @cached_property
    def glued(self) -> bool:
        """Whether blanks were lost in this text."""
        return en.looks_glued(self.text)

    @cached_property
    def _straight(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {mark: [] for mark in _STRAIGHT}
        for mark in _STRAIGHT_MARK.finditer(self.text):
            if not self.opaque.around(mark.start()):
                found[mark[0][0]].append(mark.start())
        return {mark: tuple(places) for mark, places in found.items()}

    def is_open(self, mark: str, place: int) -> bool:
        """Say whether a straight mark at `place` would close one opened before."""
        return bisect_left(self._straight[mark], place) % 2 == 1


def sentences(text: str, lang: Lang, opaque: Sequence[Span] = ()) -> list[Span]:
    """Return the sentences in order, trimmed; between them are only blanks.

    >>> text = "Fig. 2 shows it.[3] 见图2。结束"
    >>> [span.of(text) for span in sentences(text, Lang.EN)]
    ['Fig. 2 shows it.[3]', '见图2。', '结束']
    """
    page = Page(text, lang, Ranges.of((span.start, span.end) for span in opaque))
    spans: list[Span] = []
    start = _blanks(text, 0)
    for end, following in _ends(page, start):
        spans.append(Span(start, end))
        start = following
    last = len(text.rstrip())
    return [*spans, Span(start, last)] if start < last else spans


def _ends(page: Page, start: int) -> Iterator[tuple[int, int]]:
    """Yield where each sentence but the last ends, and where the next begins."""
    text, place = page.text, start
    while mark := _MARKS.search(text, place):
        first, place = mark.span()
        hidden = page.opaque.around(first)
        if hidden and text[place : hidden[1]] not in _FORMULA_ENDS:
            place = hidden[1]
            continue
        note = page.notes.around(first)
        if note and text[start : note[0]].strip():
            place = max(place, note[1])
            continue
        inside = page.brackets.around(first)
        if inside and not _is_cut_inside(page, inside, mark, start):
            # a mark before the bracket's end may have taken it for its own closer
            place = max(place, inside[1])
            continue
        place = after = _closed(page, hidden[1] if hidden else place)
        last = first + len(mark[0])
        if citation := _cited(page, first, after):
            place = after = citation
        following = _blanks(text, after)
        if following == len(text):
            return
        if _is_end(page, start, Span(first, last), Span(after, following)):
            yield after, following
            start = place = following


def _is_end(page: Page, start: int, mark: Span, gap: Span) -> bool:
    """Ask the guards of the mark's language."""
    text = page.text
    shut = page.opaque.around(gap.end)
    if shut and shut[0] < gap.end:
        return False
    if text[gap.end] in _CLOSERS:
        return False
    if text[mark.start - 1 : mark.start] in tuple("“‘「『（(["):
        return False
    if zh.is_mark(mark.of(text)):
        return shut is not None or zh.full_stop(text, mark, gap)
    if zh.is_half_mark(text, mark, gap):
        return zh.half_stop(text, mark, gap)
    return en.stop(text, start, mark, gap, page.is_opaque, lambda: page.glued)


def _blanks(text: str, place: int) -> int:
    found = _BLANKS.match(text, place)
    return found.end() if found else place


def _closed(page: Page, place: int) -> int:
    """Return the place after everything that closes with the mark, and marks after that."""
    text, size = page.text, len(page.text)
    while place < size:
        ch = text[place]
        if ch in _CLOSERS or (ch == "}" and page.is_opaque(place)):
            place += 1
        elif ch in _STRAIGHT:
            run = place + 1
            while run < size and text[run] == ch:
                run += 1
            if not _closes(page, ch, place, run):
                return place
            place = run
        elif ch == "<" and (tag := _CLOSING_TAG.match(text, place)):
            place = tag.end()
        elif more := _MARKS.match(text, place):
            place = more.end()
        else:
            return place
    return place


def _closes(page: Page, mark: str, place: int, after: int) -> bool:
    """Say whether a straight quote or emphasis mark right after an end mark closes."""
    if after == len(page.text) or page.text[after].isspace():
        return True
    if mark == "'" and page.text[after].isascii():
        return page.text[after] in ".,;:!?)]"
    return page.is_open(mark, place)


def _cited(page: Page, mark: int, after: int) -> int:
    """Return the end of the citation set after the stop, 0 where there is none."""
    text = page.text
    if found := _CITATION.match(text, after):
        spaced = text[after].isspace()
        if not spaced or (not page.lists and _NEXT_SENTENCE.match(text, found.end())):
            return found.end()
    if text[mark] == "." and (found := _RAISED.match(text, after)):
        word = en.before(text, mark)
        if len(word) > 2 and word.islower() and not en.is_abbreviation(word):
            return found.end()
    return 0


def _brackets(text: str, opaque: Ranges, soon: int) -> Iterator[tuple[int, int]]:
    """Yield each pair of brackets that closes within `soon` characters."""
    depth: list[tuple[str, int]] = []
    for found in _BRACKET.finditer(text):
        place = found.start()
        ch = found[0].translate(_FOLDED)
        shut = opaque.around(place)
        # of a link only the marks are opaque: `[`, then words, then `](target)`
        if shut and not _is_link_mark(text, shut, place):
            continue
        if ch in "([【《〈":
            depth.append((ch, place))
        elif depth and depth[-1][0] == _OPENER_OF[ch]:
            opened = depth.pop()[1]
            if place - opened <= soon:
                yield opened, place + 1


def _notes(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each footnote's command begins and its closing brace ends."""
    depth: list[int] = []
    for mark in _NOTE.finditer(text):
        if mark[0] == "}":
            opened = depth.pop() if depth else -1
            if opened >= 0:
                yield opened, mark.end()
        elif mark[0].endswith("{"):
            depth.append(mark.start() if len(mark[0]) > 1 else -1)


def _is_cut_inside(page: Page, bracket: tuple[int, int], mark: re.Match[str], start: int) -> bool:
    """Say whether a mark in a bracket counts: the bracket is a whole sentence, or ends in one.

    `(See above. It helps.)` is cut inside; of `(see above.) It` the last full stop counts.
    """
    text, (opened, closed) = page.text, bracket
    if text[opened] in "《〈":
        return False
    leads = opened < start or not text[start:opened].strip("\"“‘'*_ ")
    if leads and (opened < start or _MARKS.match(text, closed - 2)):
        return True
    if mark.end() != closed - 1 or mark[0] not in (".", "。"):
        return False
    return not en.is_abbreviation(en.before(text, mark.start()))


def _is_link_mark(text: str, span: tuple[int, int], place: int) -> bool:
    """Say whether the bracket at `place` opens or closes the words of a link or an image."""
    return text[slice(*span)] in ("[", "![") or (place == span[0] and text[place] == "]")
