"""Fixes: findings that have one certain remedy, written into the bytes of their file.

Bytes are spliced, not the whole file decoded and encoded: what nobody reported stays as it
is to the byte, line ends and encodings with two ways to write a character included. Of
fixes that overlap or touch the first is made, the others wait for the next run. Nothing
here opens a file.
"""

from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import unified_diff

from zhen_align.lint.finding import Finding, Fix
from zhen_align.read.decode import decode, encode
from zhen_align.read.packed import is_packed
from zhen_align.types import Document, Span

# what means something else than itself in some format: nothing is certain there
_MARKS = frozenset('\\`*_{}[]<>&|"$%#~^@\t\r\n')
_APART = {"columns": frozenset(",;")}
_QUOTED = {ord(ch): f"\\{ord(ch):03o}" for ch in (*map(chr, range(32)), '"', "\\")}
_NO_END = "\n\\ No newline at end of file\n"


@dataclass(frozen=True, slots=True)
class Edited:
    """A file after its fixes: its bytes and text, and how many findings that took care of."""

    path: str
    data: bytes
    before: str
    text: str
    made: int


def edited(path: str, data: bytes, text: str, findings: Iterable[Finding]) -> Edited | None:
    """Return a file with its findings fixed, or None where there is nothing to do.

    `text` is what the findings were found in; a file that holds something else by now is
    left alone.
    """
    if is_packed(path):
        return None  # what the text was made from is no text
    now, encoding = decode(data, path)
    if now != text:
        return None
    wanted = [f.fix for f in findings if f.fix and f.place.path == path]
    made: list[tuple[Fix, bytes]] = []
    for fix in compatible(wanted):
        new = _encoded(fix.text, encoding)
        if new is not None and fix.span.of(text) != fix.text:
            made.append((fix, new))
    if not made:
        return None
    after = text
    for fix, new in reversed(made):
        start, end = (len(encode(text[:at], encoding)) for at in (fix.span.start, fix.span.end))
        data = data[:start] + new + data[end:]
        after = after[: fix.span.start] + fix.text + after[fix.span.end :]
    if decode(data, path)[0] != after:  # an encoding in which a part is no part of the whole
        return None
    return Edited(path, data, text, after, sum(wanted.count(fix) for fix, _ in made))


def is_certain(fix: Fix, document: Document) -> bool:
    """Whether a fix puts in words, and none of the signs that the format is made of."""
    if document.format == "text":
        return True
    marks = _MARKS | _APART.get(document.format, frozenset())
    return marks.isdisjoint(fix.text) or fix.text == fix.span.of(document.text)


def compatible(fixes: Iterable[Fix]) -> list[Fix]:
    """Return the fixes that can be made together, in the order of their places.

    >>> compatible([Fix(Span(0, 2), "a"), Fix(Span(1, 3), "b"), Fix(Span(3, 4), "c")])
    [Fix(span=Span(start=0, end=2), text='a'), Fix(span=Span(start=3, end=4), text='c')]
    """
    chosen: list[Fix] = []
    for fix in sorted(set(fixes), key=lambda f: (f.span, f.text)):
        if not chosen or _is_apart(chosen[-1].span, fix.span):
            chosen.append(fix)
    return chosen


def diff(edits: Sequence[Edited]) -> str:
    """Return what the edits change, as `git apply` and `patch` read it."""
    return "".join(_diff(edit) for edit in edits)


def _diff(edit: Edited) -> str:
    # a text does not hold the mark that its file begins with, but its first line does
    mark = "\ufeff" * edit.data.startswith(BOM_UTF8)
    before, after = (_lines(mark + text) for text in (edit.before, edit.text))
    lines = unified_diff(before, after, _name("a", edit.path), _name("b", edit.path))
    return "".join(line if line.endswith("\n") else line + _NO_END for line in lines)


def _name(side: str, path: str) -> str:
    """Return how a diff names a file: as git does where signs of control are in its name."""
    name = f"{side}/{path}"
    if any(ch < " " for ch in name):
        return f'"{name.translate(_QUOTED)}"'
    # a tab after the name keeps `patch` from taking a blank in it for its end
    return name + "\t" * (" " in name)


def _lines(text: str) -> list[str]:
    """Return the lines as diff counts them: by line feeds alone."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _is_apart(first: Span, second: Span) -> bool:
    """Whether two edits do not touch; neighbours may, unless one of them only inserts."""
    if first.start == first.end or second.start == second.end:
        return first.end < second.start
    return first.end <= second.start


def _encoded(text: str, encoding: str) -> bytes | None:
    """Return a piece of text in the file's encoding; None where it has no such character."""
    try:
        return encode(text, encoding).removeprefix(encode("", encoding))
    except UnicodeEncodeError:
        return None
