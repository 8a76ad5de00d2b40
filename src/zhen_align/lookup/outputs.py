"""Answers as text, JSON, TSV or Markdown; each a function from answers to a string.

Where an answer has no match, the text says so first: what follows is only a suggestion.
"""

import json
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from zhen_align.glossary.rows import Row, Status, escape
from zhen_align.lookup.answer import Answer

_WARNED = {Status.DEPRECATED: "do not use any more", Status.FORBIDDEN: "do not use"}


def as_json(answers: Sequence[Answer]) -> str:
    """Return the shape that scripts lean on."""
    return json.dumps([_plain(answer) for answer in answers], ensure_ascii=False, indent=2) + "\n"


def _plain(answer: Answer) -> dict[str, object]:
    return {
        "query": answer.query,
        "matches": [
            {
                **_forms(match.row),
                "how": str(match.how),
                "note": match.row.note,
                "domain": match.row.domain,
                "contexts": list(match.contexts),
            }
            for match in answer.matches
        ],
        "related": list(answer.related),
        "suggestions": [
            {**_forms(near.row), "score": near.score, "how": str(near.how)}
            for near in answer.suggestions
        ],
    }


def _forms(row: Row) -> dict[str, object]:
    return {"en": row.en, "abbr": row.abbr, "zh": row.zh, "status": str(row.status)}


def as_tsv(answers: Sequence[Answer]) -> str:
    """Return a line a match, nothing else: a suggestion is no answer."""
    lines: list[tuple[str, ...]] = [("query", "en", "abbr", "zh", "status", "how", "note")]
    for answer in answers:
        for match in answer.matches:
            row = match.row
            said = (row.en, row.abbr, row.zh, row.status, match.how, row.note)
            lines.append((answer.query, *map(str, said)))
    return "".join("\t".join(map(escape, line)) + "\n" for line in lines)


def as_markdown(answers: Sequence[Answer]) -> str:
    """Return a section a query, its matches as a table."""
    parts = []
    for answer in answers:
        parts.append(f"## {_cell(answer.query)}\n")
        if answer.matches:
            parts.append("| English | Chinese | status | note |\n|---|---|---|---|")
            for match in answer.matches:
                cells = (_english(match.row), match.row.zh, _status(match.row), match.row.note)
                parts.append("| " + " | ".join(map(_cell, cells)) + " |")
        else:
            parts.append("No such term.")
        if answer.related:
            parts.append(f"\nRelated: {', '.join(map(_cell, answer.related))}")
        if answer.suggestions:
            near = (f"{_english(s.row)} = {s.row.zh}" for s in answer.suggestions)
            parts.append(f"\nDid you mean: {', '.join(map(_cell, near))}")
        parts.append("")
    return "\n".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def as_text(answers: Sequence[Answer]) -> str:
    """Return what a person reads, in columns that line up with Chinese widths."""
    parts = []
    for answer in answers:
        if answer.matches:
            parts.append(answer.query)
            parts += _columns((_english(m.row), m.row.zh, _said(m.row)) for m in answer.matches)
        else:
            parts.append(f"{answer.query}: no such term in the glossary")
        if answer.related:
            parts.append(f"  related: {', '.join(answer.related)}")
        if answer.suggestions:
            parts.append("  did you mean")
            near = ((_english(s.row), s.row.zh, _status(s.row)) for s in answer.suggestions)
            parts += ["  " + line for line in _columns(near)]
    return "".join(f"{part}\n" for part in parts)


def _english(row: Row) -> str:
    return f"{row.en} ({row.abbr})" if row.abbr else row.en


def _status(row: Row) -> str:
    return _WARNED.get(row.status, str(row.status))


def _said(row: Row) -> str:
    return "; ".join(filter(None, (_status(row), row.domain, row.note.replace("\n", " "))))


def _columns(rows: Iterable[tuple[str, str, str]]) -> list[str]:
    table = list(rows)
    widths = [max((width(row[n]) for row in table), default=0) for n in range(2)]
    return [
        "  " + "  ".join((_padded(row[0], widths[0]), _padded(row[1], widths[1]), row[2])).rstrip()
        for row in table
    ]


def _padded(text: str, to: int) -> str:
    return text + " " * (to - width(text))


def width(text: str) -> int:
    """Return how many columns a terminal gives the text.

    >>> width("LLM 模型")
    8
    """
    return sum(
        0 if unicodedata.combining(ch) else 2 if unicodedata.east_asian_width(ch) in "WF" else 1
        for ch in text
    )


FORMATS: dict[str, Callable[[Sequence[Answer]], str]] = {
    "text": as_text,
    "json": as_json,
    "tsv": as_tsv,
    "markdown": as_markdown,
}
