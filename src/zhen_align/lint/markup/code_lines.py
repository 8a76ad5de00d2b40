"""Blocks of code whose lines are the source's, but for one: lost, added, set in or translated.

Comments, and strings in the language of the reader, may differ; so may a block that as a whole
stands further in. Not here: lines that differ a little (blocks_apart.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhen_align.text.scripts import HAN
from zhen_align.types import Span

_SET_IN = frozenset(("yaml", "yml", "python", "py", "toml", "ini", "json", "makefile", "ipython3"))
_NAMED = re.compile(r"[ \t]*(?:- )?(?P<key>[A-Za-z_][\w.-]*)[ \t]*(?P<rest>[:=(].*)$", re.DOTALL)
_HAN_NAMED = re.compile(rf"[ \t]*(?:- )?(?P<key>[{HAN}]+)[ \t]*(?P<rest>[:=(].*)$", re.DOTALL)
_LANGUAGE = re.compile(r"[ \t>]*(?:`{3,}|~{3,}|\.\. code(?:-block)?::)[ \t]*\{?[. ]*([\w+-]*)")
_LEAST = 3
_FEW = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block: where it stands, its text, and what must be the same ("" if nothing)."""

    span: Span
    text: str
    key: str


def one_apart(new: Sequence[Line], old: Sequence[Line]) -> Iterator[tuple[Span, Span, str]]:
    """Yield place, the source's place and what happened, where two blocks agree but for a line."""
    if len(new) == len(old):
        yield from _set_in(new, old)
        yield from _renamed(new, old)
    elif len(new) + 1 == len(old) and (at := _extra(old, new)) is not None:
        end = new[at - 1].span.end
        yield Span(end, end), old[at].span, f"a line of this code is lost: {old[at].text.strip()}"
    elif len(old) + 1 == len(new) and (at := _extra(new, old)) is not None:
        yield new[at].span, old[at - 1].span, "this line of code is not in the source"


def _agree(a: Line, b: Line) -> bool:
    return not a.key or not b.key or a.key == b.key


def _extra(more: Sequence[Line], fewer: Sequence[Line]) -> int | None:
    """Return the one line, no comment and not the first, without which two blocks agree."""
    same = [_agree(a, b) for a, b in zip(more, fewer, strict=False)]
    at = same.index(False) if False in same else len(fewer)
    if at == 0 or not more[at].key or not more[at - 1].key:
        return None  # the line above may be the one
    rest = list(zip(more[at + 1 :], fewer[at:], strict=True))
    sure = sum(
        bool(a.key) and a.key == b.key for a, b in (*zip(more[:at], fewer, strict=False), *rest)
    )
    return at if all(_agree(a, b) for a, b in rest) and sure >= _LEAST else None


def _set_in(new: Sequence[Line], old: Sequence[Line]) -> Iterator[tuple[Span, Span, str]]:
    """Yield the lines that stand further in or out, where that says something."""
    if _language(old) not in _SET_IN or not all(
        _agree(a, b) for a, b in zip(new, old, strict=True)
    ):
        return
    if any("\t" in line.text for line in (*new, *old)):
        return
    both = [(a, b) for a, b in zip(new[1:], old[1:], strict=True) if a.key and b.key]
    moved = [_margin(a) - _margin(b) for a, b in both]
    usual = max(set(moved), key=moved.count, default=0)
    apart = [pair for pair, by in zip(both, moved, strict=True) if by != usual]
    if apart and _FEW * len(apart) <= len(both) and "`" not in apart[0][0].text:
        yield apart[0][0].span, apart[0][1].span, "this line of code is set in otherwise"


def _renamed(new: Sequence[Line], old: Sequence[Line]) -> Iterator[tuple[Span, Span, str]]:
    """Yield the lines whose name alone was translated."""
    if not _language(old) or _language(old) in ("text", "txt", "console", "none", "output"):
        return
    for a, b in zip(new, old, strict=True):
        here, there = _HAN_NAMED.match(a.text), _NAMED.match(b.text)
        if here and there and here["rest"].strip() == there["rest"].strip():
            yield a.span, b.span, ""


def _language(lines: Sequence[Line]) -> str:
    found = _LANGUAGE.match(lines[0].text) if lines else None
    return found[1].lower() if found else ""


def _margin(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())
