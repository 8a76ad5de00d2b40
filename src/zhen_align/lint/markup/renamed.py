"""Names of a program that were translated as if they were words: `src/主.rs`, ``'读'``, *标志*.

A path, a short string in quotes and a parameter that the page itself defines are what a program
reads. Not here: other code with words in it, which may be a label (match.py).
"""

import re
from collections.abc import Iterator

from zhen_align.lint.facts import BeadFacts, Pair
from zhen_align.text.markup import MarkKind
from zhen_align.text.scripts import HAN
from zhen_align.types import Lang, Span

_HAN = re.compile(f"[{HAN}]+")
_QUOTED = re.compile(rf"(['\"])[{HAN}]{{1,4}}\1")
_FILE = re.compile(r"[\w./-]*\w\.[A-Za-z]\w{0,4}|(?:[\w.-]+/)+[\w.-]+")
# what the reader is to put in place of them may be said in any language
_ANY = re.compile(r"(?:^|[^a-z])(?:your|my|path|name|file|dir|folder|example|some)(?![a-z])", re.I)
_NAME = re.compile(r"[a-z_][\w.-]*", re.ASCII)
_FENCE = re.compile(r"^[ \t]*```[^`]*```", re.MULTILINE)
_WORD = re.compile(r"(['\"])[a-z]{1,10}\1")
_SIGNATURE = re.compile(
    r"^[ \t]*\.\. (?:py:|c:|js:)?(?:function|method|class|classmethod|staticmethod|exception)"
    r"::[^(\n]*\((?P<names>[^\n]*)\)|^[ \t]*:(?:param|arg|keyword)[^:\n]*?(?P<name>\w+):",
    re.MULTILINE,
)
_EMPHASISED = re.compile(r"(?<![*\w\\])\*(?P<name>[A-Za-z_]\w*)\*(?![*\w])")
_TRANSLATED = re.compile(rf"(?<![*\w])\*[{HAN}]{{1,8}}\*(?![*\w])")


def renamed(pair: Pair, sure: float) -> Iterator[tuple[BeadFacts, Span, Span]]:
    """Yield the translated names of a Chinese target, and what they were in the source."""
    if pair.target is not Lang.ZH:
        return
    known = _parameters(pair.source_document.text)
    shown = pair.target_document.text
    for bead in pair.beads:
        if bead.is_whole and bead.bead.score >= sure:
            yield from ((bead, *both) for both in _code(bead, shown))
            if known:
                yield from ((bead, *both) for both in _arguments(bead, known))
            yield from ((bead, *both) for both in _names(bead, shown))


def _names(bead: BeadFacts, shown: str) -> Iterator[tuple[Span, Span]]:
    """Yield the one name of a sentence that was translated, where the page's code still has it."""
    here, there = (
        {mark.key: span for span, mark in side.marks if mark.kind is MarkKind.CODE}
        for side in (bead.target, bead.source)
    )
    new = [key for key in here if _HAN.fullmatch(key) and key not in there]
    old = [key for key in there if _NAME.fullmatch(key) and key not in here]
    if len(new) == len(old) == 1:
        used = rf"(?<![\w`.-]){re.escape(old[0])}(?=[ \t]*[(:=,)])"
        if any(re.search(used, code) for code in _FENCE.findall(shown)):
            yield here[new[0]], there[old[0]]


def _code(bead: BeadFacts, shown: str) -> Iterator[tuple[Span, Span]]:
    here = [(span, mark.key) for span, mark in bead.target.marks if mark.kind is MarkKind.CODE]
    keys = {key for _, key in here}
    for span, key in here:
        path = _FILE.fullmatch(key) and len(_HAN.findall(key)) == 1
        # a string that the page's own code shows in Chinese was translated on purpose
        if not _HAN.search(key) or not (path or (_QUOTED.fullmatch(key) and shown.count(key) == 1)):
            continue
        pattern = re.compile("[A-Za-z_-]+".join(map(re.escape, _HAN.split(key))))
        for place, mark in bead.source.marks:
            if (
                mark.kind is not MarkKind.CODE
                or mark.key in keys
                or not pattern.fullmatch(mark.key)
            ):
                continue
            if not _ANY.search(mark.key) if path else _WORD.fullmatch(mark.key):
                yield span, place
                break


def _parameters(text: str) -> frozenset[str]:
    """Return the names of the arguments that a page of reStructuredText describes."""
    found = set()
    for match in _SIGNATURE.finditer(text):
        found |= set(re.findall(r"[A-Za-z_]\w*(?=\s*[=,:\]]|\s*$)", match["names"] or ""))
        found |= {match["name"]} - {None}
    return frozenset(found)


def _arguments(bead: BeadFacts, known: frozenset[str]) -> Iterator[tuple[Span, Span]]:
    """Yield the emphasised words of a target in place of an argument that it does not have."""
    said = " ".join(text.text for text in bead.target.texts)
    lost = [
        text.span(Span(*found.span()))
        for text in bead.source.texts
        for found in _EMPHASISED.finditer(text.text)
        if found["name"] in known and found["name"] not in said
    ]
    here = [
        text.span(Span(*found.span()))
        for text in bead.target.texts
        for found in _TRANSLATED.finditer(text.text)
    ]
    yield from zip(here, lost, strict=False)
