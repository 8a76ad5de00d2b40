"""Inline markup of reStructuredText that its reader does not recognise, on pages and in messages.

Roles, literals, links, notes and emphasis begin where no letter or closing bracket stands before
them and end where no letter or opening one follows, and no blank stands just inside: whatever
breaks these rules is shown with its signs.
A paragraph is told of where its source keeps them. Not here: marks that are whole but others
(match.py), or that are never closed (unclosed.py).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from zhen_align.lint.facts import Pair
from zhen_align.lint.finding import Severity
from zhen_align.lint.markup.around_code import Broken, leads_code, lost_colons, no_roles, wide_calls
from zhen_align.lint.markup.blocks_apart import Changed
from zhen_align.text.markup import JOIN
from zhen_align.text.scripts import HAN, has_han
from zhen_align.types import Document, Kind, Span

_ROLE = r":[A-Za-z][\w.+-]{0,40}(?::[A-Za-z][\w.+-]{0,40}){0,2}:"
_CONSTRUCT = re.compile(
    r"(?P<literal>``(?=\S)(?P<code>(?:(?!``).)+?)(?<=\S)``+)"
    rf"|(?P<role>{_ROLE})`(?=[^\s`])(?P<target>[^`]+?)(?<=[^\s\\])`(?!`)"
    r"|(?P<link>(?<!`)`(?=[^\s`])(?P<said>[^`]*?)(?<=[^\s\\])`__?)"
    r"|(?P<plain>(?<!`)`(?=[^\s`])(?P<word>[^`]+?)(?<=[^\s\\])`)(?![`_])",
    re.DOTALL,
)
_LIGHT = re.compile(
    r"(?P<strong>(?<![*\\])\*\*(?=[^\s*])(?P<loud>[^*]+?)(?<=\S)\*\*(?!\*))"
    r"|(?P<emphasis>(?<![*\\])\*(?=[^\s*])(?P<soft>[^*]+?)(?<=\S)\*(?!\*))"
    r"|(?P<note>(?<!\\)\[(?P<number>\d+|#[\w-]*|\*|[A-Z][\w.-]+)\]_(?!_))"
    r"|(?P<bracket>(?<!\\)\[(?P<inside>\d+|#[\w-]*)\](?!_))"
    r"|(?P<name>(?<!\\)\|(?=\S)(?P<stands>[^|\n]+?)(?<=\S)\|_{0,2})",
)
_WRITTEN_SO = re.compile(rf"{JOIN.pattern}|\\(.)", re.DOTALL)
_WRITTEN = {"n": "\n", "t": "\t"}
_SIGN = re.compile(rf"(?<![\w`:]){_ROLE}`|``[^`\s]|\[[\w#*-]+\]_(?!\w)")
_TOUCHED = re.compile(rf"\w{_ROLE}`")
_LOOSE = re.compile(r"(?<!`)``([^`]+)``(?!`)")
_ADDRESS = re.compile(r"[^\s`<>](<[^<>\s]*[/#.:][^<>]*>)$")
_UNENDED = re.compile(r"\s<[^<>]+$")
_TEXT = (Kind.TITLE, Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION, Kind.ROW)
_FROM_HAN = re.compile(f"[{HAN}]\\s$")
_STAR = re.compile(r"(?<![\\\w*])\*{1,2}(?=[^\s*])")
_TERM = ":term:"
_MENU, _ARROW = ":menuselection:", "-->"
_OPENING, _CLOSING = "（《〔【「『〖", "）》〕】」』〗"
_LOOSE_STAR = re.compile(r"(?<![*\\])\*\*[ \t][^*\n]{1,60}[ \t]\*\*(?!\*)")
_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_STARS = ("strong", "emphasis", "name")  # signs that stand for much else
_FORMATS = ("rst", "po", "markdown")


class _Read(NamedTuple):
    """A paragraph as it is read, and where each of its characters stands in the document."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        return Span(self.places[start], self.places[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    body: str
    role: str
    start: int  # in what is read
    end: int
    glued: str  # where a letter keeps it from being recognised: before, after
    spaced: bool  # a blank keeps it from a Chinese character


