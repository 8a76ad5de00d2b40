"""Answers as text, JSON, TSV or Markdown; each a function from answers to a string.

Where an answer has no match, the text says so first: what follows is only a suggestion.
"""

import json
from collections.abc import Callable, Sequence

from zhen_align.glossary.rows import Row, Status, escape
from zhen_align.lookup.answer import Answer, Match
from zhen_align.lookup.columns import Screen, line, table

SCREEN = Screen()

_WARNED = {Status.DEPRECATED: "do not use any more", Status.FORBIDDEN: "do not use"}


def as_json(answers: Sequence[Answer], _: Screen = SCREEN) -> str:
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
                "contexts": _contexts(match),
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


def as_tsv(answers: Sequence[Answer], _: Screen = SCREEN) -> str:
    """Return a line a match, nothing else: a suggestion is no answer.

    Where aligned pairs are shown there are columns for them, and a line for each.
    """
    shown = any(match.contexts for answer in answers for match in answer.matches)
    names, no_pair = _pair_columns() if shown else ((), ())
    lines = [("query", "en", "abbr", "zh", "status", "how", "note", *names)]
    for answer in answers:
        for match in answer.matches:
            row = match.row
            said = (answer.query, row.en, row.abbr, row.zh, row.status, match.how, row.note)
            lines += [(*said, *pair) for pair in _pair_cells(match) or (no_pair,)]
    return "".join("\t".join(escape(str(cell)) for cell in line) + "\n" for line in lines)


def as_markdown(answers: Sequence[Answer], _: Screen = SCREEN) -> str:
    """Return a section a query, its matches as a table."""
    parts = []
    for answer in answers:
        parts.append(f"## {_cell(answer.query)}\n")
        if answer.matches:
            parts.append("| English | Chinese | status | note |\n|---|---|---|---|")
            for match in answer.matches:
                cells = (_english(match.row), match.row.zh, _status(match.row), match.row.note)
                parts.append("| " + " | ".join(map(_cell, cells)) + " |")
            if pairs := [item for match in answer.matches for item in _pair_items(match)]:
                parts.append("\n" + "\n".join(pairs))
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


def as_text(answers: Sequence[Answer], screen: Screen = SCREEN) -> str:
    """Return what a person reads, in columns that line up with Chinese widths."""
    parts = []
    for answer in answers:
        if answer.matches:
            parts.append(line(answer.query))
            cells = ((_english(m.row), m.row.zh, _said(m.row)) for m in answer.matches)
            shown = table(cells, color=screen.color)
            for match, said in zip(answer.matches, shown, strict=True):
                parts.append(said)
                parts += _context_lines(match, screen)
        else:
            parts.append(f"{line(answer.query)}: no such term in the glossary")
        if answer.related:
            parts.append(f"  related: {line(', '.join(answer.related))}")
        if answer.suggestions:
            parts.append("  did you mean")
            near = ((_english(s.row), s.row.zh, _status(s.row)) for s in answer.suggestions)
            parts += ["  " + each for each in table(near, color=screen.color)]
    return "".join(f"{part}\n" for part in parts)


def _english(row: Row) -> str:
    return f"{row.en} ({row.abbr})" if row.abbr else row.en


def _status(row: Row) -> str:
    return _WARNED.get(row.status, str(row.status))


def _said(row: Row) -> str:
    return "; ".join(filter(None, (_status(row), row.domain, row.note.replace("\n", " "))))


# what shows pairs is loaded where there are any: most look-ups ask for none
def _contexts(match: Match) -> list[dict[str, object]]:
    if not match.contexts:
        return []
    from zhen_align.lookup.hits import plain

    return [plain(hit) for hit in match.contexts]


def _context_lines(match: Match, screen: Screen) -> list[str]:
    if not match.contexts:
        return []
    from zhen_align.lookup.hits import pair_lines

    return [shown for hit in match.contexts for shown in pair_lines(hit, screen)]


def _pair_columns() -> tuple[tuple[str, ...], tuple[str, ...]]:
    from zhen_align.lookup.hits import CELLS

    return CELLS, ("",) * len(CELLS)


def _pair_cells(match: Match) -> list[tuple[str, ...]]:
    if not match.contexts:
        return []
    from zhen_align.lookup.hits import cells

    return [cells(hit) for hit in match.contexts]


def _pair_items(match: Match) -> list[str]:
    if not match.contexts:
        return []
    from zhen_align.lookup.hits import listed

    return [listed(hit) for hit in match.contexts]


FORMATS: dict[str, Callable[[Sequence[Answer], Screen], str]] = {
    "text": as_text,
    "json": as_json,
    "tsv": as_tsv,
    "markdown": as_markdown,
}
