"""Options, arguments and fields of directives, and the addresses that links refer to by a label.

Each piece of a page has a kind, and what of it must be the same in the source. Not here: how two
pages are held against each other (skeleton.py).
"""

import re
from dataclasses import dataclass

from zhen_align.lint.markup.shown import MATTER
from zhen_align.text.addresses import link_key
from zhen_align.text.scripts import HAN
from zhen_align.types import Document, Span

_OPTION = re.compile(
    r"^[ \t]*:(?P<key>width|height|class|target|scale|maxdepth|header-rows|widths|start-after|"
    r"lines|language|figwidth|align|emphasize-lines|linenos|lineno-start|nosignatures|members):"
    r"(?!`)[ \t]*(?P<value>[^\n]*?)[ \t]*$",
    re.MULTILINE,
)
_FILE = re.compile(
    r"^[ \t]*\.\. (?:(?P<name>(?:py:|c:|cpp:|js:)?(?:image|figure|include|literalinclude|"
    r"versionadded|versionchanged|deprecated|class|function|method|attribute|data|exception|option|"
    r"envvar|"
    r"module|currentmodule|automodule|autoclass))::[ \t]+|_(?P<target>[^:\n]+):[ \t]+(?=\S))"
    r"(?P<said>[^\n]+)",
    re.MULTILINE,
)
_FIELD = re.compile(
    r"^[ \t]*:(?P<name>param|parameter|arg|keyword|type|rtype|raises|raise|except|returns?|ivar|"
    rf"var|vartype|[{HAN}]{{2,4}})\b(?P<said>[^:\n]*):(?=[ \t]|$)",
    re.MULTILINE,
)
_DEFINED = re.compile(r"^[ \t>]*\[(?P<label>[^\[\]^\n]+)\]:[ \t]*<?(?P<to>[^\s<>]+)", re.MULTILINE)
_WORD_COMMENT = re.compile(r"<!--[ \t]*(?P<said>\w+)[ \t]*-->")
_SWITCH = re.compile(r"^(?P<key>[A-Za-z][\w-]*):[ \t]*(?P<value>[^\n]*?)[ \t]*$", re.MULTILINE)
_BOOLEANS = ("true", "false")
_PATH = re.compile(r"\S*/\S*")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a page: what kind of thing it is, and what must be the same in the source."""

    kind: str
    key: str
    span: Span


def options(document: Document, plain: str) -> list[Part]:
    """Return the options of directives that no reader sees."""
    return [
        Part(f"option {found['key']}", found["value"], Span(*found.span("value")))
        for found in (_OPTION.finditer(document.text) if _has_options(document) else ())
    ]


def _has_options(document: Document) -> bool:
    """Whether lines like `:class: tip` belong to directives here."""
    return document.format == "rst" or "```{" in document.text or ":::{" in document.text


def files(document: Document, plain: str) -> list[Part]:
    """Return the arguments of directives of reStructuredText, and where its links lead."""
    return [
        Part(
            f"directive {found['name'] or '_'}",
            link_key(found["said"]) if _PATH.fullmatch(found["said"]) else found["said"].strip(),
            Span(*found.span("said")),
        )
        for found in (_FILE.finditer(document.text) if document.format == "rst" else ())
    ]


def fields(document: Document, plain: str) -> list[Part]:
    """Return the fields that describe a function: `:param str name:`, `:returns:`."""
    return [
        Part("field", " ".join(f"{found['name']} {found['said']}".split()), Span(*found.span()))
        for found in (_FIELD.finditer(document.text) if document.format == "rst" else ())
    ]


def defined(document: Document, plain: str) -> list[Part]:
    """Return the addresses that links refer to by a label, and comments of one word."""
    if document.format != "markdown":
        return []
    known = [
        Part(
            "definition",
            f"{found['label'].casefold()} {link_key(found['to'])}",
            Span(*found.span()),
        )
        for found in _DEFINED.finditer(plain)
    ]
    comments = _WORD_COMMENT.finditer(document.text) if "<!--" in document.text else ()
    return known + [Part("comment", c["said"], Span(*c.span())) for c in comments]


def switches(document: Document, plain: str) -> list[Part]:
    """Return the keys of the front matter, and what is true or false there."""
    matter = MATTER.match(document.text) if document.format == "markdown" else None
    found = []
    for key in _SWITCH.finditer(document.text, *matter.span("body")) if matter else ():
        found.append(Part("matter", key["key"], Span(*key.span("key"))))
        if key["value"] in _BOOLEANS:
            found.append(Part(f"switch {key['key']}", key["value"], Span(*key.span())))
    return found