def unrecognised(pair: Pair, sure: float) -> Iterator[Changed]:
    """Yield what is wrong in paragraphs whose source is right."""
    target, source = pair.target_document, pair.source_document
    if target.format not in _FORMATS or source.format != target.format:
        return
    if not _SIGN.search(source.text):
        return
    if target.format == "markdown" and not _TOUCHED.search(target.text):
        return
    both = [
        (number, _paragraph(target, number), [_paragraph(source, old) for old in sorted(olds)])
        for number, olds in _sources(pair, sure).items()
        if target.blocks[number].kind in _TEXT
    ]
    tokens = [_known(target, here) for _, here, _ in both]
    every = [token for some in tokens for token in some]
    keeps_apart = sum(t.spaced for t in every) > sum(bool(t.glued) for t in every)
    terms = ["<" in token.body for token in every if token.role == _TERM and has_han(token.body)]
    aims = 2 * sum(terms) >= len(terms)
    originals = [[t for each in there for t in _known(source, each)] for _, _, there in both]
    kept = {
        name
        for mine, theirs in zip(tokens, originals, strict=True)
        for name in _names(mine) & _names(theirs)
    }
    for (number, here, there), mine, theirs in zip(both, tokens, originals, strict=True):
        if any(token.glued for token in theirs):
            continue
        said = [each.text for each in there]
        wrong = [
            *_wrong(mine, theirs, keeps_apart=keeps_apart),
            *_renamed(mine, theirs, (here, there), kept),
            *(_aimless(mine, theirs) if aims else ()),
            *_padded(here.text, mine, theirs),
            *wide_calls(here.text, said),
            *no_roles(here.text, (t.role for t in theirs if t.role)),
            *_unescaped(here.text, there),
            *_lost_notes(here.text, mine, theirs),
            *(lost_colons(here.text, said) if leads_code(target, number) else ()),
        ]
        for start, end, message in wrong:
            weight = Severity.WARNING if here.text[start] in "*|" else Severity.ERROR
            yield Changed(number, here.span(start, end), None, message, weight)


def _sources(pair: Pair, sure: float) -> dict[int, set[int]]:
    """Return for each block of the target those of the source that it translates."""
    sources: dict[int, set[int]] = {}
    for bead in pair.beads:
        if bead.is_whole and bead.bead.score >= sure:
            number = bead.target.texts[0].sentence.block
            sources.setdefault(number, set()).update(t.sentence.block for t in bead.source.texts)
    return sources


def _wrong(mine: list[_Token], theirs: list[_Token], *, keeps_apart: bool) -> Iterator[Broken]:
    """Yield what is not read as what it is in the source."""
    codes = {t.body for t in theirs if t.kind == "literal"}
    codes -= {t.body for t in theirs if t.kind == "plain"}
    links = {t.body for t in theirs if t.kind == "link"}
    notes = {t.body for t in theirs if t.kind == "note"}
    arrows = any(t.role == _MENU and _ARROW in t.body for t in theirs)
    sound = not any(_ADDRESS.search(body) for body in links)
    room = Counter(t.kind for t in theirs) - Counter(t.kind for t in mine if not t.glued)
    for token in mine:
        if token.glued:
            if keeps_apart and (token.kind not in _STARS or room[token.kind]):
                yield token.start, token.end, f"a blank is missing {token.glued} this markup"
        elif token.kind == "plain" and token.body in codes:
            yield token.start, token.end, "code stands in double backticks here"
        elif token.kind == "plain" and token.body in links:
            yield token.start, token.end, "an underscore is missing after this link"
        elif arrows and token.role == _MENU and _ARROW not in token.body:
            yield token.start, token.end, f"the steps of this menu are parted by {_ARROW}"
        elif token.kind == "bracket" and token.body in notes:
            yield token.start, token.end, "an underscore is missing after this note"
        elif token.kind == "link" and _UNENDED.search(token.body) and _ends(links):
            yield token.start, token.end, "the address of this link has no > at its end"
        elif token.kind == "link" and sound and _ADDRESS.search(token.body):
            yield token.start, token.end, "a blank is missing before this address"


def _ends(bodies: set[str]) -> bool:
    return any(body.endswith(">") for body in bodies)


def _aimless(mine: list[_Token], theirs: list[_Token]) -> Iterator[Broken]:
    """Yield the translated terms that do not say which entry of the glossary they lead to."""
    old = [t.body for t in theirs if t.role == _TERM]
    for token in mine:
        bare = token.role == _TERM and "<" not in token.body and has_han(token.body)
        if bare and old and not any(map(has_han, old)):
            yield token.start, token.end, f"this term leads to no entry: <{old[0]}>"


def _names(tokens: list[_Token]) -> set[str]:
    """Return the emphasised words that are names of a program, as of parameters, or may be."""
    return {t.body for t in tokens if t.kind == "emphasis" and _NAME.fullmatch(t.body)}


