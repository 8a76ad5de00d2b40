"""What goes over the wire: rows as lists, actions as checked JSON. No files, no server."""

import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from zhen_align.errors import GlossaryError
from zhen_align.glossary.rows import COLUMNS, Row, Status, Table, cells, parse, render
from zhen_align.review.actions import Action, Add, Decide, Edit, Merge
from zhen_align.review.book import Plan, Result
from zhen_align.review.draft import Conflict, said, saying
from zhen_align.review.evidence import Example

FIELDS = ("en", "abbr", "zh", "status", "domain", "note")  # what people may write
LONGEST = 500  # characters of a form
LONGEST_NOTE = 20_000
_MOST_ACTIONS = 500
_MOST_ROWS = 100_000

Name = Callable[[Row], str]


class RequestError(ValueError):
    """A request that does not say what it should; the message says what is wrong."""


def packed(row: Row, name: Name) -> list[Any]:
    """Return a row as the page reads it: its name, the columns, the added ones, line, owner."""
    return [name(row), *cells(row, COLUMNS), list(row.extra), row.line, int(row.is_program)]


def result_json(result: Result, name: Name) -> dict[str, Any]:
    """Return what became of an action: rows by their name before, and what did not fit."""
    rows = [
        [
            None if made.before is None else name(made.before),
            None if made.after is None else packed(made.after, name),
        ]
        for made in result.made
    ]
    conflicts = [_conflict(each, name) for each in result.conflicts]
    return {"kind": result.kind, "rows": rows, "conflicts": conflicts}


def _conflict(conflict: Conflict, name: Name) -> dict[str, Any]:
    sides = {
        "base": conflict.change.base,
        "mine": conflict.change.wanted,
        "theirs": conflict.theirs,
    }
    return {
        "why": str(conflict.why),
        **{side: None if row is None else packed(row, name) for side, row in sides.items()},
    }


def example_json(example: Example) -> dict[str, Any]:
    """Return an example: both sides in stretches, those that are the term marked."""
    return {**asdict(example), "score": round(example.score, 4)}


def body(data: bytes) -> Mapping[str, Any]:
    """Return the object that a request says."""
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        raise RequestError("the body is no JSON") from None
    if not isinstance(said, dict):
        raise RequestError("the body is no object")
    return said


def flag(said: Mapping[str, Any], name: str) -> bool:
    """Return a switch of a request; off where it is not there."""
    value = said.get(name, False)
    if not isinstance(value, bool):
        raise RequestError(f"`{name}` is true or false")
    return value


def plans(request: Mapping[str, Any]) -> list[Plan]:
    """Return the actions of a request."""
    actions = request.get("actions")
    if not isinstance(actions, list) or not 0 < len(actions) <= _MOST_ACTIONS:
        raise RequestError(f"`actions` is a list of 1 to {_MOST_ACTIONS}")
    return [_plan(each) for each in actions]


def _plan(said: Any) -> Plan:
    if not isinstance(said, dict):
        raise RequestError("an action is an object")
    match said.get("kind"):
        case "decide":
            names, status = _names(said.get("rows")), _status(said.get("status"))
            return lambda row, table: Decide(tuple(map(row, names)), status)
        case "edit":
            name, fields = _name(said.get("row")), _fields(said.get("fields"))
            return lambda row, table: _edit(row(name), fields, table)
        case "add":
            fields = _fields(said.get("fields"))
            return lambda row, table: Add(_filled(Row("", "", extra=_blank(table)), fields, table))
        case "merge":
            name, into = _name(said.get("row")), _name(said.get("into"))
            return lambda row, table: Merge(row(name), row(into))
    raise RequestError("an action's `kind` is decide, edit, add or merge")


def _edit(row: Row, fields: Mapping[str, str], table: Table) -> Action:
    return Edit(row, _filled(row, fields, table))


def _filled(row: Row, fields: Mapping[str, str], table: Table) -> Row:
    """Return a row saying `fields`, which must come back from the file as they went in."""
    if unknown := [name for name in fields if name not in (*FIELDS, *table.extra)]:
        raise RequestError(f"there is no column `{unknown[0]}` to write in")
    names = ("en", "abbr", "zh", "status", "domain", "note", "source", *table.extra)
    new = saying(row, [fields.get(n, old) for n, old in zip(names, said(row), strict=True)])
    if (new.en.strip() or new.zh.strip()) and not _comes_back(new, table):
        raise RequestError("the glossary file cannot hold this text")
    return new


def _comes_back(row: Row, table: Table) -> bool:
    one = Table((row,), table.columns)
    try:
        return parse(render(one), "").rows == one.rows
    except GlossaryError:
        return False


def _blank(table: Table) -> tuple[str, ...]:
    return ("",) * len(table.extra)


def _fields(said: Any) -> dict[str, str]:
    if not isinstance(said, dict) or not all(isinstance(value, str) for value in said.values()):
        raise RequestError("`fields` is an object of strings")
    fields = {}
    for name, value in said.items():
        form = name in ("en", "abbr", "zh", "domain")
        if len(value) > (LONGEST if form else LONGEST_NOTE):
            raise RequestError(f"`{name}` is too long")
        value = value.replace("\r\n", "\n").replace("\r", "\n")
        if form:
            value = " ".join(value.split())
        if any(_unfit(ch) for ch in value):
            raise RequestError(f"`{name}` holds a character that no text has")
        fields[name] = value.strip()
    if "status" in fields:
        _status(fields["status"])
    return fields


def _unfit(ch: str) -> bool:
    """Whether a character is a control or half of one; line ends and tabs are neither."""
    return ch not in "\n\t" and unicodedata.category(ch) in ("Cc", "Cs")


def _status(said: Any) -> Status:
    if not isinstance(said, str) or said not in set(Status):
        raise RequestError(f"a status is one of {', '.join(Status)}")
    return Status(said)


def _name(said: Any) -> str:
    if not isinstance(said, str) or len(said) > 64:
        raise RequestError("a row is named by the string that came with it")
    return said


def _names(said: Any) -> Sequence[str]:
    if not isinstance(said, list) or not 0 < len(said) <= _MOST_ROWS:
        raise RequestError(f"`rows` is a list of 1 to {_MOST_ROWS} names")
    return [_name(each) for each in dict.fromkeys(map(_name, said))]
