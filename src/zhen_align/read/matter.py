"""The front matter of a Markdown file: the few shapes of YAML that stand there.

Scalars (plain, quoted, folded over lines, `|` and `>` blocks) and lists (`- x`, `[x, y]`)
of the top level are read; deeper levels are passed over. Nothing here can fail: a line
that does not fit is left out.
"""

import re
from collections.abc import Iterator

from zhen_align.read.pieces import Field, Piece, Shape, trimmed
from zhen_align.types import Span

_MATTER = re.compile(
    r"\s*---[ \t]*(?:\r\n|\n|\r)"
    r"(?P<body>(?:(?!(?:---|\.\.\.)[ \t]*(?:[\r\n]|$))[^\r\n]*(?:\r\n|\n|\r))*?)"
    r"(?P<close>(?:---|\.\.\.)[ \t]*(?=[\r\n]|$))"
)
_KEY = re.compile(r"(?P<key>[A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+|$)(?P<value>.*)")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")


def matter(text: str) -> tuple[list[Piece], list[Field], int]:
    """Return the pieces and fields of a front matter and where it ends (0: there is none)."""
    found = _MATTER.match(text) if text.lstrip().startswith("---") else None
    if found is None or not any(_KEY.match(line) for line in found["body"].splitlines()):
        return [], [], 0
    lines = [
        trimmed(text, found.start("body") + line.start(), found.start("body") + line.end())
        for line in re.finditer(r"[^\r\n]*\S[^\r\n]*", found["body"])
    ]
    rule = trimmed(text, found.start(), found.start("body"))
    return (
        [
            Piece(rule, Shape.OPAQUE),
            *(Piece(line, Shape.METADATA) for line in lines),
            Piece(Span(*found.span("close")), Shape.OPAQUE),
        ],
        list(_fields(found["body"])),
        found.end(),
    )


def _fields(body: str) -> Iterator[Field]:
    key, values = "", list[str]()
    for line in body.splitlines():
        if head := _KEY.fullmatch(line.rstrip()):
            if key:
                yield Field(key, _joined(values))
            key, values = head["key"].lower(), [head["value"]]
        elif key and line.strip():
            values.append(line)
    if key:
        yield Field(key, _joined(values))


def _joined(lines: list[str]) -> tuple[str, ...]:
    """Turn a key's first value and the lines under it into its values."""
    first = lines[0].strip()
    below = [line for line in lines[1:] if line.strip()]
    entries = [entry["value"] for line in below if (entry := _ENTRY.fullmatch(line))]
    if entries and not first:
        return tuple(value for entry in entries if (value := _scalar(entry)))
    if first.startswith("["):
        inner = " ".join([first, *(line.strip() for line in below)]).strip("[]")
        return tuple(value for part in inner.split(",") if (value := _scalar(part)))
    if first[:1] in {"|", ">"}:
        first = ""
    value = _scalar(" ".join([first, *(line.strip() for line in below)]))
    return (value,) if value else ()


def _scalar(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        quote = value[0]
        value = value[1:-1]
        return value.replace("''", "'") if quote == "'" else value.replace('\\"', '"')
    return _COMMENT.sub("", value).strip()
