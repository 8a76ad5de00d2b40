"""Alignments in the cache: what their key is made of, and how they are kept.

The texts are not kept: they are read from the files, whose bytes are in the key. An entry
whose offsets do not lie in those texts is not ours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from zhen_align.engine.cache import Cache, key_of
from zhen_align.engine.codec import decode, encode
from zhen_align.read.files import text_of
from zhen_align.text.lines import line_starts
from zhen_align.types import Alignment, Bead, Document, Link, Sentence


@dataclass(frozen=True, slots=True)
class _Kept:
    """An alignment as it is written: one document where both sides are the same."""

    documents: tuple[Document, ...]
    beads: tuple[Bead, ...]
    links: tuple[Link, ...]
    why: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """All alignments that came of one task."""

    alignments: tuple[_Kept, ...]


def key(settings: Sequence[str], contents: Mapping[str, bytes]) -> str:
    """Return the key of what is made with `settings` of files by their names and bytes."""
    names = [name.encode("utf-8", "surrogateescape") for name in contents]
    return key_of(b"alignments", *(each.encode() for each in settings), *names, *contents.values())


def put(cache: Cache, name: str, alignments: Sequence[Alignment]) -> None:
    """Keep alignments under `name`, a key."""
    cache.put(name, encode(_Entry(tuple(_bare(each) for each in alignments))))


def get(cache: Cache, name: str, contents: Mapping[str, bytes]) -> tuple[Alignment, ...] | None:
    """Return what is kept under `name`, the texts put back; None where there is nothing."""
    value = cache.get(name)
    if value is None:
        return None
    try:
        entry = decode(_Entry, value)
        texts = {path: text_of(data, path) for path, data in contents.items()}
        found = tuple(_dressed(each, texts) for each in entry.alignments)
    except (ValueError, IndexError, KeyError):
        return None
    return found if all(_fits(each) for each in found) else None


def _bare(alignment: Alignment) -> _Kept:
    """Return an alignment without its texts."""
    same = alignment.zh is alignment.en
    sides = (alignment.zh,) if same else (alignment.zh, alignment.en)
    bare = tuple(replace(side, text="", lines=()) for side in sides)
    return _Kept(bare, alignment.beads, alignment.links, alignment.why)


def _dressed(kept: _Kept, texts: Mapping[str, str]) -> Alignment:
    """Return the alignment with its texts; a file in both roles stays one document."""
    sides = [
        replace(document, text=texts[document.path], lines=line_starts(texts[document.path]))
        for document in kept.documents
    ]
    return Alignment(sides[0], sides[-1], kept.beads, kept.links, kept.why)


def _fits(alignment: Alignment) -> bool:
    """Whether every offset and every block number lies in its document."""
    zh = [each for bead in alignment.beads for each in bead.zh]
    en = [each for bead in alignment.beads for each in bead.en]
    return _inside(alignment.zh, zh) and _inside(alignment.en, en)


def _inside(document: Document, sentences: Sequence[Sentence]) -> bool:
    end, count = len(document.text), len(document.blocks)
    return all(block.span.end <= end for block in document.blocks) and all(
        each.span.end <= end and 0 <= each.block < count for each in sentences
    )
