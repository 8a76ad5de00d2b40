"""Lines that begin a block, or name a page, and are written so that they do not.

A title in the front matter whose quotation marks do not fit, an admonition with other marks
around its title, an item without a blank after its mark, a heading whose line is too short. Each
test looks at one text; whether the source is sound is asked elsewhere (unsound.py).
"""

import re
from collections.abc import Iterator

from zhen_align.lint.facts import BLANK
from zhen_align.lint.markup.shown import MATTER
from zhen_align.lint.markup.unclosed import Broken
from zhen_align.text.scripts import HAN
from zhen_align.text.width import width
from zhen_align.types import Document, Span

_VALUE = re.compile(r"^(?P<in>[ \t]*)(?:- )?[\w-]+:[ \t]+(?P<value>\S[^\n]*?)[ \t]*$", re.MULTILINE)
_QUOTED = re.compile(r"(?:\"(?:\\.|[^\"\\])*\"|'(?:''|[^'])*')(?:[ \t]+#.*)?")
_OPEN = re.compile(r"\"(?:\\.|[^\"\\])*\Z|'(?:''|[^'])*\Z")
_NO_SCALAR = re.compile(r"[@`%*&].*|[^\"'\[{|>&!].*(?::[ \t]|:\Z).*")
_NO_KEY = re.compile(
    rf"^(?:[{HAN}]+[ \t]*:|(?!(?:[{HAN}]+[ \t]*|[\w\"'.-][^:\n]*):(?:[ \t\r]|$)|[ \t\r#\]}}-]|$)"
    r"[^\n]*)",
    re.MULTILINE,
)
_TITLED = re.compile(
    r"^[ \t]*(?P<said>(?:!!!|\?\?\?\+?|///|===[!+]?)[ \t]+[^\s=!?/][^\n]*?)[ \t]*$", re.MULTILINE
)
_SOUND_TITLE = re.compile(
    r"(?:!!!|\?\?\?\+?)(?:[ \t]+[A-Za-z][\w-]*)+(?:[ \t]+\"[^\"]*\")?|===[!+]?[ \t]+\"[^\"]*\""
    r"|///[ \t]+[a-z][\w-]*(?:[ \t]*\|.*)?",
    re.ASCII,
)
_BARE_ITEM = re.compile(
    rf"^[ \t]*(?P<mark>[-+*]|\d{{1,2}}[.)])(?=[{HAN}{BLANK}\[“《]|\*\*\w)", re.MULTILINE
)
_ITEM = re.compile(r"^[ \t]*(?:[-+*]|\d{1,2}[.)])[ \t]", re.MULTILINE)
_HEAD = re.compile(
    r"^(?P<title>\S[^\n]*)\n(?P<line>([=~^\"'`#*+:_-])\3{2,})[ \t]*$(?=\n?[ \t]*$)", re.MULTILINE
)
_FEW = 0.25


def scalars(document: Document, plain: str) -> Iterator[Broken]:
    """Yield the values of the front matter that YAML reads otherwise, or cannot read."""
    matter = MATTER.match(document.text)
    for found in _VALUE.finditer(document.text, *matter.span("body")) if matter else ():
        value = found["value"]
        if _QUOTED.fullmatch(value) or _goes_on(document.text, found):
            continue
        end = value[-1]
        if (
            value[0] in "\"'"
            or _NO_SCALAR.fullmatch(value)
            or (end in "\"'" and value.count(end) % 2)
        ):
            yield Span(*found.span("value")), f"{value} is read otherwise: its marks do not fit"


def keys(document: Document, plain: str) -> Iterator[Broken]:
    """Yield the lines of the front matter that are neither a key nor part of a value."""
    matter = MATTER.match(document.text)
    body = matter["body"] if matter else ""
    if matter and not body.lstrip().startswith("{"):
        for found in _NO_KEY.finditer(document.text, *matter.span("body")):
            yield Span(*found.span()), f"{found[0]} is no key of the front matter"


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Whether the next line belongs to a value."""
    line = text[found.end() + 1 :].partition("\n")[0]
    return len(line) - len(line.lstrip()) > len(found["in"]) and not _VALUE.match(line)


def titled(document: Document, plain: str) -> Iterator[Broken]:
    """Yield the admonitions and tabs whose title does not stand in straight quotation marks."""
    for found in _TITLED.finditer(plain):
        if not _SOUND_TITLE.fullmatch(found["said"]):
            yield Span(*found.span("said")), f"{found['said']} begins no block"


def bare_items(document: Document, plain: str) -> Iterator[Broken]:
    """Yield list marks without a blank after them, where most of the page's have one."""
    bare = [found for found in _BARE_ITEM.finditer(plain) if not _is_emphasis(plain, found)]
    sound = len(_ITEM.findall(plain))
    if not sound or len(bare) > max(1, _FEW * sound):
        return
    for found in bare:
        mark = Span(*found.span("mark"))
        yield mark, f"{found['mark']} begins no item: a blank is missing after it"


def _is_emphasis(plain: str, found: re.Match[str]) -> bool:
    line = plain[found.start() :].partition("\n")[0]
    return found["mark"] == "*" and line.count("*") % 2 == 0


def underlined(document: Document, plain: str) -> Iterator[Broken]:
    """Yield the lines under titles of reStructuredText that are too short, where few are."""
    heads = list(_HEAD.finditer(document.text))
    short = [found for found in heads if width(found["title"].rstrip()) > len(found["line"])]
    if len(short) <= max(1, _FEW * len(heads)):
        for found in short:
            yield Span(*found.span("line")), "this line is too short for its title"
