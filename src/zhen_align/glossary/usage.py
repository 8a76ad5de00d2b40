"""Where the pairs of a glossary stand in aligned texts: examples, and live counts."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from zhen_align.glossary.index import Index, Side
from zhen_align.glossary.rows import Row
from zhen_align.types import Alignment, Document, Sentence


@dataclass(frozen=True, slots=True)
class Example:
    """A bead in which both forms of a row stand."""

    pair: str
    line: int
    en: str
    zh: str


def usage(
    rows: Sequence[Row], alignments: Iterable[Alignment], most: int
) -> tuple[dict[int, int], dict[int, list[Example]]]:
    """Return for each row, by its number, how many beads have both forms, and a few of them."""
    index = Index(rows)
    counts: dict[int, int] = {}
    examples: dict[int, list[Example]] = {}
    for alignment in alignments:
        for bead in alignment.beads:
            if not (bead.zh and bead.en):
                continue
            en = _text(alignment.en, bead.en)
            zh = _text(alignment.zh, bead.zh)
            for number in sorted(_both(index, en, zh)):
                counts[number] = counts.get(number, 0) + 1
                if counts[number] <= most:
                    line = _line(alignment.zh, bead.zh[0].span.start)
                    examples.setdefault(number, []).append(Example(alignment.name, line, en, zh))
    return counts, examples


def _both(index: Index, en: str, zh: str) -> set[int]:
    """Return the rows that stand on both sides, a kept name in Latin letters on either."""
    left = {ref.row for m in index.find(en) for ref in m.refs if ref.side is not Side.ZH}
    if not left:
        return set()
    return left & {ref.row for m in index.find(zh) for ref in m.refs if ref.side is Side.ZH}


def _text(document: Document, sentences: Sequence[Sentence]) -> str:
    return " ".join(" ".join(s.span.of(document.text).split()) for s in sentences)


def _line(document: Document, offset: int) -> int:
    return bisect_right(document.lines, offset)


def shown(examples: Iterable[Example]) -> Iterator[str]:
    """Yield an example as one cell: where it stands, and both sides."""
    for each in examples:
        yield f"{each.zh}\n{each.en}\n({each.pair}:{each.line})"
