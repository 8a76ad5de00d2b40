"""What formats for people and for other tools need of a bead: each side as one plain line."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from zhen_align.align.given import uncommented
from zhen_align.text.lines import position
from zhen_align.text.scripts import HAN
from zhen_align.types import Alignment, Bead, Document, Lang, Sentence

_FULL = f"[{HAN}\u3000-\u303f\uff01-\uff65“”‘’…—]"
# a line end inside Chinese is no blank
_BROKEN = re.compile(rf"(?<={_FULL})\s*[\r\n]\s*(?={_FULL})")
_BLANKS = re.compile(r"\s+")
_CHINESE_END = re.compile(_FULL + "$")
_OTHER = re.compile(f"[^{HAN}]+")
_ENOUGH = 20_000


def plain(document: Document, sentences: Sequence[Sentence]) -> str:
    """Return sentences as one line, without the line ends that were set into them.

    >>> from zhen_align.types import Lang, Span, Unit
    >>> document = Document("x", "一行\\n半。 OK", ())
    >>> plain(document, [Sentence(Span(0, 5), Lang.ZH, Unit.SENTENCE)])
    '一行半。'
    """
    line = ""
    for sentence in sentences:
        text = _BLANKS.sub(" ", _BROKEN.sub("", _said(document, sentence))).strip()
        glue = "" if not line or _CHINESE_END.search(line) else " "
        line += glue + text
    return line


def _said(document: Document, sentence: Sentence) -> str:
    """Return a sentence's characters, the comments of LaTeX left out."""
    text = sentence.span.of(document.text)
    if document.format != "latex" or not document.blocks:
        return text
    marks = document.blocks[sentence.block].opaque
    inside = [mark for mark in marks if sentence.span.start <= mark.start < sentence.span.end]
    return uncommented(text, [mark.shifted(by=-sentence.span.start) for mark in inside])


def lines(document: Document, sentences: Iterable[Sentence]) -> str:
    """Return the lines in which sentences begin, `12, 13`, each once."""
    found = [position(document.lines, each.span.start)[0] for each in sentences]
    return ", ".join(str(number) for number in dict.fromkeys(found))


def source_and_target(alignment: Alignment, bead: Bead, target: Lang) -> tuple[str, str]:
    """Return the plain text of the original and of the translation."""
    zh, en = plain(alignment.zh, bead.zh), plain(alignment.en, bead.en)
    return (en, zh) if target is Lang.ZH else (zh, en)


def chinese_tag(alignments: Iterable[Alignment]) -> str:
    """Return `zh-CN` or, where most of what differs is Traditional, `zh-TW`."""
    sample = ""
    for alignment in alignments:
        for bead in alignment.beads:
            for sentence in bead.zh:
                sample += _OTHER.sub("", sentence.span.of(alignment.zh.text))
            if len(sample) > _ENOUGH:
                break
    traditional = sum(a != b for a, b in zip(sample, _converted(sample, "t2s"), strict=False))
    simplified = sum(a != b for a, b in zip(sample, _converted(sample, "s2t"), strict=False))
    return "zh-TW" if traditional > simplified else "zh-CN"


def tags(alignments: Sequence[Alignment], target: Lang) -> tuple[str, str]:
    """Return the language tags of the originals and of the translations."""
    zh = chinese_tag(alignments)
    return ("en", zh) if target is Lang.ZH else (zh, "en")


def _converted(text: str, how: str) -> str:
    converted: str = _converter(how).convert(text)
    return converted


@cache
def _converter(how: str):  # type: ignore[no-untyped-def]  # OpenCC ships no types
    from opencc import OpenCC

    return OpenCC(how)
