"""What a careful reader said about a document, as values; `tests/gold/README.md` says how.

Here JSON that was read elsewhere becomes frozen data. Nothing is checked against the texts:
that is the business of the tests of the gold.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from zhen_align.evaluate.beads import Joined

Place = tuple[str, int, int]  # path, start, end


@dataclass(frozen=True, slots=True)
class Line:
    """What a line is: its kind and language."""

    path: str
    line: int
    kind: str
    lang: str


@dataclass(frozen=True, slots=True)
class Planted:
    """Where a rule should say something (or should not, for a look-alike)."""

    rule: str
    place: Place


@dataclass(frozen=True, slots=True)
class Term:
    """A term with every rendering that stands in the text."""

    en: str
    abbr: str
    zh: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """One document or pair of documents, Chinese path first."""

    name: str
    paths: tuple[str, ...]
    target: str
    lines: tuple[Line, ...] = ()
    links: tuple[tuple[frozenset[int], frozenset[int]], ...] = ()
    beads: tuple[Joined, ...] = ()
    terms: tuple[Term, ...] = ()
    defects: tuple[Planted, ...] = ()
    clean: tuple[Planted, ...] = ()
    glossary: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


def from_json(name: str, data: Mapping[str, Any]) -> Gold:
    """Return the gold of one document; links are (English lines, Chinese lines)."""
    return Gold(
        name,
        tuple(data["document"]),
        data["target"],
        tuple(Line(b["path"], b["line"], b["kind"], b["lang"]) for b in data["blocks"]),
        tuple((frozenset(link["en"]), frozenset(link["zh"])) for link in data["links"]),
        tuple(
            Joined(_places(b["zh"]), _places(b["en"]), 1.0, b["moved"], b["unit"])
            for b in data["beads"]
        ),
        tuple(Term(t["en"], t["abbr"], tuple(t["zh"])) for t in data["terms"]),
        tuple(Planted(d["rule"], _place(d)) for d in data["defects"]),
        tuple(Planted(d["rule"], _place(d)) for d in data.get("clean", ())),
        data.get("glossary", ""),
        data.get("options", {}),
    )


def _place(place: Mapping[str, Any]) -> Place:
    return (place["path"], place["start"], place["end"])


def _places(places: Sequence[Mapping[str, Any]]) -> frozenset[Place]:
    return frozenset(map(_place, places))
