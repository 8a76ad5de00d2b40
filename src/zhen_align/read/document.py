"""One text -> a Document: the format's reader, then kinds, titles, groups and metadata.

Pure: nothing here opens a file. The formats are in `READERS`; a new one is a module with
`read(text) -> Reading` and a line there.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import PurePosixPath

from zhen_align.read.pieces import Reading
from zhen_align.text.lines import line_starts
from zhen_align.types import Block, Document

READERS = {
    "markdown": "zhen_align.read.markdown",
    "text": "zhen_align.read.plain",
    "html": "zhen_align.read.html",
    "po": "zhen_align.read.po",
    "xliff": "zhen_align.read.xliff",
    "tmx": "zhen_align.read.tmx",
    "columns": "zhen_align.read.columns",
    "latex": "zhen_align.read.latex",
    "rst": "zhen_align.read.rst",
}
SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".txt": "text",
    ".rst": "rst",
    ".rest": "rst",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".po": "po",
    ".pot": "po",
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".tmx": "tmx",
    ".tex": "latex",
    ".ltx": "latex",
}
NAMED = {".csv": "columns", ".tsv": "columns"}
"""Suffixes of files that are read when they are named, and not looked for: most are data."""
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t\u3000>]*(?:\r\n|\n|\r)")


def parse(path: str, text: str, encoding: str = "utf-8", format: str | None = None) -> Document:
    """Read a decoded text; the format is known by the path's suffix unless it is named."""
    kind = format or (SUFFIXES | NAMED).get(PurePosixPath(path).suffix.lower(), "text")
    reading: Reading = import_module(READERS[kind]).read(text)
    return built(path, text, reading, kind, encoding)


def built(path: str, text: str, reading: Reading, kind: str, encoding: str) -> Document:
    """Return the document of what a reader found in a text."""
    # what is kept of a text needs none of them, and they take as long to load as it takes to read
    from zhen_align.read import told
    from zhen_align.read.bilingual import parted
    from zhen_align.read.kinds import blocks as judged
    from zhen_align.read.meta import meta
    from zhen_align.read.titles import titled

    if reading.told:
        blocks = told.blocks(text, reading.pieces)
    else:
        blocks = titled(text, parted(text, judged(text, reading.pieces)))
    found = _grouped(text, blocks)
    return Document(
        path=path,
        text=text,
        blocks=tuple(found),
        lines=line_starts(text),
        meta=meta(text, found, reading.fields),
        format=kind,
        encoding=encoding,
        told=reading.told,
    )


def _grouped(text: str, found: Sequence[Block]) -> list[Block]:
    """Number the stretches of neighbouring lines; a blank line begins a new one."""
    grouped: list[Block] = []
    group = end = 0
    for block in found:
        if grouped and _BLANK_LINE.search(text, end, block.span.start):
            group += 1
        grouped.append(replace(block, group=group))
        end = block.span.end
    return grouped
