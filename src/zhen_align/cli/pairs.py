"""Who is paired with whom, for people: files, then blocks, each with its reason."""

from collections.abc import Iterable, Iterator

from zhen_align.text.lines import position
from zhen_align.types import Alignment, Document

_LONGEST = 60


def listing(alignments: Iterable[Alignment]) -> Iterator[str]:
    """Yield a line for each pair of files and, below it, one for each pair of blocks."""
    for alignment in alignments:
        zh, en = alignment.zh, alignment.en
        why = f"  ({_why(alignment)})" if alignment.why else ""
        yield f"{alignment.name}{why}\n"
        for link in sorted(alignment.links, key=lambda link: (link.zh, link.en)):
            yield f"  {_lines(zh, link.zh)} = {_lines(en, link.en)}  {link.score:.2f}  {link.why}\n"
            yield f"    {_text(zh, link.zh)}\n    {_text(en, link.en)}\n"
        yield from _alone(alignment)


def _why(alignment: Alignment) -> str:
    """Return why the files are paired; one in a single language may have a title in both."""
    if alignment.links and alignment.why.startswith("unpaired"):
        return "holds both languages in part"
    return alignment.why


def _alone(alignment: Alignment) -> Iterator[str]:
    """Yield the blocks that found no partner, by the beads that they left empty on one side."""
    zh = sorted({each.block for bead in alignment.beads if not bead.en for each in bead.zh})
    en = sorted({each.block for bead in alignment.beads if not bead.zh for each in bead.en})
    linked_zh = {number for link in alignment.links for number in link.zh}
    linked_en = {number for link in alignment.links for number in link.en}
    sides = ((alignment.zh, zh, linked_zh, "zh"), (alignment.en, en, linked_en, "en"))
    for document, numbers, linked, lang in sides:
        for number in numbers:
            if number not in linked:
                yield f"  {_lines(document, (number,))} {lang} only\n"
                yield f"    {_text(document, (number,))}\n"


def _lines(document: Document, numbers: tuple[int, ...]) -> str:
    """Return `path:LINE`, with more lines where there are more blocks."""
    lines = (position(document.lines, document.blocks[n].span.start)[0] for n in numbers)
    return f"{document.path}:{','.join(map(str, lines))}"


def _text(document: Document, numbers: tuple[int, ...]) -> str:
    text = " ".join(" ".join(document.blocks[n].span.of(document.text).split()) for n in numbers)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
