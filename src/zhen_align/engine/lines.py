"""Texts that come one sentence a line, as files or as folders of them, to alignments.

Here nothing is guessed about layout: a line is a sentence, its number its name; a blank
line has a number and is no sentence. What cannot be meant (an empty side, the same text
twice, the sides swapped) is an error. Not here: how sentences are aligned.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from zhen_align.engine.memory import keep_freed
from zhen_align.errors import InputError
from zhen_align.types import Alignment, Block, Document, Kind, Lang, Span

if TYPE_CHECKING:
    from zhen_align.engine.vectors import KeptVectors

_GZIP = b"\x1f\x8b"
_MOST = 256_000_000  # bytes of a text; what unpacks to more is no text but a trap
_NO_SENTENCE = 5_000_000


@dataclass(frozen=True, slots=True)
class Twin:
    """A Chinese and an English file that hold the same document, line by line."""

    name: str
    zh: Document
    en: Document


@dataclass(frozen=True, slots=True)
class Twins:
    """What can be aligned, the names without a partner, and what is wrong with the rest."""

    pairs: tuple[Twin, ...]
    others: tuple[str, ...] = ()
    errors: tuple[InputError, ...] = ()


def twins(zh: Path, en: Path) -> Twins:
    """Return the pairs of two files, or of two folders by name; raise if there is none."""
    if zh.is_dir() != en.is_dir():
        what = "is a folder and --en is not" if zh.is_dir() else "is a file and --en is not"
        raise InputError(what, where=str(zh), fix="name two files or two folders")
    if not zh.is_dir():
        pair = Twin(zh.name, _document(zh, Lang.ZH), _document(en, Lang.EN))
        _check([pair])
        return Twins((pair,))
    names, others = _same_names(zh, en)
    pairs, errors = [], []
    for name, zh_name, en_name in names:
        try:
            zh_text, en_text = _document(zh / zh_name, Lang.ZH), _document(en / en_name, Lang.EN)
            pair = Twin(name, zh_text, en_text)
            _check_texts([pair])
            pairs.append(pair)
        except InputError as error:
            errors.append(error)
    if not pairs:
        raise errors[0]
    _check(pairs)
    return Twins(tuple(pairs), tuple(others), tuple(errors))


def align(
    pairs: Sequence[Twin], weights: str = "", encoder: "KeptVectors | None" = None
) -> list[Alignment]:
    """Return the alignment of each pair; what one teaches helps the others."""
    from zhen_align.pipeline import aligned_lines

    keep_freed()
    return aligned_lines([(pair.zh, pair.en) for pair in pairs], weights, encoder)


def _check(pairs: Sequence[Twin]) -> None:
    """Refuse sides without text, two that are one, and sides in the wrong language."""
    from zhen_align.text.scripts import language

    zh, en = _check_texts(pairs)
    zh_path, en_path = pairs[0].zh.path, pairs[0].en.path
    english, chinese = language(zh) is Lang.EN, language(en) is Lang.ZH
    if english and chinese:
        raise InputError("--zh is English and --en Chinese", where=zh_path, fix="swap the two")
    if english:
        raise InputError("--zh is English", where=zh_path, fix="name the Chinese text")
    if chinese:
        raise InputError("--en is Chinese", where=en_path, fix="name the English text")


def _check_texts(pairs: Sequence[Twin]) -> tuple[str, str]:
    """Return both sides of the pairs as a text; refuse one without text, and one twice."""
    zh = "\n".join(pair.zh.text for pair in pairs)
    en = "\n".join(pair.en.text for pair in pairs)
    zh_path, en_path = pairs[0].zh.path, pairs[0].en.path
    for text, path, option in ((zh, zh_path, "--zh"), (en, en_path, "--en")):
        if not text.strip():
            raise InputError(f"{option} holds no text", where=path, fix="name one that does")
    if zh.split() == en.split():
        raise InputError("--zh and --en hold the same text", where=zh_path, fix="name both sides")
    return zh, en


def _same_names(zh: Path, en: Path) -> tuple[list[tuple[str, str, str]], list[str]]:
    """Return the name of each pair with those of its files; and the names without a partner.

    One of the two may be packed (`001` and `001.gz`).
    """
    zh_names, en_names = _names(zh), _names(en)
    pairs = [(name, name, name) for name in zh_names & en_names]
    zh_names, en_names = zh_names - en_names, en_names - zh_names
    packed = {name.removesuffix(".gz"): name for name in sorted(en_names, reverse=True)}
    for name in sorted(zh_names):
        bare = name.removesuffix(".gz")
        if bare in packed:
            pairs.append((bare, name, packed.pop(bare)))
    if not pairs:
        raise InputError(
            f"no name in it is also in {en}", where=str(zh), fix="name the two sides alike"
        )
    used = {name for pair in pairs for name in pair[1:]}
    return sorted(pairs), sorted((zh_names | en_names) - used)


def _names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir() if each.is_file() and each.name[0] != "."}


def _document(path: Path, lang: Lang) -> Document:
    """Read a file; each line that is not blank is a block."""
    from zhen_align.read.decode import decode
    from zhen_align.text.lines import line_starts

    try:
        data = path.read_bytes()
    except OSError as error:
        fix = "name a file that can be read"
        raise InputError(str(error.strerror), where=str(path), fix=fix) from error
    if data.startswith(_GZIP):
        data = _unpacked(path)
    text, encoding = decode(data, str(path))
    starts = line_starts(text)
    for number, (start, end) in enumerate(pairwise([*starts, len(text)]), start=1):
        if end - start > _NO_SENTENCE:
            what = f"a line of {end - start:,} characters is no sentence"
            raise InputError(what, where=f"{path}:{number}", fix="write one sentence a line")
    blocks = tuple(_blocks(text, [*starts, len(text)], lang))
    return Document(str(path), text, blocks, starts, format="lines", encoding=encoding)


def _unpacked(path: Path) -> bytes:
    """Return what a gzip file holds, if that is no more than a text can be."""
    import gzip
    import zlib

    try:
        with gzip.open(path) as file:
            data = file.read(_MOST + 1)
    except (OSError, EOFError, zlib.error) as error:
        what = f"cannot be unpacked: {error}"
        raise InputError(what, where=str(path), fix="pack it again") from error
    if len(data) > _MOST:
        what = f"unpacks to more than {_MOST // 1_000_000} million bytes"
        raise InputError(what, where=str(path), fix="split it, if it is a text")
    return data


def _blocks(text: str, bounds: Sequence[int], lang: Lang) -> Iterator[Block]:
    from zhen_align.text.opaque import opaque

    for start, end in pairwise(bounds):
        line = text[start:end]
        if inner := line.strip():
            span = Span(start + line.index(inner), start + line.index(inner) + len(inner))
            inside = tuple(found.shifted(by=span.start) for found in opaque(inner))
            yield Block(span, Kind.PARAGRAPH, lang, opaque=inside)
