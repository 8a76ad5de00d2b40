"""Where a string or a term stands in aligned pairs, and what stands for it on the other side.

Pure: pairs come from an index (engine/index_search.py), which knows which of them may have
what is asked for.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from zhen_align.glossary.index import Index, Side
from zhen_align.glossary.rows import Row
from zhen_align.lookup.pairs import Pair, Piece, closed_expression, expression
from zhen_align.types import Span

SIDES = ("zh", "en")


class Places(Protocol):
    """What finds places in a text."""

    def spans(self, text: str) -> list[Span]:
        """Return them in order."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of one sentence of a side."""

    piece: int
    span: Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A pair in which something stands on `side`, and what stands for it on the other one.

    `statuses` are those of the rows whose two forms stand here.
    """

    pair: Pair
    side: str
    found: tuple[Found, ...]
    rendered: tuple[Found, ...] = ()
    statuses: tuple[str, ...] = ()

    @property
    def other(self) -> str:
        """The name of the other side."""
        return "en" if self.side == "zh" else "zh"


def asks(query: str, sides: Sequence[str] = SIDES) -> str:
    """Return the full-text expression for a query on any of the sides; "" where it has no token.

    >>> asks("few-shot", ["en"])
    '{en} : ("few shot" OR "fewshot")'
    """
    said = expression(query)
    if not said:
        return ""
    if closed := closed_expression(query):
        said = f"{said} OR {closed}"
    return " OR ".join(f"{{{side}}} : ({said})" for side in sides)


def any_of(words: Sequence[str], sides: Sequence[str]) -> str:
    """Return the full-text expression for any of these tokens; "" where there is none."""
    said = " OR ".join(f'"{word}"' for word in words)
    return " OR ".join(f"{{{side}}} : ({said})" for side in sides) if said else ""


def both(row: Row) -> str:
    """Return the full-text expression for pairs that have both forms of a row."""
    english = " OR ".join(f"({said})" for form in (row.en, row.abbr) if (said := expression(form)))
    chinese = expression(row.zh)
    if not (english and chinese):
        return ""
    return f"{{en}} : ({english}) AND {{zh}} : ({chinese})"


def concordance(
    pairs: Iterable[Pair],
    places: Places,
    rows: Sequence[Row] = (),
    *,
    sides: Sequence[str] = SIDES,
    statuses: Sequence[str] = (),
) -> Iterator[Hit]:
    """Yield the pairs that have what `places` finds, with the renderings by `rows`.

    With `statuses`, only those where a rendering of such a status stands on the other side.
    """
    index = Index(rows)
    for pair in pairs:
        for side in sides:
            found = _all(pair.side(side), places.spans)
            if not found:
                continue
            other = pair.side("en" if side == "zh" else "zh")
            rendered, used = _renderings(other, index, rows, "en" if side == "zh" else "zh")
            if not statuses or set(statuses) & set(used):
                yield Hit(pair, side, found, rendered, used)
                break


def contexts(pairs: Iterable[Pair], row: Row) -> Iterator[Hit]:
    """Yield the pairs that use both forms of a row, with the places of both."""
    index = Index([row])
    for pair in pairs:
        zh, _ = _renderings(pair.zh, index, [row], "zh")
        en, _ = _renderings(pair.en, index, [row], "en")
        if zh and en:
            yield Hit(pair, "en", en, zh, (str(row.status),))


def _all(pieces: Sequence[Piece], spans: Callable[[str], list[Span]]) -> tuple[Found, ...]:
    return tuple(Found(n, span) for n, each in enumerate(pieces) for span in spans(each.text))


def _renderings(
    pieces: Sequence[Piece], index: Index, rows: Sequence[Row], side: str
) -> tuple[tuple[Found, ...], tuple[str, ...]]:
    """Return where forms of the rows stand on a side, and the statuses of those rows."""
    found: list[Found] = []
    used: dict[str, None] = {}
    for number, piece in enumerate(pieces):
        for match in index.find(piece.text):
            fit = [ref for ref in match.refs if (ref.side is Side.ZH) == (side == "zh")]
            # a name that is kept stands in Latin letters on the Chinese side too
            fit = fit or [ref for ref in match.refs if rows[ref.row].en == rows[ref.row].zh]
            if fit:
                found.append(Found(number, match.span))
                used.update(dict.fromkeys(str(rows[ref.row].status) for ref in fit))
    return tuple(found), tuple(used)
