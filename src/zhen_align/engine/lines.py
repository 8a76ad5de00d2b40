"""Texts that come one sentence a line, as files or as folders of them, to alignments.

Here nothing is guessed about layout: a line is a sentence, its number its name. What
cannot be meant (an empty side, the same text twice, the sides swapped) is an error. Not
here: how sentences are aligned.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from zhen_align.errors import InputError
from zhen_align.types import Alignment, Block, Document, Kind, Lang, Span


@dataclass(frozen=True, slots=True)
class Twin:
    """A Chinese and an English file that hold the same document, line by line."""

    name: str
    zh: Document
    en: Document


def twins(zh: Path, en: Path) -> tuple[list[Twin], list[str]]:
    """Return the pairs of two files, or of two folders by name; and the names without one."""
    if zh.is_dir() != en.is_dir():
        what = "is a folder and --en is not" if zh.is_dir() else "is a file and --en is not"
        raise InputError(what, where=str(zh), fix="name two files or two folders")
    if not zh.is_dir():
        return [_twin(zh.name, zh, en)], []
    names, others = _names(zh), _names(en)
    both = sorted(names & others)
    if not both:
        raise InputError(
            f"no name in it is also in {en}", where=str(zh), fix="name the two sides alike"
        )
    return [_twin(name, zh / name, en / name) for name in both], sorted(names ^ others)


def check(pairs: Sequence[Twin]) -> None:
    """Refuse a side without text, two sides that are one, and sides in the wrong language."""
    from zhen_align.text.scripts import language

    zh = "\n".join(pair.zh.text for pair in pairs)
    en = "\n".join(pair.en.text for pair in pairs)
    zh_path, en_path = pairs[0].zh.path, pairs[0].en.path
    for text, path, option in ((zh, zh_path, "--zh"), (en, en_path, "--en")):
        if not text.strip():
            raise InputError(f"{option} holds no text", where=path, fix="name one that does")
    if zh.split() == en.split():
        raise InputError("--zh and --en hold the same text", where=zh_path, fix="name both sides")
    english, chinese = language(zh) is Lang.EN, language(en) is Lang.ZH
    if english and chinese:
        raise InputError("--zh is English and --en Chinese", where=zh_path, fix="swap the two")
    if english:
        raise InputError("--zh is English", where=zh_path, fix="name the Chinese text")
    if chinese:
        raise InputError("--en is Chinese", where=en_path, fix="name the English text")


def align(pairs: Sequence[Twin]) -> list[Alignment]:
    """Return the alignment of each pair; what one teaches helps the others."""
    from zhen_align.pipeline import aligned_lines

    return aligned_lines([(pair.zh, pair.en) for pair in pairs])


def _names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir() if each.is_file() and each.name[0] != "."}


def _twin(name: str, zh: Path, en: Path) -> Twin:
    return Twin(name, _document(zh, Lang.ZH), _document(en, Lang.EN))


def _document(path: Path, lang: Lang) -> Document:
    """Read a file; each line that is not blank is a block."""
    from zhen_align.read.decode import decode
    from zhen_align.text.lines import line_starts

    try:
        data = path.read_bytes()
    except OSError as error:
        fix = "name a file that can be read"
        raise InputError(str(error.strerror), where=str(path), fix=fix) from error
    text, encoding = decode(data, str(path))
    starts = line_starts(text)
    blocks = tuple(_blocks(text, [*starts, len(text)], lang))
    return Document(str(path), text, blocks, starts, format="lines", encoding=encoding)


def _blocks(text: str, bounds: Sequence[int], lang: Lang) -> Iterator[Block]:
    from zhen_align.text.opaque import opaque

    for start, end in pairwise(bounds):
        line = text[start:end]
        if inner := line.strip():
            span = Span(start + line.index(inner), start + line.index(inner) + len(inner))
            inside = tuple(found.shifted(by=span.start) for found in opaque(inner))
            yield Block(span, Kind.PARAGRAPH, lang, opaque=inside)