def _renamed(
    mine: list[_Token], theirs: list[_Token], both: tuple[_Read, list[_Read]], kept: set[str]
) -> Iterator[Broken]:
    """Yield the names that have become others; `kept`: those that stay what they are elsewhere."""
    here, there = both[0].text, " ".join(each.text for each in both[1])
    lost = [name for name in sorted(_names(theirs)) if not _stands(name, here)]
    for token in mine:
        if not lost or token.kind != "emphasis" or token.glued or _stands(token.body, there):
            continue
        old = [name for name in lost if token.body.isascii() or name in kept]
        if old and (_NAME.fullmatch(token.body) or not token.body.isascii()):
            yield token.start, token.end, f"*{old[0]}* has become *{token.body}*"
            lost.remove(old[0])


def _stands(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.ASCII) is not None


def _padded(text: str, mine: list[_Token], theirs: list[_Token]) -> Iterator[Broken]:
    """Yield code and strong words that a blank inside their marks keeps from being any."""
    if sum(t.kind == "strong" for t in theirs) > sum(t.kind == "strong" for t in mine):
        for found in _LOOSE_STAR.finditer(text):
            yield *found.span(), "a blank inside these marks keeps them from being strong"
    codes = {t.body for t in theirs if t.kind == "literal"}
    for found in _LOOSE.finditer(text):
        if found[1] != found[1].strip() in codes:
            yield *found.span(), "a blank inside these marks keeps them from being code"


def _lost_notes(here: str, mine: list[_Token], theirs: list[_Token]) -> Iterator[Broken]:
    """Yield the end of a text that lost a note; one with a number is a citation like others."""
    had, has = (
        Counter(t.body for t in some if t.kind in ("note", "bracket")) for some in (theirs, mine)
    )
    for lost in (had - has) if here else ():
        if not lost.isdigit():
            yield len(here) - 1, len(here), f"[{lost}]_ is not in the translation"


def _unescaped(here: str, there: list[_Read]) -> Iterator[Broken]:
    """Yield a star that begins what nothing ends, where the source has a backslash before it."""
    escaped = any("\\*" in each.text and not _open_star(each.text) for each in there)
    if escaped and (star := _open_star(here)):
        yield *star.span(), "a backslash is missing before this star"


def _open_star(text: str) -> re.Match[str] | None:
    """Return the first star that begins emphasis without an end."""
    rest = _LIGHT.sub(_blank, _CONSTRUCT.sub(_blank, text))
    return _STAR.search(rest)


def _blank(found: re.Match[str]) -> str:
    return "`" * len(found[0])


def _known(document: Document, read: _Read) -> list[_Token]:
    """Return what a program of the format reads: in Markdown roles, and what stands before them."""
    tokens = list(_tokens(read))
    if document.format == "markdown":
        return [
            token
            if read.text[token.start - 1 : token.start].isalnum()
            else replace(token, glued="")
            for token in tokens
            if token.role
        ]
    return tokens


def _paragraph(document: Document, number: int) -> _Read:
    """Return a block as its reader sees it: in a catalogue without quotes and escapes."""
    span = document.blocks[number].span
    said = span.of(document.text)
    if document.format != "po":
        return _Read(said, tuple(range(span.start, span.end)))
    text: list[str] = []
    places: list[int] = []
    at = 0
    for found in _WRITTEN_SO.finditer(said):
        text.append(said[at : found.start()])
        places.extend(range(at, found.start()))
        if found[1]:
            text.append(_WRITTEN.get(found[1], found[1]))
            places.append(found.start())
        at = found.end()
    text.append(said[at:])
    places.extend(range(at, len(said)))
    return _Read("".join(text), tuple(place + span.start for place in places))


def _tokens(read: _Read) -> Iterator[_Token]:
    """Yield what is written as inline markup, recognised or not."""
    text = read.text
    if "`" in text:
        for found in _CONSTRUCT.finditer(text):
            yield from _token(text, found)
        text = _CONSTRUCT.sub(_blank, text)
    for found in _LIGHT.finditer(text):
        yield from _token(text, found)


def _token(text: str, found: re.Match[str]) -> Iterator[_Token]:
    kind, body = ((name, said) for name, said in found.groupdict().items() if said)
    start, end = found.span()
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if not before.endswith("\\"):
        glued = "before" if _holds(before[-1:], _CLOSING) else ""
        glued = glued or ("after" if _holds(after[:1], _OPENING) else "")
        glued = "" if kind[0] == "bracket" else glued
        spaced = bool(_FROM_HAN.search(before) or _FROM_HAN.search(after[::-1]))
        role = kind[1] if kind[0] == "role" else ""
        yield _Token(kind[0], body[1], role, start, end, glued, spaced)


def _holds(sign: str, brackets: str) -> bool:
    """Whether a sign next to markup keeps it from being recognised."""
    return sign.isalnum() or (sign != "" and sign in brackets)
