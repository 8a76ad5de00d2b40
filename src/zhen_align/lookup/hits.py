"""Aligned pairs as text, JSON, TSV or Markdown: with their places, and what was found set off."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from zhen_align.glossary.rows import escape
from zhen_align.lookup import columns
from zhen_align.lookup.columns import Screen
from zhen_align.lookup.concordance import Found, Hit
from zhen_align.lookup.pairs import Piece
from zhen_align.text.width import width
from zhen_align.types import Span

_NARROW = 24  # columns that the text beside a place has at least


@dataclass(frozen=True, slots=True)
class Concordance:
    """The pairs that have a query; `more` says that there are others."""

    query: str
    hits: tuple[Hit, ...]
    more: bool = False


def plain(hit: Hit) -> dict[str, object]:
    """Return a pair for JSON: the sentences and the places in the files."""
    own, other = _sides(hit)
    found = {hit.side: own, hit.other: other}
    return {
        "pair": hit.pair.name,
        "score": hit.pair.score,
        "zh": [_piece(piece) for piece in hit.pair.zh],
        "en": [_piece(piece) for piece in hit.pair.en],
        "found": {side: [_place(*each) for each in found[side]] for side in ("zh", "en")},
    }


def pair_lines(hit: Hit, screen: Screen, indent: str = "      ") -> list[str]:
    """Return both sides of a pair on a line each, with place, all of what was found set off."""
    sides = [(hit.side, hit.found), (hit.other, hit.rendered)]
    places = [where(hit.pair.side(side)[0]) for side, _ in sides]
    wide = max(map(width, places))
    return [
        f"{indent}{columns.dim(columns.padded(place, wide), color=screen.color)}  "
        + _whole(hit.pair.side(side), found, screen)
        for place, (side, found) in zip(places, sides, strict=True)
    ]


CELLS = ("zh_place", "zh_text", "en_place", "en_text")


def cells(hit: Hit) -> tuple[str, ...]:
    """Return a pair for a table, by the names of `CELLS`."""
    said = []
    for side in (hit.pair.zh, hit.pair.en):
        said += [where(side[0]), " ".join(piece.text for piece in side)]
    return tuple(said)


def listed(hit: Hit) -> str:
    """Return a pair as an item of a Markdown list, all of what was found in bold."""
    sides = ((hit.side, hit.found), (hit.other, hit.rendered))
    return "- " + " — ".join(
        f"{_cell(_bold(hit.pair.side(side), found))} ({_cell(where(hit.pair.side(side)[0]))})"
        for side, found in sides
    )


def as_text(answers: Sequence[Concordance], screen: Screen) -> str:
    """Return keyword-in-context lines: all keywords begin in the same column.

    Under each stands the other side, cut around what renders the keyword.
    """
    lines = []
    for answer in answers:
        if not answer.hits:
            lines.append(f"{answer.query}: in no aligned pair")
            continue
        lines.append(answer.query)
        places = [where(hit.pair.side(hit.side)[hit.found[0].piece]) for hit in answer.hits]
        others = [where(hit.pair.side(hit.other)[_first(hit.rendered)]) for hit in answer.hits]
        wide = max(map(width, (*places, *others)))
        room = max(_NARROW, screen.width - wide - 4)
        for hit, place, other in zip(answer.hits, places, others, strict=True):
            own = _in_context(hit.pair.side(hit.side), hit.found, room, screen)
            their = _in_context(hit.pair.side(hit.other), hit.rendered, room, screen)
            for spot, text in ((place, own), (other, their)):
                shown = columns.dim(columns.padded(spot, wide), color=screen.color)
                lines.append(f"  {shown}  {text}".rstrip())
        if answer.more:
            lines.append(f"  … the first {len(answer.hits)}; --limit 0 shows all")
    return "".join(f"{line}\n" for line in lines)


def as_json(answers: Sequence[Concordance], _: Screen) -> str:
    """Return every pair with its places."""
    said = [
        {
            "query": each.query,
            "hits": [
                {**plain(hit), "side": hit.side, "statuses": list(hit.statuses)}
                for hit in each.hits
            ],
            "more": each.more,
        }
        for each in answers
    ]
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def as_tsv(answers: Sequence[Concordance], _: Screen) -> str:
    """Return a line a pair: the place, what stands left and right of it, and the other side."""
    rows = [("query", "path", "line", "side", "left", "found", "right", "other", "statuses")]
    for answer in answers:
        for hit in answer.hits:
            piece = hit.pair.side(hit.side)[hit.found[0].piece]
            span, text = hit.found[0].span, piece.text
            other = " ".join(each.text for each in hit.pair.side(hit.other))
            rows.append(
                (answer.query, piece.path, str(piece.line), hit.side, text[: span.start],
                 span.of(text), text[span.end :], other, " ".join(hit.statuses))
            )  # fmt: skip
    return "".join("\t".join(map(escape, row)) + "\n" for row in rows)


def as_markdown(answers: Sequence[Concordance], _: Screen) -> str:
    """Return a table a query."""
    lines = []
    for answer in answers:
        lines.append(f"## {_cell(answer.query)}\n")
        if answer.hits:
            lines.append("| place | found | other side |\n|---|---|---|")
        else:
            lines.append("In no aligned pair.")
        for hit in answer.hits:
            own, other = (
                _cell(_bold(hit.pair.side(side), found))
                for side, found in ((hit.side, hit.found), (hit.other, hit.rendered))
            )
            place = where(hit.pair.side(hit.side)[hit.found[0].piece])
            lines.append(f"| {_cell(place)} | {own} | {other} |")
        lines.append("")
    return "\n".join(lines)


FORMATS: dict[str, Callable[[Sequence[Concordance], Screen], str]] = {
    "text": as_text,
    "json": as_json,
    "tsv": as_tsv,
    "markdown": as_markdown,
}


def where(piece: Piece) -> str:
    """Return the place of a sentence as people and editors write it."""
    return f"{columns.line(piece.path)}:{piece.line}"


def _first(found: Sequence[Found]) -> int:
    return found[0].piece if found else 0


def _sides(hit: Hit) -> tuple[list[tuple[Piece, Span]], list[tuple[Piece, Span]]]:
    own = [(hit.pair.side(hit.side)[each.piece], each.span) for each in hit.found]
    other = [(hit.pair.side(hit.other)[each.piece], each.span) for each in hit.rendered]
    return own, other


def _piece(piece: Piece) -> dict[str, object]:
    return {
        "path": piece.path, "line": piece.line, "start": piece.start, "end": piece.end,
        "text": piece.text,
    }  # fmt: skip


def _place(piece: Piece, span: Span) -> dict[str, object]:
    return {
        "path": piece.path,
        "start": piece.start + span.start,
        "end": piece.start + span.end,
        "text": span.of(piece.text),
    }


def _in_context(pieces: Sequence[Piece], found: Sequence[Found], room: int, screen: Screen) -> str:
    """Return the first thing found with what fits around it; it begins in the middle."""
    text = pieces[_first(found)].text
    span = found[0].span if found else Span(0, 0)
    half = room // 2
    left = columns.ending(columns.line(text[: span.start]).lstrip(), half)
    word = columns.beginning(columns.line(span.of(text)), room - half)
    rest = room - half - width(word)
    right = columns.beginning(columns.line(text[span.end :]).rstrip(), rest)
    if not found:  # nothing to set off: the sentence from its beginning
        return columns.beginning(columns.line(text), room)
    return " " * (half - width(left)) + left + columns.bold(word, color=screen.color) + right


def _whole(pieces: Sequence[Piece], found: Sequence[Found], screen: Screen) -> str:
    return " ".join(
        columns.set_off(
            piece.text,
            [each.span for each in found if each.piece == number],
            color=screen.color,
        )
        for number, piece in enumerate(pieces)
    )


def _bold(pieces: Sequence[Piece], found: Sequence[Found]) -> str:
    parts = []
    for number, piece in enumerate(pieces):
        text, done = "", 0
        for each in found:
            if each.piece == number:
                text += piece.text[done : each.span.start] + f"**{each.span.of(piece.text)}**"
                done = each.span.end
        parts.append(text + piece.text[done:])
    return " ".join(parts)


def _cell(text: str) -> str:
    return columns.line(text).replace("|", "\\|")
