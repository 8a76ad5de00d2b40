"""PO -> pieces: msgid and msgstr of each entry.

Entries marked fuzzy or obsolete are no translations yet, or no longer, and are left out.
Of an entry with plural forms the last of each side go together: Chinese has one form for
all numbers, and it translates the English plural.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from zhen_align.read.pieces import Piece, Reading, Shape, trimmed
from zhen_align.read.told import Addresses, language_named
from zhen_align.text.scripts import HAN, language
from zhen_align.types import Lang, Span

_LINE = re.compile(r"[^\r\n]+|(?:\r\n|\n|\r)[ \t]*(?=[\r\n]|\Z)")
_STRING = re.compile(
    r"\s*(?:(?P<name>msgctxt|msgid|msgid_plural|msgstr)(?:\[\d+\])?\s*)?"
    r"\"(?P<inside>(?:[^\"\\]|\\.)*)\"\s*"
)
_ESCAPE = re.compile(r"\\.")
_TARGET = re.compile(r"(?:^|\\n)Language:\s*([A-Za-z_-]+)")
_CHINESE = re.compile(rf"^msgid.*[{HAN}]", re.MULTILINE)
_OTHER = {Lang.ZH: Lang.EN, Lang.EN: Lang.ZH}


@dataclass(slots=True)
class _Entry:
    """The strings of an entry: for each name the places of its lines, without the quotes."""

    strings: dict[str, list[Span]] = field(default_factory=dict)
    fuzzy: bool = False


def read(text: str) -> Reading:
    """Read a catalogue of messages."""
    pieces: list[Piece] = []
    addresses = Addresses()
    target: Lang | None = None
    for number, entry in enumerate(_entries(text)):
        get = entry.strings.get
        if not any(line.of(text) for line in get("msgid", ())):  # the header
            header = "".join(line.of(text) for line in get("msgstr", ()))
            named = _TARGET.search(header)
            target = language_named(named[1]) if named else target
            if target is Lang.EN and not _CHINESE.search(text):
                target = None  # from English to English: nothing of the two
        elif not entry.fuzzy:
            context = "".join(line.of(text) for line in get("msgctxt", ()))
            address = addresses.new(context or f"entry {number}")
            source = get("msgid_plural") or get("msgid", [])
            for lines, lang in (
                (source, _OTHER.get(target or Lang.NONE)),
                (get("msgstr", []), target),
            ):
                span, marks = _joined(text, lines)
                told = lang or language(span.of(text))
                if span.start < span.end and told in _OTHER:
                    piece = Piece(span, Shape.TEXT, opaque=marks, lang=told, address=address)
                    pieces.append(piece)
    return Reading(tuple(pieces), told=True)


def messages(text: str) -> Iterator[tuple[Span, Span]]:
    """Yield where each message that is translated stands, and its translation."""
    for entry in _entries(text):
        source = entry.strings.get("msgid_plural") or entry.strings.get("msgid", [])
        both = [_joined(text, lines)[0] for lines in (source, entry.strings.get("msgstr", []))]
        if not entry.fuzzy and all(span.start < span.end for span in both):
            yield both[0], both[1]


def _entries(text: str) -> Iterator[_Entry]:
    """Yield the entries in order; `#~` marks one that is no longer used."""
    entry = _Entry()
    name = ""
    for line in _LINE.finditer(text):
        if line[0].startswith("#") or not line[0].strip():
            if "msgstr" in entry.strings:
                yield entry
                entry, name = _Entry(), ""
            entry.fuzzy |= line[0].startswith("#,") and "fuzzy" in line[0]
            continue
        string = _STRING.fullmatch(line[0])
        if string is None:
            continue
        if string["name"]:
            name = string["name"]
            if name in {"msgctxt", "msgid"} and "msgstr" in entry.strings:
                yield entry
                entry = _Entry()
            entry.strings[name] = []  # of several forms the last
        if name:
            start, end = string.span("inside")
            entry.strings[name].append(Span(start, end).shifted(by=line.start()))
    yield entry


def _joined(text: str, lines: list[Span]) -> tuple[Span, tuple[Span, ...]]:
    """Return the place of a string, and the marks in it: escapes, and quotes between lines."""
    if not lines:
        return Span(0, 0), ()
    ends = zip([lines[0].start, *(line.end for line in lines)], lines, strict=False)
    marks = [mark for end, line in ends for mark in (Span(end, line.start), *_escapes(text, line))]
    span = trimmed(text, lines[0].start, lines[-1].end)
    for mark in marks:
        if mark.start <= span.start < mark.end:
            span = trimmed(text, mark.end, max(mark.end, span.end))
    for mark in reversed(marks):
        if span.start <= mark.start < span.end <= mark.end:
            span = trimmed(text, span.start, mark.start)
    return span, tuple(m for m in marks if span.start <= m.start < m.end <= span.end)


def _escapes(text: str, line: Span) -> Iterator[Span]:
    for escape in _ESCAPE.finditer(text, line.start, line.end):
        yield Span(*escape.span())
