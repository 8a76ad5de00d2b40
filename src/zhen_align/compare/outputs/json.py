"""The shape that scripts lean on: groups, candidates, links, what only one says, differences."""

import json
from collections.abc import Iterable
from typing import Any

from zhen_align.compare.result import Comparison, Group, Place


def render(found: Comparison) -> str:
    """Return the comparison as one JSON value."""
    return json.dumps(value(found), ensure_ascii=False, indent=1) + "\n"


def value(found: Comparison) -> dict[str, Any]:
    """Return the comparison as lists and mappings, its keys in a fixed order."""
    accounts = found.accounts
    return {
        "groups": [_group(each) for each in found.groups],
        "candidates": [_group(each) for each in found.candidates],
        "links": [
            {
                "grade": str(link.grade),
                "score": link.score,
                "a": _places(link.a),
                "b": _places(link.b),
            }
            for account in accounts
            for link in account.links
        ],
        "only": _places(place for account in accounts for place in account.only),
        "differences": [
            {
                "kind": each.kind,
                "a": _place(each.a),
                "b": _place(each.b),
                "message": each.message,
            }
            for account in accounts
            for each in account.differences
        ],
        "missing": [{**_place(each.place), "message": each.message} for each in found.missing],
        "accounts": [
            {
                "works": list(account.works),
                "case": str(account.case),
                "shares": list(account.shares),
                "keywords": {
                    "both": [[_place(a), _place(b)] for a, b in account.keywords],
                    "only": _places(account.keywords_only),
                },
            }
            for account in accounts
        ],
    }


def _group(group: Group) -> dict[str, Any]:
    return {"works": list(group.works), "why": group.why, "score": group.score}


def _places(places: Iterable[Place]) -> list[dict[str, Any]]:
    return [_place(each) for each in places]


def _place(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "lang": place.lang,
        "line": place.line,
        "start": place.span.start,
        "end": place.span.end,
        "text": place.text,
    }
